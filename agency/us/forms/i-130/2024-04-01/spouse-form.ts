import type { EntryQuestion, Part } from '../../../../../src/filing/definition/definition.ts'
import { addressItems, each, fromTo, lettered, nameOf } from './asked.ts'
import { forSpouse } from './who.ts'

const [about, work, abroad] = ['I-130A, Part 1', 'I-130A, Part 2', 'I-130A, Part 3']
const hasWork = { answer: 'spouseJobKind', in: ['employed', 'self-employed'] } as const

/** What is asked of a parent of the spouse. Nothing has to be known of a parent. */
const parent = (who: string, first: number) =>
  [
    ...nameOf(who, about, [first]).map((question) => ({ ...question, optional: true as const })),
    {
      id: `${who}DateOfBirth`,
      kind: 'partial-date',
      latest: 'today',
      item: each(about, [first + 1]),
      optional: true,
    },
    { id: `${who}Sex`, kind: 'choice', options: ['female', 'male'], item: each(about, [first + 2]), optional: true },
    { id: `${who}BirthCity`, kind: 'short-text', item: each(about, [first + 3]), lengthMax: 60, optional: true },
    {
      id: `${who}BirthCountry`,
      kind: 'select',
      list: 'countries',
      item: each(about, [first + 4]),
      optional: true,
    },
    { id: `${who}City`, kind: 'short-text', item: each(about, [first + 5]), lengthMax: 60, optional: true },
    { id: `${who}Country`, kind: 'select', list: 'countries', item: each(about, [first + 6]), optional: true },
  ] as const satisfies readonly EntryQuestion[]

/** Form I-130A, Parts 1 to 3: what is asked of a spouse besides Part 4 of the petition. */
export const spouseForm = {
  id: 'about-your-spouse',
  pages: [
    {
      id: 'spouse-time-at-home',
      when: forSpouse,
      questions: [
        {
          id: 'spouseHomeSince',
          kind: 'partial-date',
          latest: 'today',
          item: lettered(about, 5, 'ab'),
        },
        { id: 'spouseFiveYearsAtHome', kind: 'yes-no', item: 'I-130A, Part 1, Item 6, note' },
      ],
    },
    {
      id: 'spouse-earlier-addresses',
      when: { answer: 'spouseFiveYearsAtHome', is: 'no' },
      questions: [
        {
          id: 'spouseEarlierAddresses',
          kind: 'list',
          item: 'I-130A, Part 1, Item 6',
          least: 1,
          most: 20,
          named: ['spouseEarlierAddress'],
          questions: [
            { id: 'spouseEarlierAddress', kind: 'address', item: addressItems(about, 6) },
            ...fromTo('spouseEarlierAddress', about, [7]),
          ],
        },
      ],
    },
    {
      id: 'spouse-home-abroad',
      when: forSpouse,
      questions: [
        {
          id: 'spouseHomeAbroad',
          kind: 'choice',
          item: 'I-130A, Part 1, Item 8, note',
          options: ['current', 'another', 'never'],
        },
      ],
    },
    {
      id: 'spouse-address-abroad',
      when: { answer: 'spouseHomeAbroad', is: 'another' },
      questions: [
        { id: 'spouseAddressAbroad', kind: 'address', item: lettered(about, 8, 'abcdef') },
        ...fromTo('spouseAddressAbroad', about, [9]),
      ],
    },
    { id: 'spouse-parent-1', when: forSpouse, questions: parent('spouseParentOne', 10) },
    { id: 'spouse-parent-2', when: forSpouse, questions: parent('spouseParentTwo', 17) },
    {
      id: 'spouse-work',
      when: forSpouse,
      questions: [
        {
          id: 'spouseJobs',
          kind: 'list',
          item: ['I-130A, Part 2, Item 1', 'I-130A, Part 2, Item 5', 'Part 4, Item 51'],
          least: 1,
          most: 20,
          named: ['spouseEmployer', 'spouseOccupation'],
          questions: [
            {
              id: 'spouseJobKind',
              kind: 'choice',
              item: 'I-130A, Part 2, Item 1, note',
              options: ['employed', 'self-employed', 'not-working'],
            },
            {
              id: 'spouseEmployer',
              kind: 'name',
              part: 'organization',
              item: ['I-130A, Part 2, Item 1', 'I-130A, Part 2, Item 5', 'Part 4, Item 51.a'],
              when: hasWork,
            },
            {
              id: 'spouseEmployerAddress',
              kind: 'address',
              item: [...addressItems(work, 2, 6), ...lettered('Part 4', 51, 'bcdefghi')],
              when: hasWork,
              optional: true,
            },
            { id: 'spouseOccupation', kind: 'short-text', item: each(work, [3, 7]), lengthMax: 60 },
            {
              id: 'spouseJobFrom',
              kind: 'partial-date',
              latest: 'today',
              item: ['I-130A, Part 2, Item 4.a', 'I-130A, Part 2, Item 8.a', 'Part 4, Item 52'],
            },
            {
              id: 'spouseJobTo',
              kind: 'partial-date',
              latest: 'today',
              item: ['I-130A, Part 2, Item 4.b', 'I-130A, Part 2, Item 8.b'],
              optional: true,
            },
          ],
        },
      ],
    },
    {
      id: 'spouse-work-abroad',
      when: forSpouse,
      questions: [
        {
          id: 'spouseWorkAbroad',
          kind: 'choice',
          item: 'I-130A, Part 3, note',
          options: ['listed', 'another', 'never'],
        },
      ],
    },
    {
      id: 'spouse-job-abroad',
      when: { answer: 'spouseWorkAbroad', is: 'another' },
      questions: [
        { id: 'spouseEmployerAbroad', kind: 'name', part: 'organization', item: 'I-130A, Part 3, Item 1' },
        { id: 'spouseEmployerAbroadAddress', kind: 'address', item: addressItems(abroad, 2), optional: true },
        { id: 'spouseOccupationAbroad', kind: 'short-text', item: 'I-130A, Part 3, Item 3', lengthMax: 60 },
        ...fromTo('spouseJobAbroad', abroad, [4]),
      ],
    },
  ],
} as const satisfies Part
