import type { AgencyPack } from '../../../agency/index.ts'
import { textOf } from '../../../platform/i18n/text.ts'
import { addressLines, type PostalAddress } from '../../../profile/index.ts'

/** Whom a letter goes to, as it stands on the envelope. */
export interface Addressee {
  readonly name: string
  readonly address: PostalAddress
}

/**
 * The lines of the envelope. Mail within the agency's own country names no country; mail abroad names it last, in capitals
 * and in the language of the post office that takes it (USPS International Mail Manual, 122.1).
 */
export function envelopeLines(agency: AgencyPack, { name, address }: Addressee): string[] {
  const lines = addressLines(textOf(agency.languageOfRecord, agency.timeZone), address)
  const country = lines.pop() ?? address.country
  const isAbroad = address.country !== agency.country
  return [name, ...lines, ...(isAbroad ? [country.toLocaleUpperCase(agency.languageOfRecord)] : [])]
}
