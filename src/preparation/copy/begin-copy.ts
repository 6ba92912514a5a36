import { readAccountContact } from '../../accounts/index.ts'
import { copyDraft, readDraft } from '../../filing/index.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { findPreparation, type PreparationRow } from '../preparation-store.ts'
import { findPackage, holdPreparation, type PackageRow, recordCopy } from './copy-store.ts'

export interface Laid {
  readonly row: PackageRow
  readonly its: PreparationRow & { readonly client_account: string }
}

/** The package with its preparation, while it stands and its client is linked; held until the transaction ends. */
export async function holdLaid({ tx }: Pick<OperationContext, 'tx'>, id: string): Promise<Laid | undefined> {
  const named = await findPackage(tx, id)
  const held = named && (await holdPreparation(tx, named.preparation))
  if (!named || !held || held.ended || held.package !== id) return undefined
  const [row, its] = [await findPackage(tx, id), await findPreparation(tx, named.preparation)]
  return row && its?.client_account ? { row, its: { ...its, client_account: its.client_account } } : undefined
}

/** Begins the copy of a package for the client: its answers. Run again it is the same copy. Null: nobody wants it any more. */
export const beginCopy = operation({
  name: 'preparation.begin-copy',
  allow: ({ kind }, _input: { package: string }) => kind === 'system',
  refusals: [],
  async run(context, { package: id }) {
    const { tx, now, services, audit } = context
    audit({ subject: id })
    const laid = await holdLaid(context, id)
    if (!laid || laid.row.form_sealed === null || laid.its.draft === null) return null
    const { row, its } = laid
    const from = { draft: laid.its.draft, account: its.representative }
    if (row.copy) return { from, to: { draft: row.copy, account: its.client_account } }
    const source = await readDraft({ tx, services, now }, from.draft)
    if (!source?.frozenAt) throw new Error('What is copied has to be frozen')
    const language = (await readAccountContact(context, its.client_account))?.language ?? services.agency.languageOfRecord
    const copy = await copyDraft(context, { source, account: its.client_account, language, startKey: `package:${id}`, judgedOn: row.judged_on.toString() })
    await recordCopy(tx, id, copy)
    audit({ subject: its.id, account: its.client_account, detail: { package: id, copy } })
    return { from, to: { draft: copy, account: its.client_account } }
  },
})
