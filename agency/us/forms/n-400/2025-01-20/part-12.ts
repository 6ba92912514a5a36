import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { interpreterPages, shortItems } from '../../../helper-pages.ts'

const each = (line: string) => `Part 12, ${line}`

/** Part 12. Interpreter's contact information, certification and signature. */
export const part12 = {
  id: 'interpreter',
  pages: interpreterPages(
    { who: 'interpreter', page: 'interpreter', when: { answer: 'howRead', is: 'interpreter' }, items: shortItems(each) },
    each('certification, language'),
  ),
} satisfies Part
