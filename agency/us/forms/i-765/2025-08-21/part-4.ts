import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { letteredItems, interpreterPages } from '../../../helper-pages.ts'

/** Part 4. Interpreter's contact information, certification and signature. */
export const part4 = {
  id: 'interpreter',
  pages: interpreterPages(
    { who: 'interpreter', page: 'interpreter', when: { answer: 'howRead', is: 'interpreter' }, items: letteredItems('Part 4') },
    ['Part 3, Item 1.b, language', 'Part 4, certification, language'],
  ),
} satisfies Part
