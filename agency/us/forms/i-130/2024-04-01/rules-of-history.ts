import type { Condition, Rule } from '../../../../../src/filing/definition/definition.ts'
import { forSpouse, isMarried, relativeIsMarried } from './who.ts'

const mostMarriages = 20

/** As many marriages are listed as the number says: the earlier ones, and the present one where there is one. */
const listed = (times: string, earlier: string, married: Condition): Condition => ({
  any: Array.from({ length: mostMarriages }, (_, index) => index + 1).flatMap((number): Condition[] => [
    { all: [married, { answer: times, is: number }, { answer: earlier, is: number - 1 }] },
    { all: [{ not: married }, { answer: times, is: number }, { answer: earlier, is: number }] },
  ]),
})

const inOrder = (id: string, from: string, to: string, cite: string) =>
  ({ id, level: 'error', at: to, named: 'dates-in-order', of: [from, to], cite }) as const

/** Dates, numbers, proceedings and helpers that do not fit together. */
export const rulesOfHistory = [
  {
    id: 'married-before-birth',
    level: 'error',
    at: 'marriedOn',
    named: 'dates-in-order',
    of: ['dateOfBirth', 'marriedOn'],
    cite: 'Part 2, Items 8 and 18',
  },
  {
    id: 'relative-married-before-birth',
    level: 'error',
    at: 'beneficiaryDateOfBirth',
    cite: 'Part 2, Item 18 and Part 4, Item 8',
    when: { all: [forSpouse, { answer: 'beneficiaryDateOfBirth', after: { answer: 'marriedOn' } }] },
  },
  {
    id: 'earlier-marriages-do-not-add-up',
    level: 'warning',
    at: 'earlierSpouses',
    cite: 'Part 2, Items 16, 17 and 20 to 23',
    when: { not: listed('timesMarried', 'earlierMarriages', isMarried) },
  },
  {
    id: 'relative-marriages-do-not-add-up',
    level: 'warning',
    at: 'relativeEarlierSpouses',
    cite: 'Part 4, Items 17, 18 and 21 to 24',
    when: { not: listed('beneficiaryTimesMarried', 'relativeEarlierMarriages', relativeIsMarried) },
  },
  {
    id: 'still-married-to-another',
    level: 'warning',
    at: 'earlierMarriageEnded',
    cite: '8 CFR 204.2(a)(2)',
    when: { all: [isMarried, { answer: 'earlierMarriageEnded', after: { answer: 'marriedOn' } }] },
  },
  {
    id: 'relative-still-married-to-another',
    level: 'warning',
    at: 'relativeEarlierMarriageEnded',
    cite: '8 CFR 204.2(a)(2)',
    when: { all: [forSpouse, { answer: 'relativeEarlierMarriageEnded', after: { answer: 'marriedOn' } }] },
  },
  {
    id: 'admitted-before-birth',
    level: 'error',
    at: 'dateOfAdmission',
    named: 'date-of-birth-before-admission',
    of: ['dateOfBirth', 'dateOfAdmission'],
    cite: 'Part 2, Items 8 and 40.b',
  },
  {
    id: 'certificate-before-birth',
    level: 'error',
    at: 'certificateDate',
    named: 'dates-in-order',
    of: ['dateOfBirth', 'certificateDate'],
    cite: 'Part 2, Items 8 and 39.c',
  },
  {
    id: 'arrived-before-birth',
    level: 'error',
    at: 'arrivedOn',
    named: 'dates-in-order',
    of: ['beneficiaryDateOfBirth', 'arrivedOn'],
    cite: 'Part 4, Items 8 and 46.c',
  },
  {
    id: 'stay-is-over',
    level: 'warning',
    at: 'stayUntil',
    cite: 'INA 245(c)(2)',
    when: { answer: 'stayUntil', before: 'today' },
  },
  inOrder('left-before-moving-in', 'earlierAddressFrom', 'earlierAddressTo', 'Part 2, Items 15.a and 15.b'),
  inOrder('job-ended-before-it-began', 'jobFrom', 'jobTo', 'Part 2, Items 45 and 49'),
  inOrder('apart-before-together', 'togetherFrom', 'togetherTo', 'Part 4, Items 60.a and 60.b'),
  inOrder(
    'spouse-left-before-moving-in',
    'spouseEarlierAddressFrom',
    'spouseEarlierAddressTo',
    'I-130A, Part 1, Items 7.a and 7.b',
  ),
  inOrder(
    'spouse-left-abroad-before-moving-in',
    'spouseAddressAbroadFrom',
    'spouseAddressAbroadTo',
    'I-130A, Part 1, Items 9.a and 9.b',
  ),
  inOrder('spouse-job-ended-before-it-began', 'spouseJobFrom', 'spouseJobTo', 'I-130A, Part 2, Items 4 and 8'),
  inOrder(
    'spouse-job-abroad-ended-before-it-began',
    'spouseJobAbroadFrom',
    'spouseJobAbroadTo',
    'I-130A, Part 3, Items 4.a and 4.b',
  ),
  {
    id: 'married-during-proceedings',
    level: 'warning',
    at: 'beneficiaryProceedings',
    cite: 'INA 204(g), 245(e); 8 CFR 204.2(a)(1)(iii)',
    when: { all: [forSpouse, { answer: 'beneficiaryProceedings', is: 'yes' }] },
  },
  {
    id: 'relative-in-proceedings',
    level: 'warning',
    at: 'beneficiaryProceedings',
    cite: 'INA 212(a)(9)(A); 8 CFR 1245.2(a)(1)',
    when: { all: [{ not: forSpouse }, { answer: 'beneficiaryProceedings', is: 'yes' }] },
  },
  {
    id: 'a-number-is-social-security-number',
    level: 'error',
    at: 'socialSecurityNumber',
    when: { answer: 'socialSecurityNumber', sameAs: 'aNumber' },
  },
  {
    id: 'relative-a-number-is-social-security-number',
    level: 'error',
    at: 'beneficiarySocialSecurityNumber',
    when: { answer: 'beneficiarySocialSecurityNumber', sameAs: 'beneficiaryANumber' },
  },
  {
    id: 'relative-a-number-is-yours',
    level: 'error',
    at: 'beneficiaryANumber',
    when: { answer: 'beneficiaryANumber', sameAs: 'aNumber' },
  },
  {
    id: 'resident-without-a-number',
    level: 'warning',
    at: 'aNumber',
    cite: 'Part 2, Item 1',
    when: { all: [{ answer: 'status', is: 'resident' }, { not: { answered: 'aNumber' } }] },
  },
  {
    id: 'interpreter-is-petitioner',
    level: 'warning',
    at: 'interpreterFamilyName',
    cite: 'Part 7, certification',
    when: {
      all: [
        { answer: 'interpreterFamilyName', sameAs: 'familyName' },
        { answer: 'interpreterGivenName', sameAs: 'givenName' },
      ],
    },
  },
  {
    id: 'preparer-is-petitioner',
    level: 'warning',
    at: 'preparerFamilyName',
    cite: 'Part 8, certification',
    when: {
      all: [
        { answer: 'preparerFamilyName', sameAs: 'familyName' },
        { answer: 'preparerGivenName', sameAs: 'givenName' },
      ],
    },
  },
] as const satisfies readonly Rule[]
