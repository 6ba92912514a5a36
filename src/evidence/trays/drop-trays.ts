import { accountsOnHold } from '../../accounts/index.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { removeFilesOfDraft } from '../files.ts'
import { trayDays } from './tray.ts'
import { deleteTrays, listForgottenTrays, listUnsentTrays, type TrayRow } from './tray-store.ts'

const atOnceMost = 500

type Removing = Pick<OperationContext, 'tx' | 'now' | 'enqueue'>

async function drop(context: Removing, trays: readonly Pick<TrayRow, 'id' | 'account'>[]): Promise<void> {
  for (const { id, account } of trays) await removeFilesOfDraft(context, { draft: id, account })
  await deleteTrays(context.tx, trays.map(({ id }) => id))
}

/** Removes what these accounts gathered and never sent, in the transaction that closes them. */
export const deleteUnsentTrays = async (context: Removing, accounts: readonly string[]): Promise<void> =>
  drop(context, await listUnsentTrays(context.tx, accounts))

/** Removes, with its files, what was gathered long ago and never sent; what the law holds stays. */
export const dropForgottenTrays = operation({
  name: 'evidence.drop-forgotten-trays',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'system',
  refusals: ['nothing-forgotten'],
  async run(context) {
    const { tx, now, refuse, audit } = context
    const before = now.subtract({ hours: 24 * trayDays })
    const trays = await listForgottenTrays(tx, { before, except: await accountsOnHold(context), most: atOnceMost })
    audit({ detail: { removed: trays.length } })
    if (trays.length === 0) return refuse('nothing-forgotten')
    await drop(context, trays)
    return { removed: trays.length }
  },
})

export const dropForgottenTraysChore: Chore = {
  name: 'evidence.drop-forgotten-trays',
  everySeconds: 3600,
  run: async ({ perform }) => void (await perform(dropForgottenTrays, {})),
}
