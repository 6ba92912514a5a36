import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { restsOn } from './bases.ts'
import { membersMost } from './poverty-guidelines.ts'

const incomeBasis = restsOn('income')
const unemployed = { all: [incomeBasis, { answer: 'employment', is: 'unemployed' }] } as const

/** Part 5. Income at or below 150 percent of the poverty guidelines. */
export const part5 = {
  id: 'income',
  pages: [
    {
      id: 'employment',
      when: incomeBasis,
      questions: [
        {
          id: 'employment',
          kind: 'choice',
          sealed: true,
          item: 'Part 5, Item 1',
          options: ['employed', 'unemployed', 'retired', 'other'],
        },
        {
          id: 'employmentOther',
          kind: 'short-text',
          sealed: true,
          item: 'Part 5, Item 1, other',
          lengthMax: 120,
          when: { answer: 'employment', is: 'other' },
        },
      ],
    },
    {
      id: 'unemployment',
      when: unemployed,
      questions: [
        { id: 'unemploymentBenefits', kind: 'yes-no', sealed: true, item: 'Part 5, Item 2' },
        { id: 'unemployedSince', kind: 'partial-date', latest: 'today', item: 'Part 5, Item 2.A', optional: true },
      ],
    },
    {
      id: 'household',
      when: incomeBasis,
      questions: [
        {
          id: 'householdMembers',
          kind: 'list',
          item: ['Part 5, Item 3', 'Part 5, Item 7'],
          most: membersMost,
          named: ['memberName'],
          questions: [
            { id: 'memberName', kind: 'name', part: 'full', sealed: true, item: 'Part 5, Item 3' },
            {
              id: 'memberRelationship',
              kind: 'choice',
              item: 'Part 5, Item 3',
              options: ['spouse', 'child', 'parent', 'other'],
            },
            { id: 'memberIncome', kind: 'money', sealed: true, item: 'Part 5, Item 7' },
          ],
        },
      ],
    },
    {
      id: 'earners-and-head',
      when: incomeBasis,
      questions: [
        { id: 'earnerCount', kind: 'number', item: 'Part 5, Item 4', least: 0, most: membersMost + 1 },
        {
          id: 'headOfHousehold',
          kind: 'name',
          part: 'full',
          item: 'Part 5, Item 5',
          optional: true,
        },
      ],
    },
    {
      id: 'own-income',
      when: incomeBasis,
      questions: [
        {
          id: 'guidelineRegion',
          kind: 'choice',
          item: 'Part 5, Item 8',
          options: ['states', 'alaska', 'hawaii'],
        },
        { id: 'ownIncome', kind: 'money', sealed: true, item: ['Part 5, Item 6', 'Part 5, Item 8'] },
      ],
    },
    {
      id: 'changes',
      when: incomeBasis,
      questions: [
        { id: 'changed', kind: 'yes-no', item: 'Part 5, Item 9' },
        {
          id: 'changesExplained',
          kind: 'long-text',
          explains: true,
          sealed: true,
          item: 'Part 5, Item 9, explanation',
          lengthMax: 4000,
          when: { answer: 'changed', is: 'yes' },
        },
      ],
    },
  ],
} as const satisfies Part
