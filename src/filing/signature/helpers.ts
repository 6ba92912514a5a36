import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { keyedHash } from '../../platform/crypto/keyed-hash.ts'
import { plainName, type WrittenName } from '../../profile/index.ts'
import type { FormWords } from '../catalogue/forms.ts'
import type { Helper } from '../definition/definition.ts'
import type { Replay } from '../journey/replay.ts'
import type { Said } from './declaration.ts'
import { type HelperSignatureRow, listHelperSignatures } from './helper-signature-store.ts'

type Answered = Pick<Replay, 'definition' | 'submitted'>

const textIn = ({ submitted }: Answered, id: string): string => {
  const answer = submitted[id]
  return typeof answer === 'string' ? answer : ''
}

/** The name that a helper signs with, as the answers have it. */
export const helperName = (replay: Answered, { given, family }: Helper): WrittenName => ({
  given: textIn(replay, given),
  middle: '',
  family: textIn(replay, family),
})

/** Whose signature is wanted beside the filer's: a helper that the answers name. One no longer asked for is not. */
export const helpersNamed = (replay: Answered): readonly Helper[] =>
  (replay.definition.helpers ?? []).filter(({ family }) => textIn(replay, family) !== '')

/** What a helper declares, one paragraph each: the form's words, then that it is under penalty of perjury. */
export function helperStatement({ t, get, languageOf }: FormWords, { id, declares }: Helper): readonly Said[] {
  const keys = declares.map((declared) => `helper.${id}.${declared}`)
  const perjury = { text: t('helpers-sign.perjury'), language: t.languageOf('helpers-sign.perjury') }
  return [...keys.map((key) => ({ text: get(key), language: languageOf(key) })), perjury]
}

/** The helpers named who have not signed this very document. */
export async function helpersMissing(tx: Tx, draft: string, replay: Answered, documentSha256: string) {
  const named = helpersNamed(replay)
  if (named.length === 0) return []
  const signed = new Set((await listHelperSignatures(tx, draft, documentSha256)).map(({ helper }) => helper))
  return named.filter(({ id }) => !signed.has(id))
}

type Owned = Pick<HelperSignatureRow, 'id' | 'account'>

const place = ({ id, account }: Owned) => ({
  person: account,
  table: 'filing.helper_signature',
  row: id,
  column: 'name_sealed',
})

/** By what the same name is counted under the filings of others. */
export const helperMark = (keys: Keys, name: string): string => keyedHash(keys, 'helper-name', plainName(name))

export const sealHelperName = (keys: Keys, row: Owned, name: string): Buffer => sealText(keys, place(row), name)

/** The name a helper typed. @throws {SealBroken} when it was changed or moved */
export const openHelperName = (keys: Keys, row: Owned & Pick<HelperSignatureRow, 'name_sealed'>): string =>
  openText(keys, place(row), row.name_sealed)
