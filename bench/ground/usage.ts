/** What a process has used since its start: CPU of all its threads, memory now, statements sent to PostgreSQL. */
export interface Usage {
  cpuMs: number
  rssBytes: number
  statements: number
}
