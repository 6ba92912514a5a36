import { accountsOf, type Actor } from '../../platform/actor.ts'
import { operation } from '../../platform/operation.ts'
import { insertFollower, markFollowStopped, markUnfollowed } from './follow-store.ts'

const isSomebody = (actor: Actor) => actor.kind === 'account' && actor.id !== null

/** As many as look-ups of the public page, for a day: who follows learns nothing that a look-up does not say. */
const followsADay = { name: 'cases.follow', most: 60, withinSeconds: 86_400, of: ({ actor }: { actor: Actor }) => actor.id }

/**
 * Follows a case by its receipt number alone: its public status stands in the account from then on, and nothing more. One that
 * is unknown or protected, or whose owner wants no followers, is answered alike.
 */
export const followCase = operation({
  name: 'cases.follow',
  allow: (actor, _input: { receiptNumber: string }) => isSomebody(actor),
  limits: [followsADay],
  refusals: ['no-such-case'],
  async run({ tx, actor, now, refuse, audit }, { receiptNumber }) {
    const account = actor.id as string
    audit({ account })
    return (await insertFollower(tx, { receipt: receiptNumber, account, at: now })) ? { receiptNumber } : refuse('no-such-case')
  },
})

/** Pressed twice it is ended once. */
export const unfollowCase = operation({
  name: 'cases.unfollow',
  allow: (actor, _input: { receiptNumber: string }) => isSomebody(actor),
  refusals: [],
  async run({ tx, actor, audit }, { receiptNumber }) {
    audit({ account: actor.id as string })
    await markUnfollowed(tx, { receipt: receiptNumber, accounts: accountsOf(actor) })
  },
})

/** The owner ends all following of their case, and nobody can begin again. */
export const stopFollowers = operation({
  name: 'cases.stop-followers',
  allow: (actor, _input: { caseId: string }) => isSomebody(actor),
  refusals: ['no-such-case'],
  async run({ tx, actor, now, refuse, audit }, { caseId }) {
    const account = actor.id as string
    audit({ subject: caseId, account })
    return (await markFollowStopped(tx, { caseId, account, at: now })) ? null : refuse('no-such-case')
  },
})
