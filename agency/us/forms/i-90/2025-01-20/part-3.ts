import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Part 3. Processing information, and the biographic information that follows it. */
export const part3 = {
  id: 'your-residence',
  pages: [
    {
      id: 'how-residence-was-granted',
      questions: [
        {
          id: 'residenceGrantedThrough',
          kind: 'choice',
          item: 'Part 3, Item 3, note',
          options: ['immigrant-visa', 'adjustment'],
        },
        { id: 'placeApplied', kind: 'short-text', item: 'Part 3, Item 1', lengthMax: 100 },
        { id: 'placeGranted', kind: 'short-text', item: 'Part 3, Item 2', lengthMax: 100 },
      ],
    },
    {
      id: 'arrival',
      when: { answer: 'residenceGrantedThrough', is: 'immigrant-visa' },
      questions: [
        { id: 'destination', kind: 'short-text', item: 'Part 3, Item 3.a', lengthMax: 100 },
        { id: 'admissionPortCity', kind: 'short-text', item: 'Part 3, Item 3.a.1', lengthMax: 60 },
        { id: 'admissionPortState', kind: 'select', item: 'Part 3, Item 3.a.1', list: 'us-states' },
      ],
    },
    {
      id: 'immigration-history',
      questions: [
        { id: 'removalProceedings', kind: 'yes-no', item: 'Part 3, Item 4', sealed: true },
        { id: 'abandonedStatus', kind: 'yes-no', item: 'Part 3, Item 5', sealed: true },
      ],
    },
    {
      id: 'immigration-history-explained',
      when: {
        any: [
          { answer: 'removalProceedings', is: 'yes' },
          { answer: 'abandonedStatus', is: 'yes' },
        ],
      },
      questions: [
        {
          id: 'removalExplanation',
          kind: 'long-text',
          item: ['Part 3, Item 4, note', 'Part 8, Item 3.d'],
          when: { answer: 'removalProceedings', is: 'yes' },
          sealed: true,
          lengthMax: 4000,
        },
        {
          id: 'abandonmentExplanation',
          kind: 'long-text',
          item: ['Part 3, Item 5, note', 'Part 8, Item 4.d'],
          when: { answer: 'abandonedStatus', is: 'yes' },
          sealed: true,
          lengthMax: 4000,
        },
      ],
    },
    {
      id: 'ethnicity-and-race',
      questions: [
        {
          id: 'ethnicity',
          kind: 'choice',
          item: 'Part 3, Item 6',
          options: ['hispanic-or-latino', 'not-hispanic-or-latino'],
          sealed: true,
        },
        {
          id: 'race',
          kind: 'checkboxes',
          item: 'Part 3, Item 7',
          options: ['american-indian-or-alaska-native', 'asian', 'black', 'pacific-islander', 'white'],
          sealed: true,
        },
      ],
    },
    {
      id: 'physical-description',
      questions: [
        { id: 'height', kind: 'height', item: 'Part 3, Item 8' },
        { id: 'weight', kind: 'weight', item: 'Part 3, Item 9' },
        {
          id: 'eyeColor',
          kind: 'select',
          item: 'Part 3, Item 10',
          options: ['black', 'blue', 'brown', 'gray', 'green', 'hazel', 'maroon', 'pink', 'unknown'],
        },
        {
          id: 'hairColor',
          kind: 'select',
          item: 'Part 3, Item 11',
          options: ['bald', 'black', 'blond', 'brown', 'gray', 'red', 'sandy', 'white', 'unknown'],
        },
      ],
    },
  ],
} as const satisfies Part
