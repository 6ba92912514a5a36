import { notify } from '../../notifications/index.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { listAnswers } from '../copy/copy-store.ts'
import { sealAnswered } from '../package/sealed.ts'
import { holdStanding, type Standing } from './hold-standing.ts'
import { isClient } from './own-prepared.ts'
import type { OfPackage } from './read-package.ts'
import { insertAnswer, recordVoid, releaseCopy } from './review-store.ts'

interface ToAnswer {
  readonly preparation: string
  readonly shown: string
  readonly reason: string
}

/** The client's words under one document, and the package void: its copy and what was signed on it are never filed. */
async function voidWith(context: OperationContext, { its, row }: Standing, { of, reason, why }: { of: OfPackage; reason: string; why: 'changes-asked' | 'declined' }): Promise<void> {
  const { tx, now, services } = context
  const answer = { id: newId(), account: its.client_account }
  await insertAnswer(tx, {
    ...answer,
    ...{ package: row.id, of, side: 'client', at: now, accepted: false },
    reason_sealed: sealAnswered(services.keys, answer, 'reason_sealed', reason),
    document_sha256: (of === 'form' ? row.form_sha256 : null) ?? row.appearance_sha256,
  })
  await recordVoid(tx, row.id, why, now)
  await notify(context, { accounts: [its.representative], topic: 'case-news', mail: { kind: 'preparation.answered', values: { preparation: its.id } } })
}

/** **Ask for changes**: the package is void, and the representative reads what to change. */
export const askForChanges = operation({
  name: 'preparation.ask-for-changes',
  allow: (actor, _input: ToAnswer) => isClient(actor),
  refusals: ['not-standing'],
  async run(context, { preparation, shown, reason }) {
    const { actor, refuse, audit } = context
    audit({ subject: preparation, account: actor.id as string, detail: { package: shown.slice(0, 40) } })
    const standing = await holdStanding(context, { preparation, shown })
    if (!standing) return refuse('not-standing')
    await voidWith(context, standing, { of: standing.row.form_sha256 ? 'form' : 'appearance', reason, why: 'changes-asked' })
    return { preparation }
  },
})

/** What becomes of the form where its notice of appearance is declined: a draft of the client's own, or nothing. */
export const afterDeclining = ['keep', 'leave'] as const
export type AfterDeclining = (typeof afterDeclining)[number]

/**
 * **Decline** one of the two documents, with a reason. Without the notice of appearance the client may keep the form as a draft of
 * their own (decision 0043); without the form nothing is left to file.
 */
export const declinePrepared = operation({
  name: 'preparation.decline',
  allow: (actor, _input: ToAnswer & { of: OfPackage; then: AfterDeclining }) => isClient(actor),
  refusals: ['not-standing', 'signed-already', 'not-copied-yet'],
  async run(context, { preparation, shown, reason, of, then }) {
    const { tx, actor, now, refuse, audit } = context
    audit({ subject: preparation, account: actor.id as string, detail: { package: shown.slice(0, 40), of, then } })
    const standing = await holdStanding(context, { preparation, shown })
    if (!standing || (of === 'form' && standing.row.form_sha256 === null)) return refuse('not-standing')
    if (of === 'appearance' && (await listAnswers(tx, standing.row.id)).some((each) => each.of === of && each.side === 'client')) return refuse('signed-already')
    const keeps = of === 'appearance' && then === 'keep' && standing.row.form_sha256 !== null
    if (keeps && !(await releaseCopy(tx, preparation, now))) return refuse('not-copied-yet')
    await voidWith(context, standing, { of, reason, why: 'declined' })
    return { draft: keeps ? standing.row.copy : null }
  },
})
