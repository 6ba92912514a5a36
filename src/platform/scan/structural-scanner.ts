import type { Readable } from 'node:stream'
import type { ScanPort, ScanVerdict } from './scan.ts'

// The harmless test file of the anti-virus makers (EICAR), put together here so that this file does not trip a scanner.
export const eicarText = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('')

const programStarts: readonly [found: string, start: Buffer][] = [
  ['Windows program', Buffer.from('MZ')],
  ['Linux program', Buffer.from('\x7fELF', 'latin1')],
  ['macOS program', Buffer.from('cffaedfe', 'hex')],
  ['macOS program', Buffer.from('cafebabe', 'hex')],
  ['script', Buffer.from('#!')],
]

/**
 * The scanner of an installation that has no other: it knows the EICAR test file wherever it stands, and programs by
 * how they start. It knows no real malware, and says so by `knowsMalware`.
 */
export const structuralScanner: ScanPort = {
  name: 'structural',
  knowsMalware: false,
  scan: (bytes) => verdictOf(bytes).catch((): ScanVerdict => 'error'),
  isThere: async () => true,
}

async function verdictOf(bytes: Readable): Promise<ScanVerdict> {
  let seen = Buffer.alloc(0)
  let atStart = true
  for await (const chunk of bytes) {
    seen = Buffer.concat([seen, chunk])
    if (seen.includes(eicarText)) return { found: 'EICAR test file' }
    if (atStart && seen.length >= 4) {
      atStart = false
      const program = programStarts.find(([, start]) => seen.subarray(0, start.length).equals(start))
      if (program) return { found: program[0] }
    }
    // The text may lie across two chunks: its length less one is carried over.
    if (!atStart) seen = Buffer.from(seen.subarray(Math.max(0, seen.length - eicarText.length + 1)))
  }
  return 'clean'
}
