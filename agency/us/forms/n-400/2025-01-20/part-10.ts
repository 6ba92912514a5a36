import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { military, yes } from './bases.ts'

/**
 * Part 10. Request for a fee reduction. The agency takes such a request on paper only, so a person who makes it is told
 * so and stops here; Items 2 to 5.b, which only that request needs, are not asked. Military filers pay no fee.
 */
export const part10 = {
  id: 'fee-reduction',
  pages: [
    {
      id: 'fee-reduction',
      when: { not: military },
      questions: [
        { id: 'incomeForReducedFee', kind: 'yes-no', item: 'Part 10, Item 1', sealed: true },
        {
          id: 'feeChosen',
          kind: 'choice',
          item: 'Part 10, note',
          options: ['full-fee', 'reduced-fee'],
          when: yes('incomeForReducedFee'),
        },
      ],
    },
  ],
} as const satisfies Part
