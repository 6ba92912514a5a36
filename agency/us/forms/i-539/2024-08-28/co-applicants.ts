import type { Condition, EntryQuestion, Part } from '../../../../../src/filing/definition/definition.ts'
import { coHistory } from './co-history.ts'
import { coPages } from './co-pages.ts'
import { currentStatuses, withFamily } from './statuses.ts'

const item = (number: string) => `Form I-539A, Part 2, Item ${number}`
const has: Condition = { any: [{ answered: 'coPassportNumber' }, { answered: 'coTravelDocumentNumber' }] }
const changed = { answer: 'coPassportChanged', is: 'yes' } as const

const about: readonly EntryQuestion[] = [
  { id: 'coRelation', kind: 'choice', item: item('1, note'), options: ['spouse', 'child'] },
  { id: 'coFamilyName', kind: 'name', part: 'family', item: item('1, family name') },
  { id: 'coGivenName', kind: 'name', part: 'given', item: item('1, given name') },
  { id: 'coMiddleName', kind: 'name', part: 'middle', item: item('1, middle name'), optional: true },
  { id: 'coDateOfBirth', kind: 'date', latest: 'today', item: item('2') },
  { id: 'coBirthCountry', kind: 'select', list: 'countries', item: item('3') },
  { id: 'coCitizenship', kind: 'select', list: 'countries', item: item('4'), optional: true },
  { id: 'coSocialSecurityNumber', kind: 'ssn', item: item('5'), optional: true },
  { id: 'coANumber', kind: 'a-number', item: item('6'), optional: true },
  { id: 'coAccountNumber', kind: 'online-account-number', item: item('10'), optional: true },
]

const arrival: readonly EntryQuestion[] = [
  { id: 'coArrivalDate', kind: 'partial-date', latest: 'today', item: item('7, date of arrival'), sealed: true },
  { id: 'coI94Number', kind: 'short-text', item: item('7, I-94 number'), optional: true, sealed: true, lengthMax: 11 },
  { id: 'coPassportNumber', kind: 'short-text', item: item('7, passport number'), optional: true, sealed: true, lengthMax: 30 },
  {
    id: 'coTravelDocumentNumber',
    kind: 'short-text',
    item: item('7, travel document number'),
    optional: true,
    sealed: true,
    lengthMax: 30,
  },
  { id: 'coDocumentCountry', kind: 'select', list: 'countries', item: item('7, country of issuance'), when: has },
  { id: 'coDocumentExpires', kind: 'date', item: item('7, document expiration date'), when: has, optional: true },
  { id: 'coPassportChanged', kind: 'yes-no', item: item('9, passport number') },
  { id: 'coPassportNowNumber', kind: 'short-text', item: item('9, passport number'), when: changed, sealed: true, lengthMax: 30 },
  { id: 'coPassportNowCountry', kind: 'select', list: 'countries', item: item('9, country of issuance'), when: changed },
  { id: 'coPassportNowExpires', kind: 'date', item: item('9, expiration date'), when: changed },
  { id: 'coStatus', kind: 'select', options: currentStatuses, item: item('8, current status'), sealed: true },
  {
    id: 'coStatusOther',
    kind: 'short-text',
    item: item('8, current status'),
    when: { answer: 'coStatus', is: 'other' },
    sealed: true,
    lengthMax: 60,
  },
  { id: 'coDurationOfStatus', kind: 'yes-no', item: item('8, expiration date') },
  {
    id: 'coStatusExpires',
    kind: 'date',
    item: item('8, expiration date'),
    when: { answer: 'coDurationOfStatus', is: 'no' },
  },
]

/** Form I-539A, one entry for each husband, wife or child who asks for the same. Part 1 of it repeats the name on Form I-539. */
export const coApplicants: Part = {
  id: 'your-family',
  pages: [
    {
      id: 'co-applicants',
      when: withFamily,
      questions: [
        {
          id: 'coApplicants',
          kind: 'list',
          item: 'Part 2, Item 4',
          least: 1,
          most: 20,
          named: ['coGivenName', 'coFamilyName'],
          questions: [...about, ...arrival, ...coHistory],
          pages: coPages,
        },
      ],
    },
  ],
}
