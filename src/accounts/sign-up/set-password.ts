import { overloaded } from '../../platform/http/answer.ts'
import { procedure } from '../../platform/http/page.ts'
import { operation } from '../../platform/operation.ts'
import { insertPassword, lockAccount, recordFacts } from '../account-store.ts'
import { busySeconds, type Doer } from '../procedure.ts'
import { stepPath } from './steps.ts'

const keepPassword = operation({
  name: 'accounts.set-password',
  allow: (actor) => actor.kind === 'account',
  refusals: ['step-done'],
  async run({ tx, actor, now, refuse, audit }, { hash }: { hash: string }) {
    const id = actor.id as string
    audit({ account: id })
    const account = await lockAccount(tx, id)
    if (account.password_set_at) return refuse('step-done')
    await insertPassword(tx, { account: id, hash, set_at: now })
    await recordFacts(tx, id, { password_set_at: now })
    return { goTo: stepPath('verification-method') }
  },
})

/** **Password**: hashed first, outside any transaction, then kept. The page has checked it against the rules. */
export const setPassword = procedure({
  refusals: keepPassword.refusals,
  async call(by: Doer, { password }: { password: string }) {
    const hashed = await by.services.passwords.hashPassword(password)
    return 'hash' in hashed ? by.perform(keepPassword, hashed) : overloaded(busySeconds)
  },
})

export const passwordRecord = keepPassword
