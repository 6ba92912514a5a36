import type { Selectable } from 'kysely'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { DB } from '../../platform/db/tables.ts'
import type { Answers } from '../definition/definition.ts'
import type { Draft, Typed } from './draft.ts'

export type DraftRow = Selectable<DB['filing.draft']>

type Owned = { readonly id: string; readonly account: string }

const place = ({ id, account }: Owned, column: 'answers_sealed' | 'typed_sealed') => ({
  person: account,
  table: 'filing.draft',
  row: id,
  column,
})

/** A draft's answers as they are stored: JSON under the person's own key. */
export const sealAnswers = (keys: Keys, draft: Owned, answers: Answers): Buffer =>
  sealText(keys, place(draft, 'answers_sealed'), JSON.stringify(answers))

/** What was typed and not accepted; null when there is nothing. */
export const sealTyped = (keys: Keys, draft: Owned, typed: Typed): Buffer | null =>
  Object.keys(typed).length === 0 ? null : sealText(keys, place(draft, 'typed_sealed'), JSON.stringify(typed))

/** A stored draft with its answers opened. @throws {SealBroken} when they were changed or moved */
export function openDraftRow(keys: Keys, row: DraftRow): Draft {
  const answers = openText(keys, place(row, 'answers_sealed'), row.answers_sealed)
  const typed = row.typed_sealed && openText(keys, place(row, 'typed_sealed'), row.typed_sealed)
  return {
    id: row.id,
    account: row.account,
    form: row.form,
    edition: row.edition.toString(),
    language: row.language,
    answers: JSON.parse(answers),
    typed: typed ? JSON.parse(typed) : {},
    version: row.version,
    startedAt: row.started_at,
    workedOnAt: row.worked_on_at,
    expiresAt: row.expires_at,
    submission: row.submission,
  }
}
