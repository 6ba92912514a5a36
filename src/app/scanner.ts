import type { Config } from '../config.ts'
import { clamdAt, readClamdUrl, type ScanPort, structuralScanner } from '../platform/scan/index.ts'

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
