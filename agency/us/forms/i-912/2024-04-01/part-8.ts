import type { Part } from '../../../../../src/filing/definition/definition.ts'

const interpreterUsed = { answer: 'howRead', is: 'interpreter' } as const

/** Part 8. Interpreter's contact information, certification and signature. */
export const part8 = {
  id: 'interpreter',
  pages: [
    {
      id: 'interpreter',
      when: interpreterUsed,
      questions: [
        {
          id: 'interpreterLanguage',
          kind: 'short-text',
          item: ['Part 7, Item 1.B, language', 'Part 8, certification, language'],
          lengthMax: 60,
        },
        { id: 'interpreterFamilyName', kind: 'name', part: 'family', item: 'Part 8, Item 1, family name' },
        { id: 'interpreterGivenName', kind: 'name', part: 'given', item: 'Part 8, Item 1, given name' },
        {
          id: 'interpreterOrganization',
          kind: 'name',
          part: 'organization',
          item: 'Part 8, Item 2',
          optional: true,
        },
      ],
    },
    {
      id: 'interpreter-contact',
      when: interpreterUsed,
      questions: [
        {
          id: 'interpreterAddress',
          kind: 'address',
          sealed: true,
          item: 'Part 8, Item 3',
        },
        { id: 'interpreterDaytimePhone', kind: 'phone', sealed: true, item: 'Part 8, Item 4' },
        { id: 'interpreterMobilePhone', kind: 'phone', sealed: true, item: 'Part 8, Item 5', optional: true },
        { id: 'interpreterEmail', kind: 'email', item: 'Part 8, Item 6', optional: true },
      ],
    },
    {
      id: 'interpreter-certification',
      when: interpreterUsed,
      questions: [
        {
          id: 'interpreterCertification',
          kind: 'checkboxes',
          item: 'Part 8, certification',
          options: ['fluent', 'read-everything', 'understood'],
          every: true,
        },
      ],
    },
  ],
} as const satisfies Part
