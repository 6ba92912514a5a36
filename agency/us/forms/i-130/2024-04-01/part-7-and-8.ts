import type { Condition, Part } from '../../../../../src/filing/definition/definition.ts'
import { interpreterPages, preparerPages } from './helpers-asked.ts'
import { forSpouse, isHere } from './who.ts'

const interpreted = { answer: 'howRead', is: 'interpreter' } as const
const prepared = { answer: 'preparerUsed', is: 'yes' } as const

/** Part 7. Interpreter of the petitioner. */
export const part7 = {
  id: 'interpreter',
  pages: interpreterPages(
    { who: 'interpreter', page: 'interpreter', part: 'Part 7', when: interpreted },
    'Part 6, Item 1.b, language',
  ),
} satisfies Part

/** Part 8. Preparer of the petition. */
export const part8 = {
  id: 'preparer',
  pages: preparerPages({ who: 'preparer', page: 'preparer', part: 'Part 8', when: prepared }),
} satisfies Part

/** A spouse abroad fills in Form I-130A and need not sign it (its instructions). */
const spouseSigns = { all: [forSpouse, isHere] } as const satisfies Condition
const spouseInterpreted = { answer: 'spouseHowRead', is: 'interpreter' } as const
const spousePrepared = { answer: 'spousePreparerUsed', is: 'yes' } as const

/** Form I-130A, Parts 4 to 6: the spouse's statement and signature, and helpers other than those of the petition. */
export const spouseStatement = {
  id: 'spouse-statement',
  pages: [
    {
      id: 'spouse-help',
      when: spouseSigns,
      questions: [
        {
          id: 'spouseHowRead',
          kind: 'choice',
          item: ['I-130A, Part 4, Item 1.a', 'I-130A, Part 4, Item 1.b'],
          options: ['english', 'interpreter'],
        },
        {
          id: 'spouseInterpreterIs',
          kind: 'choice',
          item: 'I-130A, Part 5, note',
          options: ['same', 'another'],
          when: { all: [spouseInterpreted, interpreted] },
        },
        { id: 'spousePreparerUsed', kind: 'yes-no', item: 'I-130A, Part 4, Item 2' },
        {
          id: 'spousePreparerIs',
          kind: 'choice',
          item: 'I-130A, Part 6, note',
          options: ['same', 'another'],
          when: { all: [spousePrepared, prepared] },
        },
      ],
    },
    {
      id: 'spouse-certification',
      when: spouseSigns,
      questions: [
        {
          id: 'spouseCertification',
          kind: 'checkboxes',
          item: 'I-130A, Part 4, certification',
          options: ['reviewed', 'true', 'copies', 'release'],
          every: true,
        },
        { id: 'spouseSignature', kind: 'name', part: 'full', item: 'I-130A, Part 4, Item 6.a' },
        { id: 'spouseSignedOn', kind: 'date', latest: 'today', item: 'I-130A, Part 4, Item 6.b' },
      ],
    },
    ...interpreterPages(
      {
        who: 'spouseInterpreter',
        page: 'spouse-interpreter',
        part: 'I-130A, Part 5',
        when: { all: [spouseInterpreted, { not: { answer: 'spouseInterpreterIs', is: 'same' } }] },
      },
      'I-130A, Part 4, Item 1.b, language',
    ),
    ...preparerPages({
      who: 'spousePreparer',
      page: 'spouse-preparer',
      part: 'I-130A, Part 6',
      when: { all: [spousePrepared, { not: { answer: 'spousePreparerIs', is: 'same' } }] },
    }),
  ],
} satisfies Part
