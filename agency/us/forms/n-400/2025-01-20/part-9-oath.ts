import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { explained } from './asking.ts'
import { no, yes } from './bases.ts'

/** Part 9, Items 30 to 37: titles, the Constitution and the Oath of Allegiance, whose text is Part 16 (8 CFR 337.1). */
export const part9Oath = {
  id: 'oath',
  pages: [
    {
      id: 'titles',
      questions: [{ id: 'hasTitle', kind: 'yes-no', item: 'Part 9, Item 30.a' }],
    },
    {
      id: 'titles-given-up',
      when: yes('hasTitle'),
      questions: [
        { id: 'titles', kind: 'short-text', item: 'Part 9, Item 30.b, titles', lengthMax: 200 },
        { id: 'givesUpTitles', kind: 'yes-no', item: 'Part 9, Item 30.b' },
        explained('titlesExplained', 'Part 9, Item 30.a, explanation'),
      ],
    },
    {
      id: 'constitution',
      questions: [{ id: 'supportsConstitution', kind: 'yes-no', item: 'Part 9, Item 31', sealed: true }],
    },
    {
      id: 'oath',
      questions: [
        { id: 'understandsOath', kind: 'yes-no', item: ['Part 9, Item 32', 'Part 16, text of the oath'] },
        { id: 'unableToTakeOath', kind: 'yes-no', item: 'Part 9, Item 33', sealed: true },
      ],
    },
    {
      id: 'oath-promises',
      when: { not: yes('unableToTakeOath') },
      questions: [
        { id: 'willingToTakeOath', kind: 'yes-no', item: 'Part 9, Item 34', sealed: true },
        { id: 'willingToBearArms', kind: 'yes-no', item: 'Part 9, Item 35', sealed: true },
        { id: 'willingToServeUnarmed', kind: 'yes-no', item: 'Part 9, Item 36', sealed: true },
        { id: 'willingToWork', kind: 'yes-no', item: 'Part 9, Item 37', sealed: true },
      ],
    },
    {
      id: 'oath-explained',
      when: {
        any: [
          no('supportsConstitution'),
          { all: [no('understandsOath'), { not: yes('unableToTakeOath') }] },
          no('willingToTakeOath'),
          no('willingToBearArms'),
          no('willingToServeUnarmed'),
          no('willingToWork'),
        ],
      },
      questions: [explained('oathExplained', 'Part 9, Items 31 to 37, note')],
    },
  ],
} as const satisfies Part
