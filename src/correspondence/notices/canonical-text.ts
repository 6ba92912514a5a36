import { createHash } from 'node:crypto'
import type { Keys } from '../../platform/crypto/keys.ts'
import { signature } from '../../platform/crypto/signing.ts'
import type { NoticeBlock, NoticePart, NoticeParts } from './notice.ts'

function linesOf(block: NoticeBlock): string[] {
  if ('paragraph' in block) return [block.paragraph]
  if ('heading' in block) return [block.heading]
  if ('words' in block) return [block.words]
  if ('steps' in block) return block.steps.map((step, place) => `${place + 1}. ${step}`)
  if ('items' in block) return block.items.map(({ title, text }) => (text ? `${title}\n${text}` : title))
  if ('facts' in block) return block.facts.map(([name, value]) => `${name}: ${value}`)
  return [`${block.label}: ${block.deadline}`]
}

const partText = ({ language, title, blocks }: NoticePart): string => [`[${language}]`, title, ...blocks.flatMap(linesOf)].join('\n')

/** A notice as plain text, from the same words as its page and its PDF. Its code comes first, so that a hash of it can be guessed by nobody. */
export const canonicalText = (code: string, parts: NoticeParts): string => `${[code, ...parts.map(partText)].join('\n\n')}\n`

export const textHash = (code: string, parts: NoticeParts): string => createHash('sha256').update(canonicalText(code, parts)).digest('hex')

/** What a signature is of. A notice that was changed, or its code on another one, does not fit it. */
export interface Signed {
  readonly code: string
  readonly kind: string
  readonly receiptNumber: string
  readonly issuedOn: Temporal.PlainDate
  readonly textSha256: string
}

/** One line, so that it can be written down and checked away from here. */
export const signedMessage = ({ code, kind, receiptNumber, issuedOn, textSha256 }: Signed): Buffer =>
  Buffer.from(`portolan notice ${code} ${kind} ${receiptNumber} ${issuedOn} ${textSha256}`)

export const signNotice = (keys: Keys, signed: Signed): string => signature(keys, 'document-code', signedMessage(signed))
