import { notify } from '../../notifications/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { sealAnswered } from '../package/sealed.ts'
import { openedFor, passcodeLimits, passcodeRefusals, type TypedPasscode } from './open-by-passcode.ts'
import { passcodeHashes } from './passcode-hashes.ts'
import { takeUpByPasscode, turnDownByPasscode } from './taking-up-store.ts'

const isClient = (actor: Actor): boolean => actor.kind === 'account' && !actor.roles.includes('representative')

interface AtPreparation extends TypedPasscode {
  /** The one that the page showed. */
  readonly preparation: string
}

/**
 * **Accept**: ties what was prepared to the account of the client who has its passcode, once, and has the copy laid that they read.
 * Of two accounts at once one gets it; the other is answered as by a used passcode.
 */
export const takeUp = operation({
  name: 'preparation.take-up',
  allow: (actor, _input: AtPreparation) => isClient(actor),
  limits: passcodeLimits,
  refusals: passcodeRefusals,
  async run(context, { passcode, preparation }) {
    const { tx, actor, now, services, refuse, audit, enqueue } = context
    audit({ subject: preparation, account: actor.id as string })
    const opened = await openedFor(context, passcode)
    if ('refused' in opened) return refuse(opened.refused)
    if (opened.preparation !== preparation) return refuse('passcode-not-matched')
    if (!(await takeUpByPasscode(tx, passcodeHashes(services.keys, passcode), now))) return refuse('passcode-not-matched')
    if (opened.client_account === null) {
      await enqueue('preparation.lay-copy', { package: opened.package }, { jobKey: `lay-copy:${opened.package}` })
      await notify(context, { accounts: [opened.representative], topic: 'case-news', mail: { kind: 'preparation.taken-up', values: { preparation } } })
    }
    return { preparation }
  },
})

/** **Decline**: the client wants none of it. The passcode is over, and the representative reads why. */
export const turnDown = operation({
  name: 'preparation.turn-down',
  allow: (actor, _input: AtPreparation & { reason: string }) => isClient(actor),
  limits: passcodeLimits,
  refusals: passcodeRefusals,
  async run(context, { passcode, preparation, reason }) {
    const { tx, actor, now, services, refuse, audit } = context
    const account = actor.id as string
    audit({ subject: preparation, account })
    const opened = await openedFor(context, passcode)
    if ('refused' in opened) return refuse(opened.refused)
    const answer = { id: newId(), account }
    const reasonSealed = sealAnswered(services.keys, answer, 'reason_sealed', reason)
    const isDone = opened.preparation === preparation && (await turnDownByPasscode(tx, { hashes: passcodeHashes(services.keys, passcode), answer: answer.id, reasonSealed, at: now }))
    if (!isDone) return refuse('passcode-not-matched')
    await notify(context, { accounts: [opened.representative], topic: 'case-news', mail: { kind: 'preparation.answered', values: { preparation } } })
    return null
  },
})
