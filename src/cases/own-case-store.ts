import { sql } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'
import type { MessageKey } from '../platform/i18n/text.ts'
import type { Case, Channel, PartyRole, StatusChange } from './case.ts'
import { mailColumn, type MailJson } from './later-paper/mail-of-case-store.ts'
import { type RepresentativesJson, representativesColumn } from './representatives/representative-store.ts'
import { type UsualJson, usualColumn } from './usual-time-store.ts'
import type { CaseDocument } from './case-document.ts'
import { type PeopleJson, peopleColumn } from './people/people-store.ts'
import { addressSaidColumn, type AskedJson, askedColumn, tasksColumn } from './tasks/task-store.ts'

export interface CaseRow {
  id: string
  receipt_number: string
  form: string
  channel: string
  status: string
  status_on: Temporal.PlainDate
  status_since: Temporal.Instant
  received_on: Temporal.PlainDate
  office: string | null
  touched_at: Temporal.Instant
}

export const caseOf = (row: CaseRow): Case => ({
  id: row.id,
  receiptNumber: row.receipt_number,
  form: row.form,
  channel: row.channel as Channel,
  status: row.status,
  statusOn: row.status_on,
  statusSince: row.status_since,
  receivedOn: row.received_on,
  office: row.office,
  touchedAt: row.touched_at,
})

/** Oldest first. */
export type CourseJson = readonly { status: string; on: string; at: string }[]

export const courseOf = (course: CourseJson | null): StatusChange[] =>
  (course ?? []).map(({ status, on, at }) => ({
    status,
    on: Temporal.PlainDate.from(on),
    at: Temporal.Instant.from(at),
  }))

export type DocumentsJson = readonly {
  id: string
  kind: string
  titleKey: string
  contentType: string
  sizeBytes: number
  pages: number | null
  madeAt: string
  receivedOn: string | null
}[]

export const documentsOf = (documents: DocumentsJson | null): CaseDocument[] =>
  (documents ?? []).map(({ titleKey, madeAt, receivedOn, ...paper }) => ({
    ...paper,
    titleKey: titleKey as MessageKey,
    madeAt: Temporal.Instant.from(madeAt),
    receivedOn: receivedOn === null ? null : Temporal.PlainDate.from(receivedOn),
  }))

/** The papers of the case `its`, oldest first, as one JSON value of its row. */
export const documentsColumn = sql<DocumentsJson | null>`(
  select json_agg(json_build_object('id', paper.id, 'kind', paper.kind, 'titleKey', paper.title_key,
    'contentType', paper.content_type, 'sizeBytes', paper.size_bytes, 'pages', paper.pages, 'madeAt', paper.made_at,
    'receivedOn', paper.received_on)
    order by paper.made_at, paper.id)
  from cases.document paper where paper."case" = its.id)`

const courseColumn = sql<CourseJson | null>`(
  select json_agg(json_build_object('status', past.status, 'on', past.effective_on, 'at', past.at)
    order by past.ordinal)
  from cases.status_change past where past."case" = its.id)`

const caseColumns = sql`its.id, its.receipt_number, its.form, its.channel, its.status, its.status_on, its.status_since,
  its.received_on, its.office, its.touched_at`

export type OwnCaseRow = CaseRow & { role: PartyRole; course: CourseJson | null; documents: DocumentsJson | null; address_changes: readonly string[] | null; followers: number; mail: MailJson; representatives: RepresentativesJson | null; asked: AskedJson | null; people: PeopleJson | null; usual: UsualJson | null; address_said: boolean }

const addressChangesMost = 50

/** When an address was changed on it, newest first. */
const addressChangesColumn = sql<readonly string[] | null>`(
  select json_agg(newest.at) from (
    select change.at from cases.address_change change where change."case" = its.id order by change.ordinal desc limit ${addressChangesMost}) newest)`

/** The case with everything its page shows, in one statement; undefined when none of the person's accounts is related to it. */
export async function findCaseOf(tx: Tx, accounts: readonly string[], receiptNumber: string): Promise<OwnCaseRow | undefined> {
  const { rows } = await sql<OwnCaseRow>`
    select ${caseColumns}, party.role, ${courseColumn} as course, ${documentsColumn} as documents,
      ${addressChangesColumn} as address_changes, ${mailColumn} as mail, cases.count_followers(its.id) as followers, ${representativesColumn} as representatives,
      ${askedColumn} as asked, ${peopleColumn} as people, ${usualColumn} as usual, ${addressSaidColumn} as address_said
    from cases."case" its
    join cases.party on party."case" = its.id and party.account = any (${accounts}::uuid[]) and party.until_at is null
    where its.receipt_number = ${receiptNumber}
    limit 1`.execute(tx)
  return rows[0]
}

/** A case of the home: a person's own, or one that they follow, of which there is what anyone sees. */
export type HomeRow = CaseRow & { followed: boolean; tasks: AskedJson | null; address_said: boolean }

/** The case alone, with what the person is on it: for themselves before for somebody else. */
export async function findPartyCase(tx: Tx, accounts: readonly string[], receiptNumber: string): Promise<{ id: string; receipt_number: string; form: string; role: PartyRole } | undefined> {
  const { rows } = await sql<{ id: string; receipt_number: string; form: string; role: PartyRole }>`
    select its.id, its.receipt_number, its.form, party.role
    from cases."case" its
    join cases.party on party."case" = its.id and party.account = any (${accounts}::uuid[]) and party.until_at is null
    where its.receipt_number = ${receiptNumber}
    order by party.role = 'representative'
    limit 1`.execute(tx)
  return rows[0]
}

/** What the home lists of the case `its` that is a person's own. */
export const listedCaseColumns = sql`${caseColumns}, false as followed, ${tasksColumn} as tasks, ${addressSaidColumn} as address_said`

/** The cases a person's accounts are related to, the one with the newest news first, then those they follow. */
export async function listCasesOf(tx: Tx, accounts: readonly string[], most: number): Promise<HomeRow[]> {
  const { rows } = await sql<HomeRow>`
    (select ${listedCaseColumns}
    from cases."case" its
    where its.id in (select party."case" from cases.party where party.account = any (${accounts}::uuid[]) and party.until_at is null)
    order by its.touched_at desc, its.id
    limit ${most})
    union all
    select null::uuid, receipt_number, form, 'paper', status, status_on, status_on::timestamptz, received_on, null, status_on::timestamptz, true, null, false
    from cases.followed(${accounts}::uuid[])`.execute(tx)
  return rows
}
