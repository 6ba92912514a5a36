import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { basisIs, no, withinCountedYears } from './bases.ts'

/** Part 4. Information about your residence; and the field office of Part 1, asked of those who live abroad. */
export const part4 = {
  id: 'residence',
  pages: [
    {
      id: 'current-address',
      questions: [
        {
          id: 'currentAddress',
          kind: 'address',
          fact: 'home-address',
          item: [
            'Part 4, Item 1, current address: in care of',
            'Part 4, Item 1, current address: street',
            'Part 4, Item 1, current address: unit',
            'Part 4, Item 1, current address: city',
            'Part 4, Item 1, current address: state or province',
            'Part 4, Item 1, current address: ZIP or postal code',
            'Part 4, Item 1, current address: country',
          ],
          inCareOf: true,
          sealed: true,
          own: true,
        },
        {
          id: 'currentAddressSince',
          kind: 'date',
          item: 'Part 4, Item 1, current address: from',
          latest: 'today',
        },
      ],
    },
    {
      id: 'earlier-addresses',
      when: withinCountedYears('currentAddressSince'),
      questions: [
        {
          id: 'earlierAddresses',
          kind: 'list',
          item: 'Part 4, Item 1',
          least: 1,
          most: 30,
          named: ['earlierAddress'],
          questions: [
            {
              id: 'earlierAddress',
              kind: 'address',
              item: 'Part 4, Item 1, earlier address',
              sealed: true,
            },
            { id: 'addressFrom', kind: 'date', item: 'Part 4, Item 1, earlier address: from', latest: 'today' },
            { id: 'addressTo', kind: 'date', item: 'Part 4, Item 1, earlier address: to', latest: 'today' },
          ],
        },
      ],
    },
    {
      id: 'mailing',
      questions: [{ id: 'mailAtHome', kind: 'yes-no', item: 'Part 4, Item 2' }],
    },
    {
      id: 'mailing-address',
      when: no('mailAtHome'),
      questions: [
        {
          id: 'mailingAddress',
          kind: 'address',
          fact: 'mailing-address',
          item: 'Part 4, Item 3',
          inCareOf: true,
          sealed: true,
          own: true,
        },
      ],
    },
    {
      id: 'interview-office',
      when: {
        all: [
          basisIs('spouse-working-abroad'),
          { not: { answer: 'currentAddress', part: 'country', is: 'US' } },
        ],
      },
      questions: [
        { id: 'interviewOffice', kind: 'short-text', item: 'Part 1, Item 1, field office', lengthMax: 100 },
      ],
    },
  ],
} as const satisfies Part
