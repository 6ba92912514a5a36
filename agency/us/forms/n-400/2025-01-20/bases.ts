import type { Condition } from '../../../../../src/filing/definition/definition.ts'

/** The bases of Part 1, Item 1, in the order of the form: 1.a to 1.g. */
export const bases = [
  'five-years',
  'spouse-of-citizen',
  'vawa',
  'spouse-working-abroad',
  'military-hostilities',
  'military-one-year',
  'other',
] as const

export const basisIs = (...some: readonly (typeof bases)[number][]): Condition => ({ answer: 'basis', in: some })

/** Those who answer Part 5, Items 4.a to 8: Part 1, Items 1.b and 1.d. */
export const throughSpouse = basisIs('spouse-of-citizen', 'spouse-working-abroad')

/** Three years count for them in place of five (INA 319(a)). */
export const threeYears = basisIs('spouse-of-citizen', 'vawa')

export const military = basisIs('military-hostilities', 'military-one-year')

/** Only these may apply without being a permanent resident (INA 329(a); nationals, INA 325). */
export const mayLackResidence = basisIs('military-hostilities', 'other')

/** Nothing was said against being a permanent resident. */
export const isResident = { not: { answer: 'permanentResident', is: 'no' } } as const satisfies Condition

export const marriedNow = { answer: 'maritalStatus', in: ['married', 'separated'] } as const satisfies Condition

/** The current spouse is asked about. */
export const spouseAsked = { all: [throughSpouse, marriedNow] } as const satisfies Condition

export const yes = (question: string): Condition => ({ answer: question, is: 'yes' })
export const no = (question: string): Condition => ({ answer: question, is: 'no' })
export const anyYes = (...questions: readonly string[]): Condition => ({ any: questions.map(yes) })

const agedAtLeast = (age: number, residentFor: number): Condition => ({
  all: [
    { answer: 'age', moreThan: age - 1 },
    { answer: 'residentYears', moreThan: residentFor - 1 },
  ],
})

/** No English test: 50 years old and 20 a resident, or 55 and 15 (INA 312(b)(2)); 65 and 20 are of these. */
export const withoutEnglishTest = { any: [agedAtLeast(50, 20), agedAtLeast(55, 15)] } as const satisfies Condition

/** A day of the answer that is later than so many years before today. */
export const within = (question: string, plus: string): Condition => ({
  answer: question,
  after: { from: 'today', plus },
})

/** The day of the answer is later than the start of the years that count for this person. */
export const withinCountedYears = (question: string): Condition => ({
  any: [
    { all: [threeYears, within(question, '-P3Y')] },
    { all: [{ not: threeYears }, within(question, '-P5Y')] },
  ],
})
