import { textOf } from '../../platform/i18n/text.ts'
import type { FormDefinition, Texts } from '../definition/definition.ts'
import { conditionWords } from './condition-words.ts'

/** Documents of which nobody could be told, before they start, when they are asked for. */
export function evidenceFaults(definition: FormDefinition, texts: Texts): string[] {
  const reader = { t: textOf('en', 'UTC'), texts }
  return definition.evidence.flatMap(({ id, when }) => {
    const own = texts[`evidence.${id}.when`]
    if (when === undefined) return own === undefined ? [] : [`The text evidence.${id}.when belongs to nothing: it is asked of everybody.`]
    if (own !== undefined) return own.trim() === '' ? [`The text evidence.${id}.when is empty.`] : []
    if (conditionWords(reader, definition, when) !== undefined) return []
    return [`Evidence ${id} hangs on more than can be put into plain words: say in evidence.${id}.when when it is asked for.`]
  })
}
