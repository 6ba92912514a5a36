import type { ClamdAddress } from './clamd-address.ts'
import { askClamd, type ClamdPatience, usualPatience } from './clamd-conversation.ts'
import type { ScanPort, ScanVerdict } from './scan.ts'

/** What a clamd says of itself. `signaturesAt` is null when its folder of signatures has no date. */
export interface ClamdVersion {
  readonly engine: string
  readonly signaturesAt: Temporal.Instant | null
}

export interface Clamd extends ScanPort {
  /** Null when it cannot be asked. */
  version(): Promise<ClamdVersion | null>
}

/** ClamAV's daemon as a scanner: each file goes to it over its socket, and only the exact words of “clean” are clean. */
export const clamdAt = (address: ClamdAddress, patience: ClamdPatience = usualPatience): Clamd => ({
  name: 'clamd',
  knowsMalware: true,
  scan: (bytes) =>
    askClamd(address, 'INSTREAM', patience, bytes)
      .then(verdictIn)
      .catch((): ScanVerdict => 'error'),
  isThere: () =>
    askClamd(address, 'PING', shortOf(patience))
      .then((answer) => answer === 'PONG')
      .catch(() => false),
  version: () =>
    askClamd(address, 'VERSION', shortOf(patience))
      .then(versionIn)
      .catch(() => null),
})

/** What needs no scan is answered at once, or not at all. */
const shortOf = ({ connectMilliseconds }: ClamdPatience): ClamdPatience => ({
  connectMilliseconds,
  silentMilliseconds: connectMilliseconds,
  wholeMilliseconds: 2 * connectMilliseconds,
})

/** Words that we do not know, ERROR among them, are no verdict (ASVS V5.4.3). */
function verdictIn(answer: string): ScanVerdict {
  if (answer === 'stream: OK') return 'clean'
  const found = /^stream: (\S.*) FOUND$/.exec(answer)?.[1]
  return found ? { found } : 'error'
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** “ClamAV 1.4.6/27833/Wed Nov 25 08:26:12 2026”; without a dated folder of signatures the first part alone. */
export function versionIn(answer: string): ClamdVersion | null {
  const [engine = '', , date = ''] = answer.split('/')
  if (!engine.startsWith('ClamAV ')) return null
  const [, month = '', day = '', time = '', year = ''] = date.trim().split(/\s+/)
  const at = `${year}-${twoDigits(months.indexOf(month) + 1)}-${twoDigits(Number(day))}T${time}Z`
  const isDate = /^\d{4}-(0[1-9]|1[0-2])-\d\dT\d\d:\d\d:\d\dZ$/.test(at)
  return { engine, signaturesAt: isDate ? Temporal.Instant.from(at) : null }
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
