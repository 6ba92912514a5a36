import type { Part } from '../../../../../src/filing/definition/definition.ts'
import { interpreterPages } from '../../../helper-pages.ts'
import { helperItems } from './helper-items.ts'

/** Part 8. Interpreter's contact information, certification and signature. */
export const part8 = {
  id: 'interpreter',
  pages: interpreterPages(
    { who: 'interpreter', page: 'interpreter', when: { answer: 'howRead', is: 'interpreter' }, items: helperItems('Part 8') },
    ['Part 7, Item 1.B, language', 'Part 8, certification, language'],
  ),
} satisfies Part
