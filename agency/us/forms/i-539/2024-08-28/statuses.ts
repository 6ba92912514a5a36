import type { Condition } from '../../../../../src/filing/definition/definition.ts'

/** Statuses that a government, an international organization or NATO stands behind; asked for through the mission. */
export const official = ['a-1', 'a-2', 'a-3', 'g-1', 'g-2', 'g-3', 'g-4', 'g-5', 'nato'] as const
/** Families of people in another status: theirs follows it. */
export const workerFamilies = [
  'cw-2', 'e-1-family', 'e-2-family', 'e-3-family', 'h-4', 'l-2', 'o-3', 'p-4', 'r-2', 'td',
] as const
export const studentFamilies = ['f-2', 'j-2', 'm-2'] as const
/** Workers themselves: their employer extends their stay with Form I-129. */
export const workers = [
  'cw-1', 'e-1', 'e-2', 'e-3', 'h-1b', 'h-1b1', 'h-2a', 'h-2b', 'h-3', 'l-1', 'o-1', 'o-2', 'p-1', 'p-2', 'p-3', 'q-1', 'r-1', 'tn',
] as const
/** Ways of coming that the law lets nobody extend or change, but for rare exceptions (8 CFR 214.1(c)(3) and 248.2). */
export const closed = ['visa-waiver', 'c', 'd', 'k', 's'] as const
export const visitors = ['b-1', 'b-2'] as const
export const students = ['f-1', 'm-1'] as const
/** Admitted as long as they do what they came for: their record of arrival says D/S. */
const forTheDuration = ['f-1', 'f-2', 'j-1', 'j-2', 'i', ...official] as const

const askedFor = [
  ...visitors, 'f-1', 'f-2', 'm-1', 'm-2', 'j-1', 'j-2', ...workerFamilies, 'i', 'n-8', 'n-9', 'v', ...official,
] as const

/** The statuses that this form can ask a change to. */
export const newStatuses = [...askedFor, 'other'] as const
/** The statuses that a person may hold now. */
export const currentStatuses = [...askedFor, ...workers, 't', 'u', ...closed, 'other'] as const

export const isChange = { answer: 'requestType', is: 'change' } as const
export const isExtension = { answer: 'requestType', is: 'extension' } as const
export const isReinstatement = { answer: 'requestType', is: 'reinstatement' } as const
export const withFamily = { answer: 'whoApplies', is: 'family' } as const

/** The status asked for is one of these: the new one in a change, else the one held now. */
export const asksFor = (...statuses: readonly string[]): Condition => ({
  any: [
    { answer: 'newStatus', in: statuses },
    { all: [{ not: isChange }, { answer: 'currentStatus', in: statuses }] },
  ],
})

export const forDuration: Condition = asksFor(...forTheDuration)
export const studies: Condition = { any: [isReinstatement, asksFor('f-1', 'm-1', 'j-1')] }
/** The time allowed has ended before the day of filing (8 CFR 214.1(c)(4) and 248.1(b)). */
export const isLate: Condition = {
  all: [{ answer: 'statusExpires', before: 'today' }, { not: isReinstatement }],
}
/** The request rests on a case of somebody in the family. */
export const hasFamilyCase: Condition = {
  any: [
    { answer: 'basedOnGranted', is: 'yes' },
    { answer: 'basedOnPetition', in: ['with-this-form', 'pending'] },
  ],
}

/** More time as a victim of trafficking or of a crime. The status itself is asked for with other forms. */
export const asVictim: Condition = { all: [{ not: isChange }, { answer: 'currentStatus', in: ['t', 'u'] }] }
