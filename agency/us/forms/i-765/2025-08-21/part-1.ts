import type { Page, Part } from '../../../../../src/filing/definition/definition.ts'
import { categories, type Group, groupIs, groups, isReplacement } from './categories.ts'
import { categoryDetails } from './category-details.ts'

/** The page that names the category within a group. A condition on a group also says that no other group was chosen. */
const categoryPage = (id: string, group: Group): Page => ({
  id,
  when: groupIs(group),
  questions: [{ id: groups[group], kind: 'choice', item: 'Part 2, Item 27', options: categories[groups[group]] }],
})

/** Part 1, the reason, and Items 27 to 31 of Part 2, the category and what hangs on it. Asked first: they decide the rest. */
export const part1: Part = {
  id: 'reason-and-category',
  pages: [
    {
      id: 'reason',
      questions: [
        {
          id: 'reason',
          kind: 'choice',
          item: ['Part 1, Item 1.a', 'Part 1, Item 1.b', 'Part 1, Item 1.c'],
          options: ['initial', 'renewal', 'replacement'],
        },
      ],
    },
    {
      id: 'replacement',
      when: isReplacement,
      questions: [
        {
          id: 'replacementCause',
          kind: 'choice',
          item: ['Part 1, Item 1.b', 'Part 1, Item 1.b, note'],
          options: ['lost', 'damaged', 'details-changed', 'agency-error'],
        },
      ],
    },
    {
      id: 'category-group',
      questions: [
        {
          id: 'categoryGroup',
          kind: 'choice',
          item: 'Part 2, Item 27',
          options: [
            'asylum-or-refugee',
            'pending-residence',
            'student-or-exchange',
            'protected-status',
            'parole-or-deferred-action',
            'family-of-worker',
            'worker',
            'family-of-citizen-or-resident',
            'official-or-family',
            'victim',
            'pacific-islands',
            'other',
          ],
        },
      ],
    },
    categoryPage('asylum-category', 'asylum-or-refugee'),
    categoryPage('residence-category', 'pending-residence'),
    categoryPage('student-category', 'student-or-exchange'),
    categoryPage('protected-category', 'protected-status'),
    categoryPage('parole-category', 'parole-or-deferred-action'),
    categoryPage('worker-family-category', 'family-of-worker'),
    categoryPage('worker-category', 'worker'),
    categoryPage('family-category', 'family-of-citizen-or-resident'),
    categoryPage('official-category', 'official-or-family'),
    categoryPage('victim-category', 'victim'),
    {
      id: 'other-category',
      when: { answer: 'categoryGroup', is: 'other' },
      questions: [{ id: 'otherCategory', kind: 'short-text', item: 'Part 2, Item 27', lengthMax: 20 }],
    },
    ...categoryDetails,
  ],
}
