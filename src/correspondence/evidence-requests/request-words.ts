import { type AgencyPack, agencyText } from '../../agency/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import type { AskedFor } from './request.ts'

export const kindWords = (agency: AgencyPack, t: Text, kind: string): string => agencyText(agency, t, 'requests', `kind.${kind}`)

/** What a list or a trail has room for. */
export const kindShort = (agency: AgencyPack, t: Text, kind: string): string => agencyText(agency, t, 'requests', `kind.${kind}.short`)

export interface AskShown {
  readonly title: string
  /** Why it is asked; empty for an officer's own, whose words say it all. */
  readonly about: string
  readonly counts: string
  readonly words: string
}

/** An ask in words: the agency's, in the language of the page, and what the officer added. */
export function askShown(agency: AgencyPack, t: Text, { code, words }: Pick<AskedFor, 'code' | 'words'>): AskShown {
  if (code === null) return { title: words.title, about: '', counts: '', words: words.words }
  const said = (part: 'title' | 'about' | 'counts') => agencyText(agency, t, 'requests', `ask.${code}.${part}`)
  return { title: said('title'), about: said('about'), counts: said('counts'), words: words.words }
}
