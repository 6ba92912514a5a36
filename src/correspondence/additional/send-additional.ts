import { enterByPerson, lockPartyCase, partyCase } from '../../cases/index.ts'
import { openTray, submitTray } from '../../evidence/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { operation } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { isSomebody } from '../messages/own-threads.ts'
import { sideOf } from '../messages/message.ts'
import { tellOthers } from '../telling/tell-others.ts'
import { sealAbout, statusAfter } from './additional.ts'
import { insertAdditional, isAdditionalSent } from './additional-store.ts'

/** More than anybody gathers in a day. */
const sendingsADay = { name: 'additional-evidence.send', most: 10, withinSeconds: 86_400, of: ({ actor }: { actor: Actor }) => actor.id }

/** **Add files**: opens the tray that gathers what is to be sent, or finds it. */
export const gatherEvidence = operation({
  name: 'additional-evidence.gather',
  allow: (actor, _input: { receiptNumber: string }) => isSomebody(actor),
  refusals: ['unknown-case'],
  async run(context, { receiptNumber }) {
    const found = await partyCase(context, receiptNumber, 'send-evidence')
    if (!found) return context.refuse('unknown-case')
    context.audit({ subject: found.id, account: String(context.actor.id) })
    const page = paths.additionalEvidence({ receiptNumber })
    return { tray: await openTray(context, { caseId: found.id, purpose: 'additional', subject: null, page }) }
  },
})

/** `press`: made with the page; sent again, nothing more is sent. */
export interface EvidenceToSend {
  readonly receiptNumber: string
  readonly tray: string
  readonly about: string
  readonly press: string
}

/**
 * **Send**: the gathered files become evidence of the case, the office has them in its queue, and the case goes on to the status
 * that says so where its table has that way. Not about a case that is decided or over: the row is locked, so that of a decision
 * and this one comes first.
 */
export const sendEvidence = operation({
  name: 'additional-evidence.send',
  allow: (actor, _input: EvidenceToSend) => isSomebody(actor),
  limits: [sendingsADay],
  refusals: ['unknown-case', 'case-is-over', 'no-such-tray', 'submitted-before', 'files-not-ready', 'no-files'],
  async run(context, { receiptNumber, tray, about, press }) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    const found = await lockPartyCase(context, receiptNumber, 'send-evidence')
    if (!found) return refuse('unknown-case')
    audit({ subject: found.id, account: String(actor.id), detail: { evidence: press } })
    if (await isAdditionalSent(tx, press, found.id)) {
      recordedBefore()
      return { files: 0 }
    }
    if (found.entry.final || found.entry.decides) return refuse('case-is-over')
    const files = await submitTray(context, { tray, caseId: found.id })
    if (typeof files === 'string') return refuse(files)
    const by = { account: String(actor.id), side: sideOf(found.role) }
    await insertAdditional(tx, { ...by, id: press, case: found.id, receipt_number: receiptNumber, tray, sealed: sealAbout(services.keys, found.id, press, about), at: now })
    const status = statusAfter(services.agency, found.entry)
    if (status) await enterByPerson(context, { ground: press, caseId: found.id, status, reason: 'Evidence was sent that nobody asked for.' })
    await tellOthers(context, { id: press, caseId: found.id, receiptNumber })
    return { files: files.length }
  },
})
