import type { Readable } from 'node:stream'

/** What a scanner says of a file. Only `clean` is clean: `error` is no verdict, and the file stays unserved. */
export type ScanVerdict = 'clean' | { found: string } | 'error'

/**
 * A scanner for malware. `scan` reads the stream to its end or destroys it, and never throws: whatever goes wrong is
 * `error`. `knowsMalware` is false for the structural checks alone; pages then say so. `isThere`: whether it answers
 * at all; it never throws either.
 */
export type ScanPort = {
  name: string
  knowsMalware: boolean
  scan(bytes: Readable): Promise<ScanVerdict>
  isThere(): Promise<boolean>
}
