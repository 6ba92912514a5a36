import type { Condition, Part } from '../../../../../src/filing/definition/definition.ts'
import { interpreterPages, letteredItems, preparerPages } from '../../../helper-pages.ts'
import { forSpouse, isHere } from './who.ts'

/** Of who helped, this form has the email address marked as sealed alone. */
const asked = (part: string) => ({ items: letteredItems(part), seals: ['Email'] }) as const

const interpreted = { answer: 'howRead', is: 'interpreter' } as const
const prepared = { answer: 'preparerUsed', is: 'yes' } as const

/** Part 7. Interpreter of the petitioner. */
export const part7 = {
  id: 'interpreter',
  pages: interpreterPages(
    { who: 'interpreter', page: 'interpreter', when: interpreted, ...asked('Part 7') },
    ['Part 6, Item 1.b, language', 'Part 7, certification, language'],
  ),
} satisfies Part

/** Part 8. Preparer of the petition. */
export const part8 = {
  id: 'preparer',
  pages: preparerPages({ who: 'preparer', page: 'preparer', when: prepared, ...asked('Part 8') }),
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
        when: { all: [spouseInterpreted, { not: { answer: 'spouseInterpreterIs', is: 'same' } }] },
        ...asked('I-130A, Part 5'),
      },
      ['I-130A, Part 4, Item 1.b, language', 'I-130A, Part 5, certification, language'],
    ),
    ...preparerPages({
      who: 'spousePreparer',
      page: 'spouse-preparer',
      when: { all: [spousePrepared, { not: { answer: 'spousePreparerIs', is: 'same' } }] },
      ...asked('I-130A, Part 6'),
    }),
  ],
} satisfies Part
