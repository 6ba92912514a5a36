import { pino, type DestinationStream } from 'pino'

/** Everything a log line may hold. A line is built from these alone, so that nothing personal can slip in. */
export interface LogLine {
  event: string
  requestId?: string
  /** The route's pattern, never the address that was asked for. */
  route?: string
  method?: string
  status?: number
  milliseconds?: number
  listener?: string
  task?: string
  jobId?: string
  attempt?: number
  operation?: string
  refusal?: string
  count?: number
  reason?: string
  /** The name and stack of a fault; messages of database faults carry values and stay out. */
  fault?: string
}

export interface Log {
  line(line: LogLine): void
  fault(line: LogLine, fault: unknown): void
}

const allowed: readonly (keyof LogLine)[] = [
  'event', 'requestId', 'route', 'method', 'status', 'milliseconds', 'listener', 'task', 'jobId', 'attempt',
  'operation', 'refusal', 'count', 'reason', 'fault',
]

function onlyAllowed(line: LogLine): LogLine {
  const kept: Partial<Record<keyof LogLine, string | number>> = {}
  for (const name of allowed) if (line[name] !== undefined) kept[name] = line[name]
  return kept as LogLine
}

/** Lines gather for this long before they are written: a write for each request costs more than the line. */
const gatherMilliseconds = 200
const gatherBytes = 8 * 1024

interface Output {
  stream: DestinationStream
  writeNow(): void
}

let output: Output | undefined

/** Standard error, shared by every log of this process. */
function standardError(): Output {
  if (output) return output
  const stream = pino.destination({ dest: 2, minLength: gatherBytes, periodicFlush: gatherMilliseconds })
  output = { stream, writeNow: () => stream.flushSync() }
  process.on('exit', output.writeNow)
  return output
}

/**
 * Structured JSON lines to `destination`, or nowhere when `level` is silent. Without one they go to standard error:
 * a fault at once, what led to it with it, the others together several times a second.
 */
export function openLog(level: 'info' | 'error' | 'silent', destination?: DestinationStream): Log {
  if (level === 'silent') return { line: () => undefined, fault: () => undefined }
  const { stream, writeNow } = destination ? { stream: destination, writeNow: () => undefined } : standardError()
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream)
  return {
    line: (line) => logger.info(onlyAllowed(line)),
    fault: (line, fault) => {
      logger.error(onlyAllowed({ ...line, fault: describedFault(fault) }))
      writeNow()
    },
  }
}

/**
 * What may be said of a fault: its kind, its code, and where it arose. A message is kept only for faults of our own
 * code (plain Error); drivers and parsers put the offending value into theirs.
 */
export function describedFault(fault: unknown): string {
  if (!(fault instanceof Error)) return 'a thrown value that is not an Error'
  const code = 'code' in fault && typeof fault.code === 'string' ? ` ${fault.code}` : ''
  const ours = fault.constructor === Error && !code ? `: ${fault.message}` : ''
  const where = (fault.stack ?? '').split('\n').filter((row) => row.trimStart().startsWith('at ')).slice(0, 12)
  return `${fault.name}${code}${ours}\n${where.join('\n')}`
}
