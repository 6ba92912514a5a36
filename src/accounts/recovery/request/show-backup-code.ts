import { overloaded } from '../../../platform/http/answer.ts'
import { procedure } from '../../../platform/http/page.ts'
import type { LimitSubject } from '../../../platform/attempts.ts'
import { operation } from '../../../platform/operation.ts'
import { findAccountByEmail } from '../../account-store.ts'
import { findUnusedCode } from '../../backup-code/backup-code-store.ts'
import { emailHash, emailHashes } from '../../email-address.ts'
import { busySeconds, type Doer } from '../../procedure.ts'
import { openSession } from '../../sessions/open-session.ts'
import { askableQuestions } from '../reset-facts.ts'
import { twoOf } from '../open-reset.ts'
import { freshLink } from '../reset-link.ts'
import { insertReset, killResets } from '../reset-store.ts'
import { isOpen } from './recovery-request.ts'
import { findRunningRequest, lockRequest } from './request-store.ts'

interface Shown {
  email: string
}

/** Counted for an address and the network it is tried from: nobody stops the owner from elsewhere. */
const ofBoth = ({ input, request, services }: LimitSubject<Shown>) =>
  `${emailHash(services.keys, input.email)} ${request.network ?? ''}`

/** Counts one look at an address with a backup code, and finds what to compare the code with. */
export const tryRecoveryCode = operation({
  name: 'accounts.try-recovery-code',
  gate: true,
  allow: (_actor, _input: Shown) => true,
  limits: [
    { name: 'accounts.recovery-code.network', most: 20, withinSeconds: 60, of: ({ request }) => request.network },
    { name: 'accounts.recovery-code.address', most: 5, withinSeconds: 3600, of: ofBoth },
  ],
  refusals: [],
  async run({ tx, now, services, audit }, { email }) {
    const account = await findAccountByEmail(tx, emailHashes(services.keys, email))
    if (account) audit({ account: account.id })
    const request = await findRunningRequest(tx, account?.id ?? null)
    const code = await findUnusedCode(tx, account?.id ?? nobody)
    return request && code && isOpen(request, now) ? { request: request.id, code } : null
  },
})

/** No account has this id: the look-up of an address nobody has costs what any other costs. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** The code was right while the request was open: a reset begins that has the backup code, and still asks two answers. */
export const openByBackupCode = operation({
  name: 'accounts.open-recovery-by-backup-code',
  gate: true,
  allow: (_actor, _input: { request: string; code: string }) => true,
  refusals: ['nothing-open'],
  async run(context, { request: id, code }) {
    const { tx, now, services, refuse, audit } = context
    const request = await lockRequest(tx, id)
    if (!request?.account || !isOpen(request, now)) return refuse('nothing-open')
    const { row } = freshLink(services.keys)
    audit({ account: request.account, subject: `recovery:${id}`, detail: { reset: row.id } })
    await killResets(tx, request.account, now)
    const session = await openSession(context, { account: request.account, stage: 'resetting' })
    await insertReset(tx, {
      ...row,
      account: request.account,
      recovery: id,
      opened_by: 'backup-code',
      made_at: now,
      expires_at: request.expires_at,
      spent_at: now,
      session: session.id,
      backup_code: code,
      questions: twoOf(await askableQuestions(context, request.account)),
    })
    return { secret: session.secret }
  },
})

/**
 * **Email address** and **Backup code** of who lost everything else, once the wait is over. Wrong code, no request, one
 * that still waits and an address nobody has are one answer, after one comparison.
 */
export const showBackupCode = procedure({
  refusals: openByBackupCode.refusals,
  async call(by: Doer, { email, code }: Shown & { code: string }) {
    const { passwords } = by.services
    const tried = await by.perform(tryRecoveryCode, { email })
    if (!tried.ok) return tried
    const found = tried.output
    const compared = found ? await passwords.verifyPassword(code, found.code.hash) : await passwords.verifyAgainstNothing(code)
    if (!('matches' in compared)) return overloaded(busySeconds)
    if (!compared.matches || !found) return { ok: false, refusal: 'nothing-open' }
    return by.perform(openByBackupCode, { request: found.request, code: found.code.id })
  },
})
