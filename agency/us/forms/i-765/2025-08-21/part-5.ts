import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { letteredItems, preparerPages } from '../../../helper-pages.ts'

/** Part 5. Contact information, statement, certification and signature of the preparer. */
export const part5 = {
  id: 'preparer',
  pages: preparerPages({
    who: 'preparer',
    page: 'preparer',
    when: { answer: 'preparerUsed', is: 'yes' },
    items: letteredItems('Part 5'),
  }),
} satisfies Part
