import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { letteredItems, interpreterPages } from '../../../helper-pages.ts'

/** Part 6. Interpreter's contact information, certification and signature. */
export const part6 = {
  id: 'interpreter',
  pages: interpreterPages(
    { who: 'interpreter', page: 'interpreter', when: { answer: 'howRead', is: 'interpreter' }, items: letteredItems('Part 6') },
    ['Part 5, Item 1.b, language', 'Part 6, certification, language'],
  ),
} satisfies Part
