import type { Text } from '../../platform/i18n/text.ts'
import type { Derived, Texts } from '../definition/definition.ts'
import { wordsOf } from '../definition/wording.ts'
import { outlineOf } from './outline.ts'
import type { Replay } from './replay.ts'

type Reader = { readonly t: Text; readonly texts: Texts }

/** A number that the form worked out, in its words. */
function derivedWords({ t, texts }: Reader, derived: Derived, value: number): string {
  const shown = 'money' in derived && derived.money ? t.money(value) : value
  return wordsOf(t, texts, { form: `derived.${derived.id}` }, { value: shown }) ?? ''
}

/** What was worked out from the answers of a page, in words. */
export const derivedOn = (reader: Reader, { definition, derived }: Replay, pageId: string): readonly string[] =>
  (outlineOf(definition).derivedOnPage.get(pageId) ?? []).flatMap((one) => {
    const value = derived[one.id]
    return value === undefined ? [] : [derivedWords(reader, one, value)]
  })
