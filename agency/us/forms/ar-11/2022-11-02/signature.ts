import type { Part } from '../../../../../src/filing/definition/definition.ts'

/** Who signs. The signature itself is taken on the sign page. */
export const signature = {
  id: 'signature',
  pages: [
    {
      id: 'who-signs',
      questions: [
        { id: 'whoSigns', kind: 'choice', item: 'Your signature', options: ['applicant', 'parent', 'guardian'] },
      ],
    },
    {
      id: 'parent-or-guardian',
      when: { answer: 'whoSigns', in: ['parent', 'guardian'] },
      questions: [
        { id: 'signerFamilyName', kind: 'name', part: 'family', signs: true, item: 'Your signature' },
        { id: 'signerGivenName', kind: 'name', part: 'given', signs: true, item: 'Your signature' },
      ],
    },
  ],
} as const satisfies Part
