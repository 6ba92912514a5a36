import type { Condition } from '../definition/condition.ts'
import type { Day, FormDefinition, Question } from '../definition/definition.ts'
import { judge, type Known, questionsIn, type Verdict } from '../definition/holds.ts'
import { askedWhen, choicesOf } from '../definition/possible.ts'
import { outlineOf } from '../journey/outline.ts'

/** Answers to questions with a closed choice, by question id. */
export type Said = { readonly [questionId: string]: string }

/** One fee of a form by what was said. */
export type EstimatedFee = {
  readonly code: string
  /** Undefined: it hangs on something that is not asked here, such as a date. */
  readonly due: Verdict
  /** The questions that were answered and that it hangs on, in the order of its rule. */
  readonly because: readonly string[]
  /** The questions it still hangs on. */
  readonly open: readonly string[]
}

export type FeeEstimate = {
  /** What was said, without what is not asked and what is no answer. */
  readonly said: Said
  /** The next question, in the order of the form; null: the rest is told as far as closed choices can tell it. */
  readonly ask: { readonly question: Question; readonly options: readonly string[] } | null
  readonly fees: readonly EstimatedFee[]
}

/** One of a few fixed answers that may stand in an address: never a day or a name, nor what a draft keeps sealed. */
function optionsOf(question: Question): readonly string[] | undefined {
  if (question.kind === 'checkboxes' || question.sealed) return undefined
  return choicesOf(question)?.filter((choice): choice is string => typeof choice === 'string')
}

/** In the order of the form; those of an entry are not among them. */
const placed = (definition: FormDefinition): readonly Question[] => outlineOf(definition).pages.flatMap(({ page }) => page.questions)

/** All that a condition hangs on, and what these are asked by. */
function hangsOn(definition: FormDefinition, condition: Condition): ReadonlySet<string> {
  const asked = askedWhen(definition)
  const found = new Set<string>()
  const look = (one: Condition) => {
    for (const id of questionsIn(one)) {
      if (found.has(id)) continue
      found.add(id)
      for (const when of asked.get(id) ?? []) look(when)
    }
  }
  look(condition)
  return found
}

/** What is answered, what is not asked, and what stays open, each question judged after those before it. */
function knownFrom(definition: FormDefinition, said: Said, today: Day, ids: ReadonlySet<string>): Required<Known> {
  const open = new Set(ids)
  const answers: Record<string, string> = {}
  const known = { answers, today, open }
  for (const question of placed(definition).filter(({ id }) => ids.has(id))) {
    const { id } = question
    const verdicts = (askedWhen(definition).get(id) ?? []).map((when) => judge(when, known))
    const answer = Object.hasOwn(said, id) ? said[id] : undefined
    if (verdicts.includes(false)) open.delete(id)
    else if (answer !== undefined && optionsOf(question)?.includes(answer)) {
      answers[id] = answer
      open.delete(id)
    }
  }
  return known
}

/**
 * What the fees of a form come to by answers to questions with a closed choice, one question after the other and only
 * those that something still hangs on. Nothing personal is asked: what hangs on a day, a number or an entry stays open.
 */
export function estimateFees(definition: FormDefinition, said: Said, today: Day): FeeEstimate {
  const hanging = definition.fees.map(({ when }) => (when ? hangsOn(definition, when) : new Set<string>()))
  const known = knownFrom(definition, said, today, new Set(hanging.flatMap((ids) => [...ids])))
  const fees = definition.fees.map(({ code, when }): EstimatedFee => {
    const looksAt = when ? [...new Set(questionsIn(when))] : []
    return {
      code,
      due: when ? judge(when, known) : true,
      because: looksAt.filter((id) => Object.hasOwn(known.answers, id)),
      open: looksAt.filter((id) => known.open.has(id)),
    }
  })
  const undecided = new Set(hanging.filter((_ids, index) => fees[index]?.due === undefined).flatMap((ids) => [...ids]))
  const next = placed(definition).find((question) => undecided.has(question.id) && known.open.has(question.id) && optionsOf(question))
  return {
    said: known.answers as Said,
    ask: next ? { question: next, options: optionsOf(next) ?? [] } : null,
    fees,
  }
}
