import type { AgencyPack } from '../agency/index.ts'
import type { Text } from '../platform/i18n/text.ts'

/** Who admitted or accredited somebody, by name; by its code where the agency's pack has it no more. */
export function authorityName(agency: AgencyPack, t: Text, code: string): string {
  const source = agency.text(t.language, 'representatives', `authority.${code}`)
  return source === undefined ? code : t.source(source)
}
