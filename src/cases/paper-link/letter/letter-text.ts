import type { Text } from '../../../platform/i18n/text.ts'
import type { Led, LetterBlock } from '../../../platform/pdf/index.ts'
import type { LetterContent } from './letter.ts'

/** An address stands alone on its line, so that it can be opened from wherever the text is read. */
const led = (words: Led) => (typeof words === 'string' ? words : `${words.text}\n${words.address}`)

/** Left-to-right isolate (Unicode, UAX 9): between letters that run from right to left, groups of digits change places. */
const leftToRight = (t: Text, value: string) => (t.direction === 'rtl' ? `\u2066${value}\u2069` : value)

function piece(t: Text, block: LetterBlock): string {
  if ('paragraph' in block) return led(block.paragraph)
  if ('strong' in block) return block.strong
  if ('heading' in block) return block.heading
  if ('numbers' in block) return block.numbers.map(({ label, value }) => `${label}: ${leftToRight(t, value)}`).join('\n')
  if ('steps' in block) return block.steps.map((step, index) => `${index + 1}. ${led(step)}`).join('\n')
  if ('list' in block) return block.list.map(({ title, text }) => (text ? `${title}\n${text}` : title)).join('\n')
  if ('box' in block) return `${block.box.label}\n${block.box.text}`
  return block.facts.rows.map(([label, value]) => `${label}: ${typeof value === 'string' ? value : value.text}`).join('\n')
}

/** A letter as plain text, from the same content as its PDF. */
export const contentAsText = (t: Text, { title, body }: LetterContent): string =>
  [title, ...body.map((block) => piece(t, block))].join('\n\n')
