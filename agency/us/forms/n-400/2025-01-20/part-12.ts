import type { Part } from '../../../../../src/filing/definition/definition.ts'

const interpreterUsed = { answer: 'howRead', is: 'interpreter' } as const

/** Part 12. Interpreter's contact information, certification and signature. */
export const part12 = {
  id: 'interpreter',
  pages: [
    {
      id: 'interpreter',
      when: interpreterUsed,
      questions: [
        { id: 'interpreterLanguage', kind: 'short-text', item: 'Part 12, certification, language', lengthMax: 60 },
        { id: 'interpreterFamilyName', kind: 'name', part: 'family', item: 'Part 12, Item 1, family name' },
        { id: 'interpreterGivenName', kind: 'name', part: 'given', item: 'Part 12, Item 1, given name' },
        {
          id: 'interpreterOrganization',
          kind: 'name',
          part: 'organization',
          item: 'Part 12, Item 2',
          optional: true,
        },
      ],
    },
    {
      id: 'interpreter-contact',
      when: interpreterUsed,
      questions: [
        { id: 'interpreterDaytimePhone', kind: 'phone', sealed: true, item: 'Part 12, Item 3' },
        { id: 'interpreterMobilePhone', kind: 'phone', sealed: true, item: 'Part 12, Item 4', optional: true },
        { id: 'interpreterEmail', kind: 'email', item: 'Part 12, Item 5', optional: true },
      ],
    },
    {
      id: 'interpreter-certification',
      when: interpreterUsed,
      questions: [
        {
          id: 'interpreterCertification',
          kind: 'checkboxes',
          item: 'Part 12, certification',
          options: ['fluent', 'read-everything', 'understood'],
          every: true,
        },
      ],
    },
  ],
} as const satisfies Part
