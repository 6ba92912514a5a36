import type { EntryQuestion, Part } from '../../../../../src/filing/definition/definition.ts'
import { addressItems, each, fromTo, lettered, nameOf } from './asked.ts'
import { isCitizen, isResident } from './who.ts'

const part = 'Part 2'

/** What is asked of a parent of the petitioner. Nothing has to be known of a parent. */
const parent = (who: string, first: number) =>
  [
    ...nameOf(who, part, [first]).map((question) => ({ ...question, optional: true as const })),
    {
      id: `${who}DateOfBirth`,
      kind: 'partial-date',
      latest: 'today',
      item: `Part 2, Item ${first + 1}`,
      optional: true,
    },
    { id: `${who}Sex`, kind: 'choice', options: ['female', 'male'], item: `Part 2, Item ${first + 2}`, optional: true },
    {
      id: `${who}BirthCountry`,
      kind: 'select',
      list: 'countries',
      item: `Part 2, Item ${first + 3}`,
      optional: true,
    },
    { id: `${who}City`, kind: 'short-text', item: `Part 2, Item ${first + 4}`, lengthMax: 60, optional: true },
    { id: `${who}Country`, kind: 'select', list: 'countries', item: `Part 2, Item ${first + 5}`, optional: true },
  ] as const satisfies readonly EntryQuestion[]

const hasWork = { answer: 'jobKind', in: ['employed', 'self-employed'] } as const

/** Part 2, continued: parents, citizenship or residence, and work of the petitioner. */
export const part2More = {
  id: 'your-family-and-work',
  pages: [
    { id: 'your-parent-1', questions: parent('parentOne', 24) },
    { id: 'your-parent-2', questions: parent('parentTwo', 30) },
    {
      id: 'your-citizenship',
      when: isCitizen,
      questions: [
        {
          id: 'citizenThrough',
          kind: 'choice',
          item: 'Part 2, Item 37',
          options: ['birth', 'naturalization', 'parents'],
        },
        {
          id: 'hasCertificate',
          kind: 'yes-no',
          item: 'Part 2, Item 38',
          when: { answer: 'citizenThrough', in: ['naturalization', 'parents'] },
        },
      ],
    },
    {
      id: 'your-certificate',
      when: { answer: 'hasCertificate', is: 'yes' },
      questions: [
        { id: 'certificateNumber', kind: 'short-text', item: 'Part 2, Item 39.a', lengthMax: 20, sealed: true },
        { id: 'certificatePlace', kind: 'short-text', item: 'Part 2, Item 39.b', lengthMax: 60 },
        { id: 'certificateDate', kind: 'date', latest: 'today', item: 'Part 2, Item 39.c' },
      ],
    },
    {
      id: 'your-residence',
      when: isResident,
      questions: [
        { id: 'classOfAdmission', kind: 'class-of-admission', item: 'Part 2, Item 40.a', optional: true },
        { id: 'dateOfAdmission', kind: 'date', latest: 'today', item: 'Part 2, Item 40.b' },
        { id: 'admissionCity', kind: 'short-text', item: 'Part 2, Item 40.c', lengthMax: 60 },
        { id: 'admissionState', kind: 'select', list: 'us-states', item: 'Part 2, Item 40.d' },
        { id: 'residentThroughMarriage', kind: 'yes-no', item: 'Part 2, Item 41' },
      ],
    },
    {
      id: 'your-work',
      questions: [
        {
          id: 'jobs',
          kind: 'list',
          item: ['Part 2, Item 42', 'Part 2, Item 46'],
          least: 1,
          most: 20,
          named: ['employer', 'occupation'],
          questions: [
            {
              id: 'jobKind',
              kind: 'choice',
              item: 'Part 2, Item 42, note',
              options: ['employed', 'self-employed', 'not-working'],
            },
            { id: 'employer', kind: 'name', part: 'organization', item: each(part, [42, 46]), when: hasWork },
            {
              id: 'employerAddress',
              kind: 'address',
              item: addressItems(part, 43, 47),
              when: hasWork,
              optional: true,
            },
            { id: 'occupation', kind: 'short-text', item: each(part, [44, 48]), lengthMax: 60 },
            ...fromTo('job', part, [45, 49]),
          ],
        },
      ],
    },
  ],
} as const satisfies Part

/** Part 3. Biographic information of the petitioner. */
export const part3 = {
  id: 'biographic',
  pages: [
    {
      id: 'ethnicity-and-race',
      questions: [
        {
          id: 'ethnicity',
          kind: 'choice',
          item: 'Part 3, Item 1',
          options: ['hispanic-or-latino', 'not-hispanic-or-latino'],
          sealed: true,
        },
        {
          id: 'race',
          kind: 'checkboxes',
          item: 'Part 3, Item 2',
          options: ['american-indian-or-alaska-native', 'asian', 'black', 'pacific-islander', 'white'],
          sealed: true,
        },
      ],
    },
    {
      id: 'physical-description',
      questions: [
        { id: 'height', kind: 'height', item: lettered('Part 3', 3, 'ab') },
        { id: 'weight', kind: 'weight', item: 'Part 3, Item 4' },
        {
          id: 'eyeColor',
          kind: 'select',
          item: 'Part 3, Item 5',
          options: ['black', 'blue', 'brown', 'gray', 'green', 'hazel', 'maroon', 'pink', 'unknown'],
        },
        {
          id: 'hairColor',
          kind: 'select',
          item: 'Part 3, Item 6',
          options: ['bald', 'black', 'blond', 'brown', 'gray', 'red', 'sandy', 'white', 'unknown'],
        },
      ],
    },
  ],
} as const satisfies Part
