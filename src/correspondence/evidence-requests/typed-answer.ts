import { openText, sealText } from '../../platform/crypto/field.ts'
import { keyedHash } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { KeptBy } from '../../platform/typing/kept-by.ts'
import type { Answer } from './request.ts'
import type { TypedRow } from './typed-store.ts'

/** More than any answer takes in honest use. */
const typedCharactersMost = 60_000

/** What somebody wrote about one ask and has not saved: theirs alone, and no answer. */
export interface TypedAnswer {
  readonly text: string
  readonly lacks: boolean
}

/** The same with which open page kept it, and when. */
export interface KeptTyping extends TypedAnswer {
  readonly keptBy: KeptBy
  readonly keptAt: Temporal.Instant
}

type Place = Pick<TypedRow, 'ask' | 'account'>

const place = ({ ask, account }: Place) => ({ person: account, table: 'correspondence.request_typed', row: ask, column: 'sealed' })

export const sealTyping = (keys: Keys, at: Place, { text, lacks, keptBy }: Omit<KeptTyping, 'keptAt'>): Buffer =>
  sealText(keys, place(at), JSON.stringify({ text, lacks, keptBy }))

/** Throws SealBroken for what was changed or is somebody else's. */
export const openTyping = (keys: Keys, row: TypedRow): KeptTyping => ({ ...JSON.parse(openText(keys, place(row), row.sealed)), keptAt: row.kept_at })

export const tooMuchTyped = ({ text }: TypedAnswer): boolean => text.length > typedCharactersMost

/** Whether it is anything else than what is saved. */
export const isOther = (typed: TypedAnswer, answer: Answer | null): boolean => typed.text !== (answer?.text ?? '') || typed.lacks !== (answer?.lacks ?? false)

/** What is kept of an ask for one account, as `platform/typing` reads it: over another saving of its answer it is another. */
export const typingOf = ({ ask, account }: Place, version: number, kept: KeptTyping | null) => ({
  id: `${ask}/${account}/${version}`,
  typed: kept ? { [ask]: { text: kept.text, lacks: kept.lacks } } : {},
  keptBy: kept?.keptBy ?? {},
})

/** A mark of what is saved and kept of an ask, another whenever either is; it tells nothing of what was typed. */
export const answerMark = (keys: Keys, at: Place, version: number, typed: TypedAnswer | null): string =>
  keyedHash(keys, 'typed-answer-mark', [at.ask, at.account, String(version), typed ? JSON.stringify([typed.text, typed.lacks]) : ''])
