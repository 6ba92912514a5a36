import { shapeOf } from '../../src/profile/index.ts'
import type { Address, Answer, Answers, Day, Question } from '../../src/filing/definition/definition.ts'
import { dayOf, dayPlus } from '../../src/filing/definition/days.ts'
import type { FieldValues } from '../../src/filing/definition/kind.ts'
import { kindOf } from '../../src/filing/definition/kinds/kinds.ts'
import { listOf } from '../../src/filing/definition/lists.ts'
import type { EntryQuestion } from '../../src/filing/definition/question.ts'
import { fieldNames } from '../../src/filing/journey/fields.ts'
import { dammDigit } from '../../src/platform/numbers/damm.ts'

/** Choices out of a row of numbers from 0 to 1: the same row makes the same people. */
export function diceOf(random: () => number) {
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  return {
    whole,
    chance: (share: number) => random() < share,
    one: <T>(list: readonly T[]): T => list[whole(0, list.length - 1)] as T,
    digits: (count: number) => Array.from({ length: count }, () => whole(0, 9)).join(''),
  }
}

export type Dice = ReturnType<typeof diceOf>
export type Around = { readonly today: Day; readonly answers: Answers }

const names = ['Ana', "O'Brien", 'Núñez-Example', '李明', 'محمد', 'Å', 'van der Berg', 'José María', 'Test']
const words = ['None', 'Pear Street 4', 'A longer explanation, with numbers: 12 and 13.', '日本語', 'Ünal & Sons']

function anyDay(dice: Dice, earliest: Day, latest: Day): Day | undefined {
  if (earliest > latest) return undefined
  const days = Temporal.PlainDate.from(earliest).until(latest, { largestUnit: 'days' }).days
  return dayPlus(earliest, `P${dice.chance(0.1) ? dice.one([0, days]) : dice.whole(0, days)}D`)
}

function anyAddress(dice: Dice, domestic: boolean): Address {
  const country = domestic || dice.chance(0.7) ? 'US' : dice.one(listOf('countries').filter((code) => code !== 'US'))
  const unit = dice.chance(0.3) ? { unitType: dice.one(['apt', 'ste', 'flr']), unitNumber: '4B' } : {}
  const place = { street: '1 Example Street', city: dice.one(['Springfield', 'Lima', '東京']), country, ...unit }
  if (country === 'US') return { ...place, state: dice.one(listOf('us-states')), zipCode: dice.one(['62701', '62701-1234']) }
  const { needed, order, example } = shapeOf(country)
  const given = (part: 'region' | 'postalCode' | 'city') => needed.includes(part) || (order.includes(part) && dice.chance(0.5))
  const { city, ...rest } = place
  return {
    ...rest,
    ...(given('city') ? { city } : {}),
    ...(dice.chance(0.3) ? { district: 'Centro' } : {}),
    ...(given('region') ? { province: 'Province' } : {}),
    ...(given('postalCode') ? { postalCode: example || 'AB1 2CD' } : {}),
  }
}

type Of<N extends Question['kind']> = (question: Extract<Question, { kind: N }>, dice: Dice, around: Around) => Answer | undefined

const accountNumber = (dice: Dice) => {
  const digits = `${dice.whole(1, 9)}${dice.digits(10)}`
  return digits + dammDigit(digits)
}

/** A valid answer of each kind; undefined where the answers before leave room for none. */
const makers: { readonly [N in EntryQuestion['kind']]: Of<N> } = {
  'short-text': ({ lengthMax = 100 }, dice) => dice.one(words).slice(0, lengthMax).trim(),
  'long-text': (_, dice) => dice.one([...words, 'Two\nlines']),
  name: (_, dice) => dice.one(names),
  'yes-no': (_, dice) => dice.one(['yes', 'no']),
  choice: ({ options }, dice) => dice.one(options),
  select: (question, dice) => dice.one('list' in question ? listOf(question.list) : question.options),
  checkboxes: ({ options, every }, dice) => {
    const ticked = options.filter(() => every === true || dice.chance(0.4))
    return ticked.length > 0 ? ticked : options.slice(0, 1)
  },
  date: (question, dice, { today, answers }) => {
    const earliest = dayOf(question.earliest ?? '1930-01-01', today, answers) ?? '1930-01-01'
    const latest = question.latest === undefined ? '2040-12-31' : (dayOf(question.latest, today, answers) ?? today)
    return anyDay(dice, earliest, latest)
  },
  'partial-date': (_, dice) => (anyDay(dice, '1930-01-01', '2020-01-01') ?? '').slice(0, dice.one([4, 7, 10])),
  number: ({ least = 0, most = 500 }, dice) => dice.whole(least, Math.min(most, least + 500)),
  money: ({ mostCents = 5_000_000 }, dice) => dice.whole(0, Math.min(mostCents, 5_000_000)),
  'a-number': (_, dice) => `0${dice.digits(8)}`,
  'receipt-number': (_, dice) => `IOE${dice.digits(10)}`,
  'online-account-number': (_, dice) => accountNumber(dice),
  ssn: (_, dice) => `${dice.whole(100, 665)}${dice.whole(10, 99)}${dice.whole(1000, 9999)}`,
  email: (_, dice) => dice.one(['person@example.test', 'a.b@mail.example.test']),
  phone: (_, dice) => dice.one(['+12025550101', '+442079460958']),
  address: ({ domestic }, dice) => anyAddress(dice, domestic === true),
  'class-of-admission': (_, dice) => dice.one(['IR1', 'F24', 'DV1', 'B2', 'H1B']),
  height: (_, dice) => ({ feet: dice.whole(2, 7), inches: dice.whole(0, 11) }),
  weight: (_, dice) => dice.whole(20, 400),
}

/** A valid answer to a question; undefined: left empty, as an optional question may be. */
export function anyAnswer(question: EntryQuestion, dice: Dice, around: Around): Answer | undefined {
  if (question.optional && dice.chance(0.4)) return undefined
  const make = makers[question.kind] as Of<EntryQuestion['kind']>
  return make(question as never, dice, around)
}

/** The fields that an answer posts; none for one that is left empty. */
export const postOf = (question: Question, answer: Answer | undefined): FieldValues =>
  answer === undefined ? {} : kindOf(question).posted(question, answer)

const hostile: readonly unknown[] = [
  '',
  ' \u00a0 ',
  'x'.repeat(100_000),
  'a\u0000b',
  '\u202egnp.exe',
  "'; drop table filing.draft; --",
  '<script>alert(1)</script>',
  '\ud800',
  '__proto__',
  '99999999999999999999',
  '-1',
  '1e3',
  'yes',
  ['yes', 'no'],
  ['a', 'b', 'a'],
  { toString: 'no' },
  null,
  12,
]

/** Anything at all under the names of some questions, and under names that none of them has. */
export function anyPost(questions: readonly Question[], dice: Dice): Record<string, unknown> {
  const own = questions.flatMap(fieldNames).filter(() => dice.chance(0.7))
  const strange = ['__proto__', 'constructor', 'toString', 'csrf', 'notOnThisPage'].filter(() => dice.chance(0.2))
  return Object.fromEntries([...own, ...strange].map((name) => [name, dice.one(hostile)]))
}
