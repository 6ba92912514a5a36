import type { Part } from '../../../../../src/filing/definition/definition.ts'

const atAPlace = { answer: 'jobKind', in: ['employed', 'self-employed', 'school'] } as const
const named = { answer: 'jobKind', in: ['employed', 'school'] } as const
const here = { answer: 'jobCountry', is: 'US' } as const

/** Part 7. Information about your employment and schools you attended. */
export const part7 = {
  id: 'work-and-school',
  pages: [
    {
      id: 'work-and-school',
      questions: [
        {
          id: 'jobs',
          kind: 'list',
          item: 'Part 7, Item 1',
          least: 1,
          most: 40,
          named: ['jobKind', 'jobName'],
          questions: [
            {
              id: 'jobKind',
              kind: 'choice',
              item: 'Part 7, Item 1, note',
              options: ['employed', 'self-employed', 'school', 'unemployed', 'retired'],
            },
            {
              id: 'jobName',
              kind: 'short-text',
              item: 'Part 7, Item 1, employer or school',
              lengthMax: 120,
              when: named,
            },
            {
              id: 'jobOccupation',
              kind: 'short-text',
              item: 'Part 7, Item 1, occupation or field of study',
              lengthMax: 60,
              when: atAPlace,
            },
            {
              id: 'jobCountry',
              kind: 'select',
              item: 'Part 7, Item 1, country',
              list: 'countries',
              when: atAPlace,
            },
            { id: 'jobCity', kind: 'short-text', item: 'Part 7, Item 1, city', lengthMax: 60, when: atAPlace },
            {
              id: 'jobState',
              kind: 'select',
              item: 'Part 7, Item 1, state or province',
              list: 'us-states',
              when: here,
            },
            {
              id: 'jobProvince',
              kind: 'short-text',
              item: 'Part 7, Item 1, state or province',
              lengthMax: 60,
              optional: true,
              when: { all: [atAPlace, { not: here }] },
            },
            {
              id: 'jobPostalCode',
              kind: 'short-text',
              item: 'Part 7, Item 1, ZIP or postal code',
              lengthMax: 15,
              optional: true,
              when: atAPlace,
            },
            { id: 'jobFrom', kind: 'date', item: 'Part 7, Item 1, from', latest: 'today' },
            { id: 'jobTo', kind: 'date', item: 'Part 7, Item 1, to', latest: 'today', optional: true },
          ],
        },
      ],
    },
  ],
} as const satisfies Part
