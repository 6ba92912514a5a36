import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { waivable } from './waivable-forms.ts'

/** Part 3. The forms whose fee the request is about, of the person and of family members who ask with them. */
export const part3 = {
  id: 'forms',
  pages: [
    {
      id: 'your-forms',
      questions: [
        { id: 'ownForms', kind: 'checkboxes', item: 'Part 3, Item 1, forms of the requestor', options: waivable },
        {
          id: 'ownOtherForm',
          kind: 'short-text',
          item: 'Part 3, Item 1, forms of the requestor',
          lengthMax: 60,
          when: { answer: 'ownForms', includes: 'other' },
        },
      ],
    },
    {
      id: 'family-forms',
      questions: [
        {
          id: 'familyForms',
          kind: 'list',
          item: 'Part 3, Item 1',
          most: 20,
          named: ['familyFormName'],
          questions: [
            { id: 'familyFormName', kind: 'name', part: 'full', item: 'Part 3, Item 1, full name' },
            { id: 'familyFormANumber', kind: 'a-number', item: 'Part 3, Item 1, A-Number', optional: true },
            { id: 'familyFormBirth', kind: 'date', latest: 'today', item: 'Part 3, Item 1, date of birth' },
            { id: 'familyFormRelationship', kind: 'short-text', item: 'Part 3, Item 1, relationship', lengthMax: 40 },
            { id: 'familyFormForms', kind: 'checkboxes', item: 'Part 3, Item 1, forms being filed', options: waivable },
            {
              id: 'familyFormOther',
              kind: 'short-text',
              item: 'Part 3, Item 1, forms being filed',
              lengthMax: 60,
              when: { answer: 'familyFormForms', includes: 'other' },
            },
          ],
        },
      ],
    },
    {
      id: 'number-of-forms',
      questions: [{ id: 'formCount', kind: 'number', item: 'Part 3, Item 1, total', least: 1, most: 200 }],
    },
  ],
} as const satisfies Part
