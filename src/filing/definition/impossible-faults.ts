import type { Condition } from './condition.ts'
import type { FormDefinition, Rule } from './definition.ts'
import { questionsIn } from './holds.ts'
import { questionsOf } from './layout.ts'
import { choicesOf, possible, whenAsked, withChoice } from './possible.ts'

/** What no answers can bring about, and what no answers can get past. */
export const impossibleFaults = (definition: FormDefinition): string[] => [
  ...neverFaults(definition),
  ...deadEnds(definition),
]

/** Pages, questions, rules, documents and fees that no answers lead to. */
function neverFaults(definition: FormDefinition): string[] {
  const { parts, rules, evidence, fees } = definition
  const pages = parts.flatMap((part) => part.pages)
  const placed: readonly (readonly [string, Condition | undefined])[] = [
    ...pages.map(({ id, when }) => [`Page ${id} is reached by no answers`, when] as const),
    ...questionsOf(definition).map(({ id, when }) => [`Question ${id} is asked by no answers`, when && whenAsked(definition, id)] as const),
    ...rules.map((rule) => [`Rule ${rule.id} is broken by no answers`, 'when' in rule ? brokenBy(definition, rule) : undefined] as const),
    ...evidence.map(({ id, when }) => [`Evidence ${id} is asked for by no answers`, when] as const),
    ...fees.map(({ code, when }) => [`Fee ${code} is due with no answers`, when] as const),
  ]
  return placed.flatMap(([sentence, when]) =>
    when && possible(definition, when) === 'never' ? [`${sentence}: its condition can never be true.`] : [],
  )
}

const brokenBy = (definition: FormDefinition, rule: Rule & { when: Condition }): Condition => ({
  all: [whenAsked(definition, rule.at), rule.when],
})

/**
 * Questions whose every answer breaks one blocking rule or another, so that who is asked cannot go on. Judged are the
 * rules that are decided with this answer: what is asked later may be answered so that nothing is broken. A rule that by
 * itself blocks every answer blocks what was said before, on purpose. Only closed choices are judged: what hangs on days or
 * numbers may come out either way.
 */
function deadEnds(definition: FormDefinition): string[] {
  const blocking = definition.rules.filter((rule): rule is Rule & { when: Condition } => rule.level === 'error' && 'when' in rule)
  const order = new Map(questionsOf(definition).map(({ id }, index) => [id, index]))
  const decidedWith = (rule: Rule & { when: Condition }) => [rule.at, ...questionsIn(rule.when)].toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0)).at(-1)
  return questionsOf(definition).flatMap((question) => {
    const choices = choicesOf(question)
    const rules = blocking.filter((rule) => decidedWith(rule) === question.id)
    if (!choices || rules.length < 2) return []
    const answers = question.optional ? [...choices, null] : choices
    const asked = whenAsked(definition, question.id)
    const breaks = (rule: Rule & { when: Condition }, choice: (typeof answers)[number]) => withChoice(brokenBy(definition, rule), question.id, choice)
    const everyBlocked = answers.map((choice): Condition => ({ any: rules.map((rule) => breaks(rule, choice)) }))
    const byOne = rules.map((rule): Condition => ({ all: answers.map((choice) => breaks(rule, choice)) }))
    const condition: Condition = { all: [asked, ...everyBlocked, ...byOne.map((one) => ({ not: one }))] }
    if (possible(definition, condition, true) !== 'possible') return []
    return [`Whatever is answered to ${question.id}, one of the blocking rules ${rules.map(({ id }) => id).join(', ')} is broken: they contradict each other.`]
  })
}
