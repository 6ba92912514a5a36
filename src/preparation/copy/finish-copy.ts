import { copiedHash, keepHelperSignature } from '../../filing/index.ts'
import { notify } from '../../notifications/index.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { openAnswered } from '../package/sealed.ts'
import { holdLaid, type Laid } from './begin-copy.ts'
import { listAnswers, recordCopied } from './copy-store.ts'

/** A representative who is named in the form as who prepared it signed so when they signed the package. */
async function carryPreparer(context: OperationContext, { row }: Laid, copy: string): Promise<void> {
  const { keys } = context.services
  const signed = (await listAnswers(context.tx, row.id)).find(({ of, side, accepted }) => of === 'form' && side === 'representative' && accepted)
  if (!signed?.name_sealed || !signed.language || !signed.statement || !signed.session) return
  await keepHelperSignature(context, {
    draft: copy,
    name: openAnswered(keys, signed, 'name_sealed', signed.name_sealed),
    document_sha256: signed.document_sha256,
    declared: {
      ...{ language: signed.language, statement: signed.statement, record_language: signed.record_language },
      ...{ record_statement: signed.record_statement, record_binds: signed.record_binds },
    },
    session: signed.session,
    signed_at: signed.at,
  })
}

/**
 * Ends the laying of a package: its copy is, byte for byte, what the representative signed, or this throws and the operator hears
 * of it. The client is told that there is something to read; nothing of what it is.
 */
export const finishCopy = operation({
  name: 'preparation.finish-copy',
  allow: ({ kind }, _input: { package: string }) => kind === 'system',
  refusals: [],
  async run(context, { package: id }) {
    const { tx, now, audit } = context
    audit({ subject: id })
    const laid = await holdLaid(context, id)
    if (!laid || laid.row.copied_at) return null
    const { row, its } = laid
    if (row.copy) {
      if ((await copiedHash(context, row.copy, row.judged_on.toString())) !== row.form_sha256) throw new Error(`The copy of package ${id} is not what was signed`)
      await carryPreparer(context, laid, row.copy)
    }
    await recordCopied(tx, id, now)
    audit({ subject: its.id, account: its.client_account, detail: { package: id, copy: row.copy } })
    await notify(context, { accounts: [its.client_account], topic: 'case-news', mail: { kind: 'preparation.to-review', values: { preparation: its.id } } })
    return null
  },
})
