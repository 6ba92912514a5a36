import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { preparerPages, shortItems } from '../../../helper-pages.ts'

const both = (rest: string) => [`Part 7, ${rest}`, `Form I-539A, Part 6, ${rest}`]

/** Part 7, and Part 6 of Form I-539A. Contact information, certification and signature of the preparer. */
export const part7: Part = {
  id: 'preparer',
  pages: preparerPages({
    who: 'preparer',
    page: 'preparer',
    when: { answer: 'preparerUsed', is: 'yes' },
    items: shortItems(both),
  }),
}
