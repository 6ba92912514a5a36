import type { Height } from '../answer.ts'
import { cleanLine } from '../clean.ts'
import type { Control, Kind, Mistake, Posted } from '../kind.ts'
import { kept, labelOf } from '../kind.ts'
import type { HeightQuestion } from '../question.ts'
import { textErrors, uncleanMistake } from './text.ts'

const feetMax = 9
const inchesMax = 11
const lengthMax = 10

/** A whole number of a field, undefined when left empty, or its mistake. */
function wholeNumber(field: string, posted: Posted, most: number): number | undefined | Mistake {
  const cleaned = cleanLine(posted[field], lengthMax)
  if (!cleaned.ok) return uncleanMistake(field, cleaned.why, lengthMax)
  if (cleaned.text === '') return undefined
  if (!/^\d{1,3}$/.test(cleaned.text)) return { field, key: 'filing.error.not-a-number' }
  const number = Number(cleaned.text)
  return number > most ? { field, key: 'filing.error.number-too-large', values: { most } } : number
}

const controlOf = (question: HeightQuestion, part: 'feet' | 'inches'): Control => ({
  name: `${question.id}.${part}`,
  type: 'text',
  label: { ...labelOf(question, part), product: `filing.height.${part}` },
  inputMode: 'numeric',
  lengthMax,
  width: 3,
  ...(question.optional ? { optional: true } : {}),
})

export const height: Kind<HeightQuestion, Height> = {
  sealed: false,
  needed: 'filing.error.needed-number',
  errors: [
    ...textErrors,
    'filing.error.not-a-number',
    'filing.error.number-too-large',
    'filing.error.feet-missing',
    'filing.error.inches-missing',
    'filing.error.not-a-height',
  ],
  firstField: ({ id }) => `${id}.feet`,
  parse: ({ id }, posted) => {
    const feet = wholeNumber(`${id}.feet`, posted, feetMax)
    const inches = wholeNumber(`${id}.inches`, posted, inchesMax)
    const mistakes = [feet, inches].filter((found) => typeof found === 'object')
    if (mistakes.length > 0) return { ok: false, mistakes }
    if (feet === undefined && inches === undefined) return kept<Height>(undefined)
    if (typeof feet !== 'number')
      return { ok: false, mistakes: [{ field: `${id}.feet`, key: 'filing.error.feet-missing' }] }
    if (typeof inches !== 'number') {
      return { ok: false, mistakes: [{ field: `${id}.inches`, key: 'filing.error.inches-missing' }] }
    }
    if (feet === 0) return { ok: false, mistakes: [{ field: `${id}.feet`, key: 'filing.error.not-a-height' }] }
    return kept({ feet, inches })
  },
  posted: ({ id }, { feet, inches }) => ({ [`${id}.feet`]: String(feet), [`${id}.inches`]: String(inches) }),
  controls: (question) => [controlOf(question, 'feet'), controlOf(question, 'inches')],
  lines: (_, { feet, inches }) => [{ wording: { product: 'filing.summary.height' }, values: { feet, inches } }],
}
