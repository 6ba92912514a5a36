import type { Selectable } from 'kysely'
import { z } from 'zod'
import { heldPart } from '../../platform/archive/index.ts'
import { anyJson, day, id, instant, iso, isoOrNull, sha256, text, truth, whole } from '../../platform/archive/shapes.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { DB } from '../../platform/db/tables.ts'
import { openAnswered, openPackaged } from '../package/sealed.ts'
import type { PreparationRow } from '../preparation-store.ts'
import { listAnswersOf, listPackagesOf, listPasscodesOf, listPreparationsOf } from './held-preparation-store.ts'

const schema = z
  .strictObject({
    preparations: z.array(
      z.strictObject({
        id: id('What was prepared'),
        side: z.enum(['representative', 'client']).describe('What you are in it'),
        form: text('The form; null: a notice of appearance alone').nullable(),
        begunAt: instant('Begun'),
        linkedAt: instant('Taken up by the client').nullable(),
        endedAt: instant('Ended').nullable(),
        endedFrom: text('By whom: representative, client or office').nullable(),
        filedAt: instant('Filed').nullable(),
      }),
    ),
    passcodes: z
      .array(
        z.strictObject({
          preparation: id('For what'),
          issuedAt: instant('Issued'),
          expiresAt: instant('Until when it opened'),
          given: text('shown, mailed or posted'),
          endedAt: instant('Over').nullable(),
          endedAs: text('used, replaced or withdrawn').nullable(),
        }),
      )
      .describe('The codes themselves are not kept'),
    packages: z.array(
      z.strictObject({
        id: id('What was laid before the client'),
        preparation: id('Of what'),
        ordinal: whole('The first is 1'),
        laidAt: instant('When'),
        judgedOn: day('The day its answers count for'),
        form: anyJson('The form as it was signed, where you are the representative').nullable(),
        formSha256: sha256('Of the form').nullable(),
        appearance: anyJson('The notice of appearance as it was signed, where you are the representative').nullable(),
        appearanceSha256: sha256('Of the notice of appearance'),
        voidedAt: instant('Void since').nullable(),
        voidedWhy: text('Why it is void').nullable(),
      }),
    ),
    answers: z.array(
      z.strictObject({
        package: id('Under what'),
        of: z.enum(['form', 'appearance']),
        side: z.enum(['representative', 'client']),
        at: instant('When'),
        accepted: truth('Signed; else declined'),
        reason: text('Why you declined').nullable(),
        name: text('The name you typed').nullable(),
        statement: text('What you signed').nullable(),
        language: text('The language of it (BCP 47)').nullable(),
        documentSha256: sha256('Of the document'),
        factor: text('How you had shown who you are').nullable(),
        provedAt: instant('When you had').nullable(),
      }),
    ),
  })
  .describe('What you prepared as a representative, or took up and answered as a client')

type Shape = z.input<typeof schema>
type PackageRow = Selectable<DB['preparation.package']>
type AnswerRow = Selectable<DB['preparation.answer']>

const isOwn = (row: PreparationRow, accounts: readonly string[]) => accounts.includes(row.representative)

const preparationOf = (row: PreparationRow, accounts: readonly string[]): Shape['preparations'][number] => ({
  id: row.id,
  side: isOwn(row, accounts) ? 'representative' : 'client',
  form: row.form,
  begunAt: iso(row.begun_at),
  linkedAt: isoOrNull(row.linked_at),
  endedAt: isoOrNull(row.ended_at),
  endedFrom: row.ended_from,
  filedAt: isoOrNull(row.filed_at),
})

/** Its texts are the representative's: a client has theirs in the copy that is among their drafts. */
function packageOf(keys: Keys, row: PackageRow, representative: string | null): Shape['packages'][number] {
  const opened = (column: 'form_sealed' | 'appearance_sealed') => {
    const sealed = row[column]
    return representative && sealed ? JSON.parse(openPackaged(keys, { id: row.id, representative }, column, sealed)) : null
  }
  return {
    id: row.id,
    preparation: row.preparation,
    ordinal: row.ordinal,
    laidAt: iso(row.laid_at),
    judgedOn: row.judged_on.toString(),
    form: opened('form_sealed'),
    formSha256: row.form_sha256,
    appearance: opened('appearance_sealed'),
    appearanceSha256: row.appearance_sha256,
    voidedAt: isoOrNull(row.voided_at),
    voidedWhy: row.voided_why,
  }
}

const answerOf = (keys: Keys, row: AnswerRow): Shape['answers'][number] => ({
  package: row.package,
  of: row.of as 'form' | 'appearance',
  side: row.side as 'representative' | 'client',
  at: iso(row.at),
  accepted: row.accepted,
  reason: row.reason_sealed && openAnswered(keys, row, 'reason_sealed', row.reason_sealed),
  name: row.name_sealed && openAnswered(keys, row, 'name_sealed', row.name_sealed),
  statement: row.statement,
  language: row.language,
  documentSha256: row.document_sha256,
  factor: row.factor,
  provedAt: isoOrNull(row.proved_at),
})

export const heldPreparation = heldPart({
  name: 'preparation',
  schema,
  from: ['preparation.preparation', 'preparation.answer'],
  leavesOut: {},
  async read({ tx, accounts, services: { keys } }) {
    const rows = await listPreparationsOf(tx, accounts)
    const ids = rows.map((row) => row.id)
    const own = new Map(rows.filter((row) => isOwn(row, accounts)).map((row) => [row.id, row.representative]))
    const passcodes = ids.length > 0 ? await listPasscodesOf(tx, ids) : []
    const packages = ids.length > 0 ? await listPackagesOf(tx, ids) : []
    const given = passcodes.map(({ preparation, issued_at, expires_at, given, ended_at, ended_as }) => ({
      ...{ preparation, given, issuedAt: iso(issued_at), expiresAt: iso(expires_at) },
      ...{ endedAt: isoOrNull(ended_at), endedAs: ended_as },
    }))
    const data = {
      preparations: rows.map((row) => preparationOf(row, accounts)),
      passcodes: given,
      packages: packages.map((row) => packageOf(keys, row, own.get(row.preparation) ?? null)),
      answers: (await listAnswersOf(tx, accounts)).map((row) => answerOf(keys, row)),
    }
    return { data, files: [] }
  },
})
