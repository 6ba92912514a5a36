/** What a process has used since its start. */
export interface Usage {
  /** CPU of all its threads. */
  cpuMs: number
  /** Of that, the threads that work beside JavaScript: password hashes above all. Null where the system does not tell. */
  poolCpuMs: number | null
  /** Requests it was sent over HTTP. */
  requests: number
  rssBytes: number
  /** Statements sent to PostgreSQL. */
  statements: number
}
