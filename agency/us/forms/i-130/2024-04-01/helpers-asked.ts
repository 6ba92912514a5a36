import type { Condition, Page } from '../../../../../src/filing/definition/definition.ts'
import { addressItems } from './asked.ts'

type Helper = {
  /** The first word of the ids: `interpreter`, `spousePreparer`. */
  readonly who: string
  /** The first words of the pages' ids: `spouse-interpreter`. */
  readonly page: string
  readonly part: string
  readonly when: Condition
}

/** The address of an interpreter or a preparer and how to reach them: items 3 to 6 of their part. */
const contactPage = ({ who, page, part, when }: Helper) =>
  ({
    id: `${page}-contact`,
    when,
    questions: [
      { id: `${who}Address`, kind: 'address', item: addressItems(part, 3) },
      { id: `${who}DaytimePhone`, kind: 'phone', item: `${part}, Item 4` },
      { id: `${who}MobilePhone`, kind: 'phone', item: `${part}, Item 5`, optional: true },
      { id: `${who}Email`, kind: 'email', item: `${part}, Item 6`, optional: true, sealed: true },
    ],
  }) as const satisfies Page

const nameQuestions = ({ who, part }: Helper) =>
  [
    { id: `${who}FamilyName`, kind: 'name', part: 'family', item: `${part}, Item 1.a` },
    { id: `${who}GivenName`, kind: 'name', part: 'given', item: `${part}, Item 1.b` },
    { id: `${who}Organization`, kind: 'name', part: 'organization', item: `${part}, Item 2`, optional: true },
  ] as const

/** An interpreter's part: name, language, contact, certification and signature. `languageItem`: where it is written too. */
export const interpreterPages = (helper: Helper, languageItem: string): readonly Page[] => {
  const { who, page, part, when } = helper
  return [
    {
      id: page,
      when,
      questions: [
        {
          id: `${who}Language`,
          kind: 'short-text',
          item: [languageItem, `${part}, certification, language`],
          lengthMax: 60,
        },
        ...nameQuestions(helper),
      ],
    },
    contactPage(helper),
    {
      id: `${page}-certification`,
      when,
      questions: [
        {
          id: `${who}Certification`,
          kind: 'checkboxes',
          item: `${part}, certification`,
          options: ['fluent', 'read-everything', 'understood'],
          every: true,
        },
      ],
    },
  ]
}

/** A preparer's part: name, contact, statement, certification and signature. */
export const preparerPages = (helper: Helper): readonly Page[] => {
  const { who, page, part, when } = helper
  return [
    { id: page, when, questions: nameQuestions(helper) },
    contactPage(helper),
    {
      id: `${page}-statement`,
      when,
      questions: [
        {
          id: `${who}Standing`,
          kind: 'choice',
          item: [`${part}, Item 7.a`, `${part}, Item 7.b`],
          options: ['not-a-representative', 'representative-this-form-only', 'representative-beyond-this-form'],
        },
        {
          id: `${who}Certification`,
          kind: 'checkboxes',
          item: `${part}, certification`,
          options: ['at-request', 'reviewed'],
          every: true,
        },
      ],
    },
  ]
}
