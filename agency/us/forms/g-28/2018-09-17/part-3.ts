import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { addressItems } from './part-1-and-2.ts'

const before = (agency: string) => ({ answer: 'agency', is: agency }) as const

/** Part 3. The matter, and the client. */
export const part3 = {
  id: 'matter-and-client',
  pages: [
    {
      id: 'matter',
      questions: [
        {
          id: 'agency',
          kind: 'choice',
          item: ['Part 3, Item 1.a', 'Part 3, Item 2.a', 'Part 3, Item 3.a'],
          options: ['uscis', 'ice', 'cbp'],
        },
        { id: 'uscisMatter', kind: 'short-text', item: 'Part 3, Item 1.b', lengthMax: 200, when: before('uscis') },
        { id: 'iceMatter', kind: 'short-text', item: 'Part 3, Item 2.b', lengthMax: 200, when: before('ice') },
        { id: 'cbpMatter', kind: 'short-text', item: 'Part 3, Item 3.b', lengthMax: 200, when: before('cbp') },
        { id: 'receiptNumber', kind: 'receipt-number', item: 'Part 3, Item 4', optional: true },
      ],
    },
    {
      id: 'client-role',
      questions: [
        {
          id: 'clientRole',
          kind: 'choice',
          item: 'Part 3, Item 5',
          options: ['applicant', 'petitioner', 'requestor', 'beneficiary', 'respondent'],
        },
        { id: 'clientIsEntity', kind: 'yes-no', item: 'Part 3, Item 7.a, note' },
      ],
    },
    {
      id: 'client-entity',
      when: { answer: 'clientIsEntity', is: 'yes' },
      questions: [
        { id: 'entityName', kind: 'name', part: 'organization', item: 'Part 3, Item 7.a' },
        { id: 'signatoryTitle', kind: 'short-text', item: 'Part 3, Item 7.b', lengthMax: 60 },
      ],
    },
    {
      id: 'client-name',
      questions: [
        { id: 'clientFamilyName', kind: 'name', part: 'family', item: 'Part 3, Item 6.a' },
        { id: 'clientGivenName', kind: 'name', part: 'given', item: 'Part 3, Item 6.b', optional: true },
        { id: 'clientMiddleName', kind: 'name', part: 'middle', item: 'Part 3, Item 6.c', optional: true },
      ],
    },
    {
      id: 'client-numbers',
      questions: [
        { id: 'clientAccountNumber', kind: 'online-account-number', item: 'Part 3, Item 8', optional: true },
        { id: 'clientANumber', kind: 'a-number', item: 'Part 3, Item 9', optional: true },
      ],
    },
    {
      id: 'client-contact',
      questions: [
        { id: 'clientDaytimePhone', kind: 'phone', item: 'Part 3, Item 10', optional: true },
        { id: 'clientMobilePhone', kind: 'phone', item: 'Part 3, Item 11', optional: true },
        { id: 'clientEmail', kind: 'email', item: 'Part 3, Item 12', optional: true, sealed: true },
      ],
    },
    {
      id: 'client-address',
      questions: [{ id: 'clientAddress', kind: 'address', item: addressItems('Part 3', 13) }],
    },
  ],
} as const satisfies Part
