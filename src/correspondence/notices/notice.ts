import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'

/** A line of a list: what is asked or offered, and why or how. */
export interface Item {
  readonly title: string
  readonly text?: string
}

/** One piece of a notice as it was written: plain text, whoever wrote it. */
export type NoticeBlock =
  | { readonly paragraph: string }
  | { readonly heading: string }
  | { readonly steps: readonly string[] }
  | { readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly words: string }
  | { readonly items: readonly Item[] }
  | { readonly deadline: string; readonly label: string }

/** A notice in one language. */
export interface NoticePart {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  /** “Form I-90” */
  readonly form: string
  /** The office that wrote it; null: none in particular. */
  readonly office: string | null
  readonly blocks: readonly NoticeBlock[]
}

/** What a notice says, word for word: in its person's language first, and in the language of record. */
export type NoticeParts = readonly [NoticePart, ...NoticePart[]]

const place = (caseId: string, notice: string) => ({ person: caseId, table: 'correspondence.notice', row: notice, column: 'sealed' })

/** Sealed for the case: whoever leaves it, its notices stay. */
export const sealParts = (keys: Keys, caseId: string, notice: string, parts: NoticeParts): Buffer =>
  sealText(keys, place(caseId, notice), JSON.stringify(parts))

/** Throws SealBroken for what was changed or is of another case. */
export const openParts = (keys: Keys, caseId: string, notice: string, sealed: Uint8Array): NoticeParts =>
  JSON.parse(openText(keys, place(caseId, notice), sealed)) as NoticeParts

/** Who a copy is for: the person themselves, or who represents them. */
export const copies = ['person', 'representative'] as const
export type Copy = (typeof copies)[number]

export type EndedAs = 'replaced' | 'withdrawn'

/** A notice with its words. */
export interface Notice {
  readonly id: string
  readonly caseId: string
  readonly receiptNumber: string
  readonly kind: string
  readonly issuedAt: Temporal.Instant
  readonly issuedOn: Temporal.PlainDate
  /** The document code, without its dashes. */
  readonly code: string
  readonly textSha256: string
  readonly signature: string
  readonly endedAs: EndedAs | null
  readonly parts: NoticeParts
}
