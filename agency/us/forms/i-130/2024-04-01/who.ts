import type { Condition } from '../../../../../src/filing/definition/definition.ts'

export const relativeIs = (...relatives: readonly string[]): Condition => ({ answer: 'relationship', in: relatives })

export const forSpouse = { answer: 'relationship', is: 'spouse' } as const satisfies Condition
export const forSibling = { answer: 'relationship', is: 'sibling' } as const satisfies Condition

export const isCitizen = { answer: 'status', is: 'citizen' } as const satisfies Condition
export const isResident = { answer: 'status', is: 'resident' } as const satisfies Condition

/** How parent and child came to be so, in a petition for either. */
export const linkedBy = (...links: readonly string[]): Condition => ({ answer: 'childOrParentLink', in: links })

/** Married at present, living together or not. */
export const isMarried = { answer: 'maritalStatus', in: ['married', 'separated'] } as const satisfies Condition
export const relativeIsMarried = {
  answer: 'beneficiaryMaritalStatus',
  in: ['married', 'separated'],
} as const satisfies Condition

export const isHere = { answer: 'beneficiaryInUs', is: 'yes' } as const satisfies Condition

/** The parent in the petition is the father: the one who files for a child, or the relative who is the parent. */
export const throughFather = {
  any: [
    { all: [relativeIs('child'), { answer: 'sex', is: 'male' }] },
    { all: [relativeIs('parent'), { answer: 'beneficiarySex', is: 'male' }] },
  ],
} as const satisfies Condition

/** By birth or by the marriage of a parent: not by adoption. */
export const siblingByBirth = {
  all: [forSibling, { answer: 'siblingByAdoption', is: 'no' }],
} as const satisfies Condition
