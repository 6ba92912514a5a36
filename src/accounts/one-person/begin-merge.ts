import { visitor } from '../../platform/actor.ts'
import { procedure } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { getAccount } from '../account-store.ts'
import { sendCode } from '../one-time-password/send-code.ts'
import type { Doer } from '../procedure.ts'
import { openSession } from '../sessions/open-session.ts'
import { acceptableOther } from './acceptable-other.ts'
import { upsertMergeAttempt } from './one-person-store.ts'
import { withComparedPassword } from '../sign-in/compare-password.ts'
import { tryPassword } from '../sign-in/try-password.ts'

/**
 * The other account's password was right: its second factor is asked next, in a session of its own whose secret nobody
 * gets, so that its tries are counted and its codes are bound as in any sign-in.
 */
export const beginMerge = operation({
  name: 'accounts.begin-merge',
  gate: true,
  allow: (actor, _input: { other: string | null }) => actor.kind === 'account',
  refusals: ['email-or-password-wrong', 'same-account', 'types-differ'],
  async run(context, { other: id }) {
    const { tx, actor, now, refuse, audit } = context
    audit({ account: actor.id as string, detail: { other: id } })
    if (!id) return refuse('email-or-password-wrong')
    if (id === actor.id) return refuse('same-account')
    const [kept, other] = [await getAccount(tx, actor.id as string), await getAccount(tx, id)]
    const fault = acceptableOther(kept, other)
    if (fault) return refuse(fault)
    // As a visitor: opening it must not end the session of the account that is kept.
    const session = await openSession({ ...context, actor: visitor }, { account: id, stage: 'password-given' })
    await sendCode(context, other, session.id)
    await upsertMergeAttempt(tx, {
      id: newId(),
      kept: kept.id,
      other: id,
      other_session: session.id,
      begun_at: now,
    })
  },
})

/** The other account's **Email address** and **Password**: counted, compared and answered as at the sign-in page. */
export const giveOtherPassword = procedure({
  refusals: [...tryPassword.refusals, ...beginMerge.refusals],
  call: (by: Doer, typed: { email: string; password: string }) =>
    withComparedPassword(by, typed, ({ stored, matches }) =>
      by.perform(beginMerge, { other: matches && stored ? stored.account : null }),
    ),
})
