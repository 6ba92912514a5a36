import { lockOwnAccount } from '../../accounts/index.ts'
import { type Actor, accountsOf } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { archivesADay } from './archive.ts'
import { findUnderWay, insertArchive, listArchives } from './archive-store.ts'

const isAccount = (actor: Actor) => actor.kind === 'account' && actor.id !== null

/**
 * **Make my archive**: a job makes it, never the request. One at a time: pressed again, or ten times at once, it is the
 * one that is under way. Those of a day are counted as rows behind the account's lock, so that no press passes unseen.
 */
export const askArchive = operation({
  name: 'portal.ask-archive',
  allow: (actor, _input: Record<string, never>) => isAccount(actor),
  refusals: ['no-recent-proof', 'account-closed', 'too-many-archives'],
  async run(context) {
    const { tx, actor, now, refuse, enqueue, audit } = context
    const account = await lockOwnAccount(context)
    audit({ account: account.id })
    if (account.isClosed) return refuse('account-closed')
    if (!account.hasRecentProof) return refuse('no-recent-proof')
    const accounts = accountsOf(actor)
    const underWay = await findUnderWay(tx, accounts)
    if (underWay) return { archive: underWay.id }
    const lately = await listArchives(tx, accounts, now.subtract({ hours: 24 }))
    if (lately.length >= archivesADay) return refuse('too-many-archives')
    const archive = newId()
    audit({ account: account.id, subject: `archive:${archive}` })
    await insertArchive(tx, { id: archive, account: account.id, language: account.language, asked_at: now })
    await enqueue('portal.make-archive', { archive }, { jobKey: `archive:${archive}` })
    return { archive }
  },
})
