import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Part 4. Accommodations for individuals with disabilities or impairments. */
export const part4 = {
  id: 'accommodations',
  pages: [
    {
      id: 'accommodation',
      questions: [{ id: 'needsAccommodation', kind: 'yes-no', item: 'Part 4, Item 1', sealed: true }],
    },
    {
      id: 'accommodation-kinds',
      when: { answer: 'needsAccommodation', is: 'yes' },
      questions: [
        {
          id: 'accommodationKinds',
          kind: 'checkboxes',
          item: ['Part 4, Item 1.a', 'Part 4, Item 1.b', 'Part 4, Item 1.c'],
          options: ['hearing', 'sight', 'other'],
          sealed: true,
        },
      ],
    },
    {
      id: 'accommodation-wanted',
      when: { answer: 'needsAccommodation', is: 'yes' },
      questions: [
        {
          id: 'hearingAccommodation',
          kind: 'long-text',
          item: 'Part 4, Item 1.a',
          when: { answer: 'accommodationKinds', includes: 'hearing' },
          sealed: true,
          lengthMax: 1000,
        },
        {
          id: 'sightAccommodation',
          kind: 'long-text',
          item: 'Part 4, Item 1.b',
          when: { answer: 'accommodationKinds', includes: 'sight' },
          sealed: true,
          lengthMax: 1000,
        },
        {
          id: 'otherAccommodation',
          kind: 'long-text',
          item: 'Part 4, Item 1.c',
          when: { answer: 'accommodationKinds', includes: 'other' },
          sealed: true,
          lengthMax: 1000,
        },
      ],
    },
  ],
} as const satisfies Part
