import { agencyDay, partyCase, standingOfOwnCase, usualTimes } from '../../cases/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { operation, query } from '../../platform/operation.ts'
import type { InquiryReason } from '../../agency/index.ts'
import type { PartyCase } from '../../cases/index.ts'
import { sideOf } from '../messages/message.ts'
import { isSomebody } from '../messages/own-threads.ts'
import { tellOthers } from '../telling/tell-others.ts'
import { type Inquiry, type NotYet, notYet, reasonOf, sealInquiry, workingDaysAfter } from './inquiry.ts'
import { findInquiry, inquiryOf, insertInquiry, listInquiries } from './inquiry-store.ts'

/** More than anybody has to ask in a day. */
const inquiriesADay = { name: 'inquiries.ask', most: 10, withinSeconds: 86_400, of: ({ actor }: { actor: Actor }) => actor.id }

export interface InquiryToAsk {
  readonly receiptNumber: string
  readonly reason: string
  readonly text: string
  /** Made with the page: sent again, nothing more is asked. */
  readonly press: string
}

/** **Send question**: it waits in the office's own queue. One that is too early, or of a reason that waits already, is refused. */
export const askInquiry = operation({
  name: 'inquiries.ask',
  allow: (actor, _input: InquiryToAsk) => isSomebody(actor),
  limits: [inquiriesADay],
  refusals: ['unknown-case', 'unknown-reason', 'too-early', 'asked-already'],
  async run(context, { receiptNumber, reason: id, text, press }) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    const { agency, keys } = services
    const found = await partyCase(context, receiptNumber, 'ask-about-case')
    if (!found) return refuse('unknown-case')
    audit({ subject: found.id, account: String(actor.id), detail: { inquiry: press, reason: id.slice(0, 60) } })
    if (await findInquiry(tx, { id: press, caseId: found.id })) {
      recordedBefore()
      return { inquiry: press }
    }
    const reason = reasonOf(agency, id)
    if (!reason) return refuse('unknown-reason')
    const today = agencyDay(agency, now)
    const standing = await standingOfOwnCase(context, receiptNumber)
    if (notYet(reason, standing, { usual: await usualTimes.run(context, {}), today })) return refuse('too-early')
    const by = { account: String(actor.id), side: sideOf(found.role) }
    const expected_on = workingDaysAfter(today, reason.answerDays)
    const asked = { ...by, id: press, case: found.id, receipt_number: receiptNumber, reason: id, sealed: sealInquiry(keys, found.id, press, text), at: now, expected_on }
    if (!(await insertInquiry(tx, asked))) return refuse('asked-already')
    await tellOthers(context, { id: press, caseId: found.id, receiptNumber })
    return { inquiry: press }
  },
})

export interface OwnInquiries {
  readonly case: PartyCase
  /** What can be asked about it, and why something not yet. */
  readonly reasons: readonly (InquiryReason & { readonly not: NotYet | null; readonly waits: boolean })[]
  readonly asked: readonly Inquiry[]
}

const shownMost = 50

/** What somebody can ask about a case, and what was asked before; null where they are not on it. */
export const ownInquiries = query({
  name: 'inquiries.own',
  allow: (actor, _input: { receiptNumber: string }) => isSomebody(actor),
  async run(context, { receiptNumber }): Promise<OwnInquiries | null> {
    const { tx, now, services } = context
    const found = await partyCase(context, receiptNumber, 'ask-about-case')
    if (!found) return null
    const at = { usual: await usualTimes.run(context, {}), today: agencyDay(services.agency, now) }
    const standing = await standingOfOwnCase(context, receiptNumber)
    const asked = (await listInquiries(tx, [found.id], shownMost)).map((row) => inquiryOf(services.keys, row))
    const reasons = services.agency.inquiries.reasons.map((reason) => ({
      ...reason,
      not: notYet(reason, standing, at),
      waits: asked.some((each) => each.reason === reason.id && each.answer === null),
    }))
    return { case: found, reasons, asked }
  },
})
