import type { Config } from '../config.ts'
import type { Chore } from '../platform/jobs/job.ts'
import { type Clamd, clamdAt, readClamdUrl, type ScanPort, structuralScanner } from '../platform/scan/index.ts'

/**
 * The scanner of the settings. Without one there are the structural checks alone, and the pages say so.
 * @throws one line when the setting cannot be read
 */
export function scannerOf({ clamavUrl }: Pick<Config, 'clamavUrl'>): ScanPort {
  if (clamavUrl === null) return structuralScanner
  const read = readClamdUrl(clamavUrl)
  if (!read.ok) throw new Error(`CLAMAV_URL: ${read.fault}`)
  return clamdAt(read.address)
}

/** Signatures come out several times a day: older than this, nobody brings them. */
export const signatureDaysMost = 3

/** How many whole days old; null: they have no date. */
export const signatureDays = (signaturesAt: Temporal.Instant | null, now: Temporal.Instant): number | null =>
  signaturesAt ? Math.floor(signaturesAt.until(now).total('hours') / 24) : null

/** Tells the log every hour of signatures that grow old: the scanner goes on calling files clean that it does not know. */
export const watchSignatures = (scanner: ScanPort | Clamd): Chore => ({
  name: 'scan.watch-signatures',
  everySeconds: 3600,
  async run({ services, log }) {
    const version = 'version' in scanner ? await scanner.version() : null
    const days = version && signatureDays(version.signaturesAt, services.clock.now())
    if (days !== null && days > signatureDaysMost)
      log.fault({ event: 'scanner-signatures-old', task: 'scan.watch-signatures', count: days }, new Error('the signatures of the scanner are old'))
  },
})
