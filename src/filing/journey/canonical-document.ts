import { type Answer, isEntries } from '../definition/answer.ts'
import type { Replay } from './replay.ts'

/** JSON with the keys of every object in code-unit order and no spaces (as RFC 8785, for text, integers and lists). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  const sorted = entries.sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

/** The keys of a list's entries say nothing of the answers: the same list typed anew is the same document. */
const withoutKeys = (answer: Answer) => (isEntries(answer) ? answer.map(({ answers }) => answers) : answer)

/** What is submitted, as one text that is the same for the same answers: a signature is taken over its hash. */
export const canonicalDocument = ({ definition, submitted }: Replay): string => {
  const answers = Object.entries(submitted).map(([id, answer]) => [id, withoutKeys(answer)] as const)
  return canonical({ form: definition.form, edition: definition.edition, answers: Object.fromEntries(answers) })
}
