import type { Condition } from '../../../../../src/filing/definition/definition.ts'

/** Forms whose fee can be waived for everybody who is unable to pay it (8 CFR 106.3(a)); the list is to be confirmed. */
const forEverybody = ['i-90', 'n-400', 'i-751', 'i-191', 'i-817', 'n-300', 'n-336', 'n-470', 'n-565', 'n-600', 'n-600k'] as const

/** Those whose fee can be waived for some people only, such as victims of crime, or in some cases. */
export const forSome = ['i-485', 'i-131', 'i-539', 'i-129', 'i-192', 'i-193', 'i-290b', 'i-601', 'i-694', 'i-881', 'eoir-29'] as const

/** Those with an amount on top that the law of 2025 does not let anybody waive. */
export const withExtra = ['i-765', 'i-821'] as const

/** The options of the questions that name forms; `other` asks which. */
export const waivable = [...forEverybody.slice(0, 3), ...withExtra, ...forSome.slice(0, 3), ...forEverybody.slice(3), ...forSome.slice(3), 'other'] as const

/** At least one of these forms is among those named. */
export const names = (question: string, forms: readonly string[]): Condition => ({
  any: forms.map((includes) => ({ answer: question, includes })),
})
