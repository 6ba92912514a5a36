import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { preparerPages, shortItems } from '../../../helper-pages.ts'
import { yes } from './bases.ts'

/** Part 13. Contact information, certification and signature of the person who prepared the application. */
export const part13 = {
  id: 'preparer',
  pages: preparerPages({
    who: 'preparer',
    page: 'preparer',
    when: yes('preparerUsed'),
    items: shortItems((line) => `Part 13, ${line}`),
  }),
} satisfies Part
