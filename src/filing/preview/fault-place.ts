import type { FormDefinition } from '../definition/definition.ts'
import { questionsOf } from '../definition/layout.ts'

const ofList = ({ parts }: FormDefinition) => parts.flatMap(({ pages }) => pages)

/** Where on the preview a text of the form stands; undefined for one that belongs to nothing. */
function placeOfText(definition: FormDefinition, key: string): string | undefined {
  const [first = '', second = ''] = key.split('.')
  if (first === 'form') return '#words'
  if (first === 'eligibility') return '#eligibility'
  if (first === 'evidence' || first === 'rule' || first === 'page' || first === 'part') return placeOfId(definition, second, first)
  return placeOfId(definition, first, 'question')
}

const sorts = {
  question: (definition: FormDefinition) => questionsOf(definition),
  page: ofList,
  part: ({ parts }: FormDefinition) => parts,
  rule: ({ rules }: FormDefinition) => rules,
  evidence: ({ evidence }: FormDefinition) => evidence,
} as const

function placeOfId(definition: FormDefinition, id: string, sort: keyof typeof sorts): string | undefined {
  const all: readonly { readonly id: string }[] = sorts[sort](definition)
  return all.some((one) => one.id === id) ? `#${sort}-${id}` : undefined
}

/** A person called “lost card” is not one called “lost”. */
const longestFirst = <Named extends { readonly name: string }>(all: readonly Named[]): readonly Named[] =>
  all.toSorted((one, other) => other.name.length - one.name.length)

/** How a fault names what it is about, and which sort of thing that is. */
const naming = [
  [/\bQuestions? (\w+)/, 'question'],
  [/\bList (\w+)/, 'question'],
  [/\bPage ([\w-]+)/, 'page'],
  [/\bPart ([\w-]+)/, 'part'],
  [/\bRule ([\w-]+)/, 'rule'],
  [/\bEvidence ([\w-]+)/, 'evidence'],
] as const

/**
 * The address on the preview of what a fault is about: the text, page, question, rule or document that it names, or the
 * person who trips over it. Undefined where it names nothing that stands there.
 */
export function placeOf(definition: FormDefinition, fault: string): string | undefined {
  const [, text] = /\b[Tt]ext ([\w.-]+\w)/.exec(fault) ?? []
  if (text !== undefined) return placeOfText(definition, text)
  const scenario = longestFirst(definition.scenarios).find(({ name }) => fault.includes(`Scenario ${name} `))
  if (scenario) return `?person=${encodeURIComponent(scenario.name)}`
  for (const [pattern, sort] of naming) {
    const [, id] = pattern.exec(fault) ?? []
    const place = id === undefined ? undefined : placeOfId(definition, id, sort)
    if (place) return place
  }
  return /\bEligibility|eligibility/.test(fault) ? '#eligibility' : undefined
}
