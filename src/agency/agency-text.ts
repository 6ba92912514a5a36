import type { MessageValue, Text } from '../platform/i18n/text.ts'
import type { AgencyPack } from './pack.ts'

/** One of the agency's own texts in the language of the page. Throws when the pack has no such text. */
export function agencyText(agency: AgencyPack, t: Text, file: string, key: string, values?: Record<string, MessageValue>): string {
  const source = agency.text(t.language, file, key)
  if (source === undefined) throw new Error(`The agency pack has no text ${file}/${key}`)
  return t.source(source, values)
}
