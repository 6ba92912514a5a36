import type { Condition, Part } from '../../../../../src/filing/definition/definition.ts'

/** Read to the applicant, or to somebody of the family on Form I-539A. */
const interpreterUsed: Condition = {
  any: [
    { answer: 'howRead', is: 'interpreter' },
    { some: 'coApplicants', where: { answer: 'coHowRead', is: 'interpreter' } },
  ],
}
const both = (rest: string) => [`Part 6, ${rest}`, `Form I-539A, Part 5, ${rest}`]

/** Part 6, and Part 5 of Form I-539A. Interpreter's contact information, certification and signature. */
export const part6: Part = {
  id: 'interpreter',
  pages: [
    {
      id: 'interpreter',
      when: interpreterUsed,
      questions: [
        { id: 'interpreterLanguage', kind: 'short-text', item: both('certification, language'), lengthMax: 60 },
        { id: 'interpreterFamilyName', kind: 'name', part: 'family', item: both('Item 1, family name') },
        { id: 'interpreterGivenName', kind: 'name', part: 'given', item: both('Item 1, given name') },
        { id: 'interpreterOrganization', kind: 'name', part: 'organization', item: both('Item 2'), optional: true },
      ],
    },
    {
      id: 'interpreter-contact',
      when: interpreterUsed,
      questions: [
        { id: 'interpreterDaytimePhone', kind: 'phone', sealed: true, item: both('Item 3') },
        { id: 'interpreterMobilePhone', kind: 'phone', sealed: true, item: both('Item 4'), optional: true },
        { id: 'interpreterEmail', kind: 'email', item: both('Item 5'), optional: true },
      ],
    },
    {
      id: 'interpreter-certification',
      when: interpreterUsed,
      questions: [
        {
          id: 'interpreterCertification',
          kind: 'checkboxes',
          item: both('certification'),
          options: ['fluent', 'read-everything', 'understood'],
          every: true,
        },
      ],
    },
  ],
}
