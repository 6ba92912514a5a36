import type { Part } from '../../../../../src/filing/definition/definition.ts'

const interpreterUsed = { answer: 'howRead', is: 'interpreter' } as const

/** Part 4. Interpreter's contact information, certification and signature. */
export const part4 = {
  id: 'interpreter',
  pages: [
    {
      id: 'interpreter',
      when: interpreterUsed,
      questions: [
        {
          id: 'interpreterLanguage',
          kind: 'short-text',
          item: ['Part 3, Item 1.b, language', 'Part 4, certification, language'],
          lengthMax: 60,
        },
        { id: 'interpreterFamilyName', kind: 'name', part: 'family', item: 'Part 4, Item 1.a' },
        { id: 'interpreterGivenName', kind: 'name', part: 'given', item: 'Part 4, Item 1.b' },
        {
          id: 'interpreterOrganization',
          kind: 'name',
          part: 'organization',
          item: 'Part 4, Item 2',
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
          item: [
            'Part 4, Item 3.a',
            'Part 4, Item 3.b',
            'Part 4, Item 3.c',
            'Part 4, Item 3.d',
            'Part 4, Item 3.e',
            'Part 4, Item 3.f',
            'Part 4, Item 3.g',
            'Part 4, Item 3.h',
          ],
        },
        { id: 'interpreterDaytimePhone', kind: 'phone', sealed: true, item: 'Part 4, Item 4' },
        { id: 'interpreterMobilePhone', kind: 'phone', sealed: true, item: 'Part 4, Item 5', optional: true },
        { id: 'interpreterEmail', kind: 'email', item: 'Part 4, Item 6', optional: true },
      ],
    },
    {
      id: 'interpreter-certification',
      when: interpreterUsed,
      questions: [
        {
          id: 'interpreterCertification',
          kind: 'checkboxes',
          item: 'Part 4, certification',
          options: ['fluent', 'read-everything', 'understood'],
          every: true,
        },
      ],
    },
  ],
} as const satisfies Part
