import { readAccountContact } from '../../accounts/index.ts'
import { type PartyCase, partyCase } from '../../cases/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { isSomebody } from '../messages/own-threads.ts'
import type { Copy, Notice } from './notice.ts'
import { findOwnNotice, findPaper, listNotices } from './notice-store.ts'
import { noticeOf } from './opened-notice.ts'

export const noticesAPage = 20

export interface ListedNotice extends Pick<Notice, 'id' | 'issuedOn' | 'endedAs'> {
  readonly title: string
  /** Of its title: notices are written in the person's language, not in the reader's. */
  readonly language: string
  readonly openedAt: Temporal.Instant | null
}

export interface OwnNotices {
  readonly case: PartyCase
  readonly notices: readonly ListedNotice[]
  readonly total: number
}

/** The notices of a case, for a person who is on it now; null for everybody else, and for a case that is not. */
export const ownNotices = query({
  name: 'notices.own',
  allow: (actor, _input: { receiptNumber: string; page: number }) => isSomebody(actor),
  async run(context, { receiptNumber, page }): Promise<OwnNotices | null> {
    const found = await partyCase(context, receiptNumber, 'read-notices')
    if (!found) return null
    const place = { from: (page - 1) * noticesAPage, most: noticesAPage }
    const rows = await listNotices(context.tx, { caseId: found.id, accounts: accountsOf(context.actor), ...place })
    const notices = rows.map((row) => {
      const { id, issuedOn, endedAs, parts } = noticeOf(context.services.keys, row)
      return { id, issuedOn, endedAs, title: parts[0].title, language: parts[0].language, openedAt: row.opened_at }
    })
    return { case: found, notices, total: rows[0]?.total ?? 0 }
  },
})

export interface OwnNotice {
  readonly notice: Notice
  /** On which side of the case the person stands who reads. */
  readonly copy: Copy
  /** The reader's own Online Account Number; null for who represents somebody: the person's is not told to them. */
  readonly accountNumber: string | null
  readonly openedAt: Temporal.Instant | null
  readonly hasPaper: boolean
}

/** One notice with its words; null where the person is not on its case now. */
export const ownNotice = query({
  name: 'notices.own-notice',
  allow: (actor, _input: { receiptNumber: string; notice: string }) => isSomebody(actor),
  async run(context, { receiptNumber, notice }): Promise<OwnNotice | null> {
    const { tx, actor, services } = context
    const row = isId(notice) ? await findOwnNotice(tx, { id: notice, receiptNumber, accounts: accountsOf(actor) }) : undefined
    if (!row) return null
    const contact = row.for_themselves ? await readAccountContact(context, String(actor.id)) : undefined
    return {
      notice: noticeOf(services.keys, row),
      copy: row.for_themselves ? 'person' : 'representative',
      accountNumber: contact?.onlineAccountNumber ?? null,
      openedAt: row.opened_at,
      hasPaper: row.paper,
    }
  },
})

/** Where the PDF of a notice lies, for a person of its case; null for everybody else, and while it is not made. */
export const ownNoticePaper = query({
  name: 'notices.own-paper',
  allow: (actor, _input: { receiptNumber: string; notice: string }) => isSomebody(actor),
  async run({ tx, actor }, { receiptNumber, notice }) {
    const row = isId(notice) ? await findOwnNotice(tx, { id: notice, receiptNumber, accounts: accountsOf(actor) }) : undefined
    const paper = row && (await findPaper(tx, notice, row.for_themselves ? 'person' : 'representative'))
    if (!row || !paper) return null
    return { storageKey: paper.storage_key, sha256: paper.sha256, caseId: row.case, kind: row.kind }
  },
})
