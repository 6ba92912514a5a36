/** SQLSTATE: class 08 connection exception, 53300 too_many_connections, 57P01 to 57P03 the server stops or starts. */
const sqlStates = /^(08...|53300|57P0[123])$/
const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH'])
/** What the driver says where it gives no code. */
const driverWords = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/

/** Whether a fault is that the database does not answer, or ended the connection: the same may go well in a minute. */
export function isDatabaseAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const { code } = fault as { code?: unknown }
  if (typeof code === 'string') return sqlStates.test(code) || socketCodes.has(code)
  return driverWords.test(fault.message)
}
