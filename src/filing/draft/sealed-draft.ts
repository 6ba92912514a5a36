import type { Selectable } from 'kysely'
import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { DB } from '../../platform/db/tables.ts'
import { type KeptBy, keptByOf } from '../../platform/typing/kept-by.ts'
import type { Answers } from '../definition/definition.ts'
import type { Draft, Typed } from './draft.ts'
import type { OfferedAnswers, Origins } from './origin.ts'

export type DraftRow = Selectable<DB['filing.draft']>

type Owned = { readonly id: string; readonly account: string }

const place = ({ id, account }: Owned, column: 'answers_sealed' | 'typed_sealed' | 'offered_sealed' | 'origins_sealed' | 'prepared_for_sealed') => ({
  person: account,
  table: 'filing.draft',
  row: id,
  column,
})

/** A draft's answers as they are stored: JSON under the person's own key. */
export const sealAnswers = (keys: Keys, draft: Owned, answers: Answers): Buffer =>
  sealText(keys, place(draft, 'answers_sealed'), JSON.stringify(answers))

/** What was typed and not accepted, with which open page kept it; null when there is nothing. */
export function sealTyped(keys: Keys, draft: Owned & Pick<Draft, 'keptBy'>, typed: Typed): Buffer | null {
  if (Object.keys(typed).length === 0) return null
  const keptBy = keptByOf(draft, typed)
  const sealed = Object.keys(keptBy).length === 0 ? typed : [typed, keptBy]
  return sealText(keys, place(draft, 'typed_sealed'), JSON.stringify(sealed))
}

/** What was offered to be filled in; null when nothing was. */
export const sealOffered = (keys: Keys, draft: Owned, offered: OfferedAnswers): Buffer | null =>
  Object.keys(offered).length === 0 ? null : sealText(keys, place(draft, 'offered_sealed'), JSON.stringify(offered))

/** For whom a representative fills it in. */
export const sealPreparedFor = (keys: Keys, draft: Owned, name: string): Buffer => sealText(keys, place(draft, 'prepared_for_sealed'), name)

/** Who gave each answer, and when. */
export const sealOrigins = (keys: Keys, draft: Owned, origins: Origins): Buffer =>
  sealText(keys, place(draft, 'origins_sealed'), JSON.stringify(origins))

/** A stored draft with its answers opened. @throws {SealBroken} when they were changed or moved */
export function openDraftRow(keys: Keys, row: DraftRow): Draft {
  const answers = openText(keys, place(row, 'answers_sealed'), row.answers_sealed)
  const open = (column: 'typed_sealed' | 'offered_sealed' | 'origins_sealed') => {
    const sealed = row[column]
    return sealed ? JSON.parse(openText(keys, place(row, column), sealed)) : {}
  }
  const typed: Typed | [Typed, KeptBy] = open('typed_sealed')
  return {
    id: row.id,
    account: row.account,
    form: row.form,
    edition: row.edition.toString(),
    language: row.language,
    answers: JSON.parse(answers),
    typed: Array.isArray(typed) ? typed[0] : typed,
    keptBy: Array.isArray(typed) ? typed[1] : {},
    offered: open('offered_sealed'),
    origins: open('origins_sealed'),
    version: row.version,
    startedAt: row.started_at,
    workedOnAt: row.worked_on_at,
    expiresAt: row.expires_at,
    submission: row.submission,
    prepared: row.prepared as Draft['prepared'],
    preparedFor: row.prepared_for_sealed && openText(keys, place(row, 'prepared_for_sealed'), row.prepared_for_sealed),
    preparedBy: row.prepared_by,
    frozenAt: row.frozen_at,
  }
}
