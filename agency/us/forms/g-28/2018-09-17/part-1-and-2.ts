import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** The items a to h of an address, after the number of its block. */
export const addressItems = (part: string, number: number): readonly string[] =>
  [...'abcdefgh'].map((letter) => `${part}, Item ${number}.${letter}`)

const isAttorney = { answer: 'standing', is: 'attorney' } as const
const isAccredited = { answer: 'standing', is: 'accredited-representative' } as const

/** Part 1. Who represents. The representative files and signs the notice. */
export const part1 = {
  id: 'representative',
  pages: [
    {
      id: 'representative-name',
      questions: [
        { id: 'familyName', kind: 'name', part: 'family', own: true, fact: 'family-name', item: 'Part 1, Item 2.a' },
        {
          id: 'givenName',
          kind: 'name',
          part: 'given',
          own: true,
          fact: 'given-name',
          item: 'Part 1, Item 2.b',
          optional: true,
        },
        {
          id: 'middleName',
          kind: 'name',
          part: 'middle',
          own: true,
          fact: 'middle-name',
          item: 'Part 1, Item 2.c',
          optional: true,
        },
        {
          id: 'onlineAccountNumber',
          kind: 'online-account-number',
          fact: 'account-number',
          item: 'Part 1, Item 1',
          optional: true,
        },
      ],
    },
    {
      id: 'representative-address',
      questions: [{ id: 'businessAddress', kind: 'address', own: true, item: addressItems('Part 1', 3) }],
    },
    {
      id: 'representative-contact',
      questions: [
        { id: 'daytimePhone', kind: 'phone', own: true, fact: 'daytime-phone', item: 'Part 1, Item 4' },
        { id: 'mobilePhone', kind: 'phone', own: true, fact: 'mobile-phone', item: 'Part 1, Item 5', optional: true },
        { id: 'email', kind: 'email', own: true, fact: 'email', item: 'Part 1, Item 6', optional: true },
        { id: 'fax', kind: 'phone', item: 'Part 1, Item 7', optional: true },
      ],
    },
  ],
} as const satisfies Part

/** Part 2. By what right the representative appears. */
export const part2 = {
  id: 'eligibility-to-represent',
  pages: [
    {
      id: 'standing',
      questions: [
        {
          id: 'standing',
          kind: 'choice',
          item: ['Part 2, Item 1.a', 'Part 2, Item 2.a'],
          options: ['attorney', 'accredited-representative'],
        },
      ],
    },
    {
      id: 'bars',
      when: isAttorney,
      questions: [
        {
          id: 'bars',
          kind: 'list',
          item: 'Part 2, Item 1.a, licensing authority',
          least: 1,
          most: 60,
          named: ['licensingAuthority'],
          questions: [
            {
              id: 'licensingAuthority',
              kind: 'short-text',
              item: 'Part 2, Item 1.a, licensing authority',
              lengthMax: 100,
            },
            { id: 'barNumber', kind: 'short-text', item: 'Part 2, Item 1.b', lengthMax: 30, optional: true },
          ],
        },
      ],
    },
    {
      id: 'orders',
      when: isAttorney,
      questions: [
        { id: 'subjectToOrder', kind: 'yes-no', item: 'Part 2, Item 1.c', sealed: true },
        {
          id: 'orderExplanation',
          kind: 'long-text',
          explains: true,
          item: ['Part 2, Item 1.c, explanation', 'Part 6, Item 2.d'],
          when: { answer: 'subjectToOrder', is: 'yes' },
          sealed: true,
          lengthMax: 4000,
        },
        {
          id: 'lawFirm',
          kind: 'name',
          part: 'organization',
          item: 'Part 2, Item 1.d',
          optional: true,
        },
      ],
    },
    {
      id: 'accreditation',
      when: isAccredited,
      questions: [
        { id: 'recognizedOrganization', kind: 'name', part: 'organization', item: 'Part 2, Item 2.b' },
        { id: 'accreditedOn', kind: 'date', latest: 'today', item: 'Part 2, Item 2.c' },
      ],
    },
    {
      id: 'appearance',
      questions: [
        { id: 'limitedAppearance', kind: 'yes-no', item: 'Part 2, Item 3' },
        {
          id: 'representativeOfRecord',
          kind: 'name',
          part: 'full',
          item: 'Part 2, Item 3, name',
          when: { answer: 'limitedAppearance', is: 'yes' },
        },
        { id: 'lawStudent', kind: 'yes-no', item: 'Part 2, Item 4.a' },
        {
          id: 'lawStudentName',
          kind: 'name',
          part: 'full',
          item: 'Part 2, Item 4.b',
          when: { answer: 'lawStudent', is: 'yes' },
        },
      ],
    },
  ],
} as const satisfies Part
