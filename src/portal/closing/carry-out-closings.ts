import { accountsOfPerson, type DueClosing, dueClosings, emptyClosed, freeAddressOf, lockDueClosing } from '../../accounts/index.ts'
import { endParties, leaveCasesOf } from '../../cases/index.ts'
import { deleteTypedOf } from '../../correspondence/index.ts'
import { deleteUnsentTrays } from '../../evidence/index.ts'
import { deleteUnsubmittedDrafts } from '../../filing/index.ts'
import { deleteChoices } from '../../notifications/index.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import { operation, type OperationContext, query } from '../../platform/operation.ts'
import { endPreparationsOf } from '../../preparation/index.ts'
import { emptyProfiles } from '../../profile/index.ts'
import { deletePractices } from '../../representation/index.ts'
import { deleteArchives, listOfAccounts } from '../my-data/archive-store.ts'
import { waitingOf } from './obstacles.ts'

/** Archives go with their account, bytes first: nobody is left who could take them. */
async function forgetArchives({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, accounts: readonly string[]) {
  const archives = await listOfAccounts(tx, accounts)
  for (const { storage_key } of archives) if (storage_key) await services.storage.delete(storage_key)
  await deleteArchives(tx, archives.map(({ id }) => id))
}

/**
 * Does to a closed account what each table says under “Closing”, once its 72 hours are over. Where something came up
 * that was not there when it was closed, such as a case that was opened again, it waits; where the law holds the account
 * only its address is let go.
 */
export const carryOutClosing = operation({
  name: 'portal.carry-out-closing',
  allow: ({ kind }, _input: DueClosing) => kind === 'system',
  refusals: ['not-due', 'something-waits'],
  async run(context, due) {
    const { tx, now, refuse, audit } = context
    audit({ subject: `closing:${due.id}`, account: due.account })
    const locked = await lockDueClosing(context, due)
    if (!locked) return refuse('not-due')
    const { accounts, isHeld } = locked
    if (isHeld) {
      await freeAddressOf(context, accounts)
      audit({ detail: { held: true } })
      return { isHeld }
    }
    if ((await waitingOf(context, accounts)).length > 0) return refuse('something-waits')
    await endPreparationsOf(tx, accounts, now)
    await deleteUnsubmittedDrafts(context, accounts)
    await deleteUnsentTrays(context, accounts)
    await deleteTypedOf(tx, accounts)
    await deleteChoices(tx, accounts)
    await emptyProfiles(tx, accounts, now)
    await leaveCasesOf(context, accounts)
    await endParties(tx, accounts, now)
    await deletePractices(tx, accounts)
    await forgetArchives(context, accounts)
    await emptyClosed(context, due, accounts)
    return { isHeld }
  },
})

/** Looked at before, so that a closing that waits for weeks does not fill the record. */
const isWaiting = query({
  name: 'portal.is-closing-waiting',
  allow: ({ kind }, _input: DueClosing) => kind === 'system',
  run: async (context, { account }) => (await waitingOf(context, await accountsOfPerson(context, account))).length > 0,
})

export const carryOutClosings: Chore = {
  name: 'portal.carry-out-closings',
  everySeconds: 600,
  run: async (context) => {
    for (const due of await dueClosings(context)) if (!(await context.read(isWaiting, due))) await context.perform(carryOutClosing, due)
  },
}
