import type { Condition } from './condition.ts'
import { isDay } from './days.ts'
import type { FormDefinition, Question } from './definition.ts'
import { questionsIn } from './holds.ts'
import { questionsOf } from './layout.ts'

type Placed = { readonly whose: string; readonly condition: Condition }
type Earlier = ReadonlyMap<string, Question>

/** What is wrong with the conditions of a form: unknown or later questions, values that no answer can have. */
export function conditionFaults(definition: FormDefinition): string[] {
  const all = new Map(questionsOf(definition).map((question) => [question.id, question]))
  const faults: string[] = []
  const earlier = new Map<string, Question>()
  for (const page of definition.parts.flatMap((part) => part.pages)) {
    if (page.when) faults.push(...faultsOf({ whose: `Page ${page.id}`, condition: page.when }, earlier, all))
    for (const question of page.questions) {
      for (const placed of conditionsOf(question)) faults.push(...faultsOf(placed, earlier, all))
      earlier.set(question.id, question)
    }
  }
  const afterwards = [
    ...definition.rules.map((rule) => ({
      whose: `Rule ${rule.id}`,
      condition: 'when' in rule ? rule.when : undefined,
    })),
    ...definition.evidence.map(({ id, when }) => ({ whose: `Evidence ${id}`, condition: when })),
    ...definition.fees.map(({ code, when }) => ({ whose: `Fee ${code}`, condition: when })),
  ]
  const placed = afterwards.flatMap(({ whose, condition }) => (condition ? [{ whose, condition }] : []))
  return [...faults, ...placed.flatMap((one) => faultsOf(one, all, all)), ...eligibilityConditionFaults(definition)]
}

function conditionsOf(question: Question): Placed[] {
  const whose = `Question ${question.id}`
  const bounds = [
    'earliest' in question ? question.earliest : undefined,
    'latest' in question ? question.latest : undefined,
  ]
  const counted = bounds.flatMap((bound) =>
    typeof bound === 'object' && 'answer' in bound ? [{ whose, condition: { answered: bound.answer } }] : [],
  )
  return question.when ? [{ whose, condition: question.when }, ...counted] : counted
}

function faultsOf({ whose, condition }: Placed, earlier: Earlier, all: Earlier): string[] {
  const order = questionsIn(condition).flatMap((id) => {
    if (!all.has(id)) return [`${whose} hangs on ${id}, which is no question.`]
    return earlier.has(id) ? [] : [`${whose} hangs on ${id}, which is asked later: a condition may only look back.`]
  })
  return [...order, ...comparisons(condition).flatMap((one) => comparisonFaults(whose, one, all))]
}

type Comparison = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>

function comparisons(condition: Condition): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisons)
  if ('any' in condition) return condition.any.flatMap(comparisons)
  return 'not' in condition ? comparisons(condition.not) : [condition]
}

function comparisonFaults(whose: string, condition: Comparison, all: Earlier): string[] {
  const question = 'answer' in condition ? all.get(condition.answer) : undefined
  if (!question) return []
  const dated = 'before' in condition ? condition.before : 'after' in condition ? condition.after : undefined
  if (dated !== undefined && question.kind !== 'date')
    return [`${whose} compares ${question.id} with a day, and it is no date.`]
  if (typeof dated === 'string' && dated !== 'today' && !isDay(dated)) {
    return [`${whose} compares ${question.id} with ${dated}, which is no day.`]
  }
  const offered = 'part' in condition && condition.part ? undefined : valuesOf(question)
  const compared =
    'is' in condition
      ? [condition.is]
      : 'in' in condition
        ? condition.in
        : 'includes' in condition
          ? [condition.includes]
          : []
  if (!offered) return []
  return compared
    .filter((value) => !offered.includes(String(value)))
    .map((value) => `${whose} hangs on ${question.id} being ${value}, which it does not offer.`)
}

function valuesOf(question: Question): readonly string[] | undefined {
  if (question.kind === 'yes-no') return ['yes', 'no']
  return 'options' in question ? question.options : undefined
}

function eligibilityConditionFaults({ eligibility }: FormDefinition): string[] {
  const ids = eligibility.questions.map(({ id }) => id)
  const steps = eligibility.questions.map(({ id, when }, index) => ({ id, when, known: ids.slice(0, index) }))
  const outcomes = eligibility.outcomes.map(({ id, when }) => ({ id, when, known: ids }))
  return [...steps, ...outcomes].flatMap(({ id, when, known }) =>
    (when ? questionsIn(when) : [])
      .filter((on) => !known.includes(on))
      .map((on) => `Eligibility ${id} hangs on ${on}, which is not asked before it.`),
  )
}
