import type { StoredBytes } from '../../../platform/storage/index.ts'

/** Bytes of a file that the office takes from the network: some 300,000 filings. What is larger goes in by the command. */
export const fileBytesMost = 60 * 1024 ** 2

/** How long a file is kept at most whose import does not come to an end. */
export const fileDaysMost = 7

/** What a file's bytes are sealed for: they open under no other intake. */
export const broughtPlace = (storageKey: string) => ({ owner: 'officer.intake', file: storageKey })

/** A file that waits for its import, or is in the middle of it. */
export interface BroughtFile {
  readonly intake: string
  readonly bytes: StoredBytes
  readonly dryRun: boolean
  /** The last line that is in already. */
  readonly lines: number
  /** Whether another one that was brought before has not ended yet. */
  readonly isBehind: boolean
}
