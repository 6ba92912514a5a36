import type { Condition, Part } from '../../../../../src/filing/definition/definition.ts'
import { interpreterPages, shortItems } from '../../../helper-pages.ts'

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
  pages: interpreterPages(
    { who: 'interpreter', page: 'interpreter', when: interpreterUsed, items: shortItems(both) },
    both('certification, language'),
  ),
}
