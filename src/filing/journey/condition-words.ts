import type { Text } from '../../platform/i18n/text.ts'
import type { Condition, FormDefinition, Question, Texts } from '../definition/definition.ts'
import { kindOf } from '../definition/kinds/kinds.ts'
import { outlineOf } from './outline.ts'
import { labelWords, optionWords } from './words.ts'

type Reader = { readonly t: Text; readonly texts: Texts }
type Scene = Reader & { readonly definition: FormDefinition }

/** One comparison, or its opposite. */
type Plain = { readonly question: Question; readonly values: readonly string[]; readonly says: 'is' | 'is-not' | 'given' | 'not-given' }

type Joined = { readonly by: 'conjunction' | 'disjunction'; readonly parts: readonly Plain[] }

const partsMost = 3
/** Longer than this it is no longer read. UTF-16 units. */
const lengthMost = 320

/**
 * A condition in the reader's language, as the rest of a sentence that begins with “when”: “you answer “Lost” to “Why do
 * you need a new card?””. Undefined where it would not read as plain words: nested, about days, numbers or countries, or too long;
 * there the form has words of its own.
 */
export function conditionWords(reader: Reader, definition: FormDefinition, condition: Condition): string | undefined {
  const scene = { ...reader, definition }
  const joined = flat(definition, condition, false)
  if (!joined || joined.parts.length > partsMost || joined.parts.some(saysNothing)) return undefined
  const parts = joined.parts.map((part) => saidOf(scene, part))
  const said = (joined.by === 'disjunction' ? togetherOf(parts) : parts).map((one) => saidWords(reader.t, one))
  const words = new Intl.ListFormat(reader.t.language, { type: joined.by }).format(new Set(said))
  return words.length > lengthMost ? undefined : words
}

/** Nothing is left of what two parts ask of one answer. */
const saysNothing = ({ says, values }: Plain) => !says.endsWith('given') && values.length === 0

/** A condition as comparisons joined in one way, or undefined. `opposite`: what makes it false. */
function flat(definition: FormDefinition, condition: Condition, opposite: boolean): Joined | undefined {
  if ('not' in condition) return flat(definition, condition.not, !opposite)
  if ('all' in condition || 'any' in condition) {
    const every = 'all' in condition
    const inner = (every ? condition.all : condition.any).map((one) => flat(definition, one, opposite))
    return join(every === opposite ? 'disjunction' : 'conjunction', inner)
  }
  const plain = plainOf(definition, condition, opposite)
  return plain && { by: 'conjunction', parts: [plain] }
}

function join(by: Joined['by'], inner: readonly (Joined | undefined)[]): Joined | undefined {
  const parts: Plain[] = []
  for (const one of inner) {
    if (!one || (one.parts.length > 1 && one.by !== by)) return undefined
    for (const part of one.parts) addTo(parts, part, by)
  }
  return { by, parts }
}

/** What is said of one question is said once, and a part that another one implies is left out. */
function addTo(parts: Plain[], part: Plain, by: Joined['by']): void {
  const isAlike = (one: Plain) => one.question === part.question && one.says === part.says && canMerge(part, by)
  const at = parts.findIndex(isAlike)
  const known = parts[at]
  if (known) parts[at] = { ...known, values: merged(known, part, by) }
  else parts.push(part)
  const isImplied = ({ question, says }: Plain) =>
    by === 'conjunction' && says === 'given' && parts.some((one) => one.question === question && one.says !== 'given')
  parts.splice(0, parts.length, ...parts.filter((one) => !isImplied(one)))
}

const isOpposite = ({ says }: Plain) => says === 'is-not'

/** Whether either value will do, or neither may be. */
const widens = (part: Plain, by: Joined['by']) => isOpposite(part) === (by === 'conjunction')

/** Several boxes can be ticked at once: that two are is not the same as that either is. */
const canMerge = (part: Plain, by: Joined['by']) => part.question.kind !== 'checkboxes' || widens(part, by)

const merged = (known: Plain, part: Plain, by: Joined['by']): readonly string[] =>
  widens(part, by)
    ? [...new Set([...known.values, ...part.values])]
    : known.values.filter((value) => part.values.includes(value))

function plainOf(definition: FormDefinition, condition: Condition, opposite: boolean): Plain | undefined {
  const id = 'answered' in condition ? condition.answered : 'answer' in condition ? condition.answer : undefined
  const question = id === undefined ? undefined : outlineOf(definition).questionById.get(id)
  if (!question) return undefined
  if ('answered' in condition) return { question, values: [], says: opposite ? 'not-given' : 'given' }
  const values = 'is' in condition ? [condition.is] : 'in' in condition ? condition.in : 'includes' in condition ? [condition.includes] : undefined
  if (!values) return undefined
  const texts = values.map(String)
  if ('part' in condition && condition.part !== undefined) return undefined
  return kindOf(question).controls(question)[0]?.options ? { question, values: texts, says: opposite ? 'is-not' : 'is' } : undefined
}

/** Answers to some questions, in words. */
type Said = { readonly says: Plain['says'] | 'list.given' | 'list.not-given'; readonly answers: string; readonly questions: readonly string[] }

function saidOf(scene: Scene, { question, values, says }: Plain): Said {
  const questions = [scene.t('catalogue.when.quoted', { words: labelWords(scene.t, scene.texts, question) })]
  if (says === 'given' || says === 'not-given') {
    return { says: question.kind === 'list' ? `list.${says}` : says, answers: '', questions }
  }
  const answers = values.map((value) => scene.t('catalogue.when.quoted', { words: optionWords(scene.t, scene.texts, question, value) }))
  return { says, answers: either(scene.t, answers), questions }
}

/** The same answer to either of several questions is said once. */
function togetherOf(said: readonly Said[]): readonly Said[] {
  const alike = Map.groupBy(said, ({ says, answers }) => `${says} ${answers}`)
  return [...alike.values()].map((ones) => ({ ...(ones[0] as Said), questions: [...new Set(ones.flatMap(({ questions }) => questions))] }))
}

const saidWords = (t: Text, { says, answers, questions }: Said): string => t(`catalogue.when.${says}`, { question: either(t, questions), answers })

const either = (t: Text, words: readonly string[]) => new Intl.ListFormat(t.language, { type: 'disjunction' }).format(words)
