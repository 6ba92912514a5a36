import type { Condition } from './condition.ts'
import { isDay } from './days.ts'
import type { Derived, FormDefinition, ListQuestion, Question } from './definition.ts'
import { questionsIn } from './holds.ts'
import { listsOf, questionsOf } from './layout.ts'

type Placed = { readonly whose: string; readonly condition: Condition }
type Earlier = ReadonlyMap<string, Question>

/** What is wrong with the conditions of a form: unknown or later questions, values that no answer can have. */
export function conditionFaults(definition: FormDefinition): string[] {
  const all = known(definition)
  return [...askedFaults(definition, all), ...afterwardsFaults(definition, all), ...eligibilityConditionFaults(definition)]
}

/** Every question, and each derived number as the question of a number that it may be looked at as. */
const known = (definition: FormDefinition): Map<string, Question> =>
  new Map([...questionsOf(definition), ...(definition.derived ?? []).map(asNumber)].map((one) => [one.id, one]))

const asNumber = ({ id }: Derived): Question => ({ id, kind: 'number', item: 'derived' })

/** Pages and questions look back only, those of an entry into their own entry too. */
function askedFaults(definition: FormDefinition, all: Earlier): string[] {
  const faults: string[] = []
  const earlier = new Map<string, Question>()
  for (const page of definition.parts.flatMap((part) => part.pages)) {
    if (page.when) faults.push(...faultsOf({ whose: `Page ${page.id}`, condition: page.when }, earlier, all))
    for (const question of page.questions) {
      for (const placed of conditionsOf(question)) faults.push(...faultsOf(placed, earlier, all))
      if (question.kind === 'list') faults.push(...entryFaults(question, earlier, all))
      earlier.set(question.id, question)
    }
    for (const derived of definition.derived ?? []) {
      if (page.questions.some(({ id }) => id === derived.at)) earlier.set(derived.id, asNumber(derived))
    }
  }
  return faults
}

function entryFaults({ questions }: ListQuestion, earlier: Earlier, all: Earlier): string[] {
  const inEntry = new Map(earlier)
  return questions.flatMap((question) => {
    const faults = conditionsOf(question).flatMap((placed) => faultsOf(placed, inEntry, all))
    inEntry.set(question.id, question)
    return faults
  })
}

/** What is judged once everything was asked. Answers of an entry are seen by what stands at its questions only. */
function afterwardsFaults(definition: FormDefinition, all: Earlier): string[] {
  const outside = new Map(all)
  for (const { questions } of listsOf(definition)) for (const { id } of questions) outside.delete(id)
  const rules = definition.rules.flatMap((rule) => {
    const list = listsOf(definition).find(({ questions }) => questions.some(({ id }) => id === rule.at))
    const seen = new Map([...outside, ...(list?.questions ?? []).map((one) => [one.id, one] as const)])
    return 'when' in rule ? faultsOf({ whose: `Rule ${rule.id}`, condition: rule.when }, seen, all) : []
  })
  const others = [
    ...definition.evidence.map(({ id, when }) => ({ whose: `Evidence ${id}`, condition: when })),
    ...definition.fees.map(({ code, when }) => ({ whose: `Fee ${code}`, condition: when })),
  ]
  const placed = others.flatMap(({ whose, condition }) => (condition ? [{ whose, condition }] : []))
  return [...rules, ...placed.flatMap((one) => faultsOf(one, outside, all))]
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
  const inSome = comparisons(condition).flatMap((one) => ('some' in one ? someFaults(whose, one, earlier, all) : []))
  const order = outsideSome(condition).flatMap((id) => {
    if (!all.has(id)) return [`${whose} hangs on ${id}, which is no question.`]
    return earlier.has(id) ? [] : [`${whose} hangs on ${id}, which is asked later: a condition may only look back.`]
  })
  return [...inSome, ...order, ...comparisons(condition).flatMap((one) => comparisonFaults(whose, one, all))]
}

/** The questions a condition looks at by itself; what it asks of a list's entries is looked at with them. */
const outsideSome = (condition: Condition): readonly string[] =>
  comparisons(condition).flatMap((one) => ('some' in one ? [one.some] : questionsIn(one)))

function someFaults(whose: string, { some, where }: Extract<Condition, { some: string }>, earlier: Earlier, all: Earlier): string[] {
  const list = all.get(some)
  if (list?.kind !== 'list') return [`${whose} looks for entries in ${some}, which is no list.`]
  const inEntry = new Map([...earlier, ...list.questions.map((one) => [one.id, one] as const)])
  return faultsOf({ whose, condition: where }, inEntry, all)
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
  if (dated !== undefined && question.kind !== 'date' && question.kind !== 'partial-date')
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
