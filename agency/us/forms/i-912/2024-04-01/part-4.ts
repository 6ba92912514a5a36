import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { restsOn } from './bases.ts'

/** Part 4. Means-tested benefits of the person, of their husband or wife, or of the head of household. */
export const part4 = {
  id: 'benefits',
  pages: [
    {
      id: 'benefits',
      when: restsOn('benefit'),
      questions: [
        {
          id: 'benefits',
          kind: 'list',
          item: 'Part 4, Item 1',
          least: 1,
          most: 20,
          named: ['benefitRecipient'],
          questions: [
            { id: 'benefitRecipient', kind: 'name', part: 'full', sealed: true, item: 'Part 4, Item 1, full name' },
            {
              id: 'benefitRelationship',
              kind: 'choice',
              sealed: true,
              item: 'Part 4, Item 1, relationship',
              options: ['self', 'spouse', 'head', 'parent', 'child', 'other'],
            },
            { id: 'benefitAgency', kind: 'short-text', sealed: true, item: 'Part 4, Item 1, agency', lengthMax: 80 },
            {
              id: 'benefitType',
              kind: 'select',
              sealed: true,
              item: 'Part 4, Item 1, type',
              options: ['medicaid', 'snap', 'ssi', 'tanf', 'housing', 'state', 'other'],
            },
            {
              id: 'benefitTypeOther',
              kind: 'short-text',
              sealed: true,
              item: 'Part 4, Item 1, type',
              lengthMax: 80,
              when: { answer: 'benefitType', in: ['state', 'other'] },
            },
            { id: 'benefitAwarded', kind: 'partial-date', latest: 'today', item: 'Part 4, Item 1, date awarded' },
            { id: 'benefitExpires', kind: 'date', item: 'Part 4, Item 1, date it expires', optional: true },
          ],
        },
      ],
    },
  ],
} as const satisfies Part
