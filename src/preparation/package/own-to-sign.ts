import { accountsOf } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { type Client, findClientFor, type Lack, lackingToAct } from '../../representation/index.ts'
import { findPreparation, type PreparationRow } from '../preparation-store.ts'
import { mayPrepare } from '../work/may-prepare.ts'
import { findStandingPackage } from './package-store.ts'
import { type NotToSign, type PackageToSign, packageToSign } from './to-sign.ts'

export interface OwnToSign {
  readonly row: PreparationRow
  readonly client: Client | null
  readonly lacking: readonly Lack[]
  /** Null: it is signed already, was filed, or has ended. */
  readonly toSign: PackageToSign | NotToSign | null
}

/** What the representative signs, in one look; null alike for what is unknown and somebody else's. */
export const ownToSign = query({
  name: 'preparation.to-sign',
  allow: (actor, _input: { preparation: string; language: string }) => mayPrepare(actor),
  async run(context, { preparation, language }): Promise<OwnToSign | null> {
    const { tx, actor } = context
    const row = isId(preparation) ? await findPreparation(tx, preparation) : undefined
    if (!row || !accountsOf(actor).includes(row.representative)) return null
    const isOpen = !row.ended_at && !row.filed_at && !(await findStandingPackage(tx, row.id))
    const toSign = isOpen ? await packageToSign(context, row, { language, locks: false }) : null
    return { row, client: await findClientFor(context, row.client), lacking: await lackingToAct(context, accountsOf(actor)), toSign }
  },
})
