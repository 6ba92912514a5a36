import { accountsOf } from '../platform/actor.ts'
import { isId } from '../platform/ids.ts'
import { query } from '../platform/operation.ts'
import { type OwnRepresentative, representativesOf } from './representatives/own-representatives.ts'
import type { Case, PartyRole, StatusChange } from './case.ts'
import type { CaseDocument, StoredDocument } from './case-document.ts'
import { type MailOfCase, mailOf } from './later-paper/mail-of-case-store.ts'
import { findDocument } from './document-store.ts'
import { mayReadAnyCase, mayReadOwnCases } from './may.ts'
import { peopleOf, type PersonOnCase } from './people/people-store.ts'
import { type AskedTask, openAndDropped, type OpenTask } from './tasks/task.ts'
import { askedOf } from './tasks/task-store.ts'
import { type UsualTime, usualTimeOf } from './usual-time.ts'
import { caseOf, courseOf, documentsOf, findCaseOf, type HomeRow, listCasesOf as listRowsOf } from './own-case-store.ts'

/** A person with more cases than this is a representative, who has a page of their own. */
export const ownCasesMost = 100

/** A case as its own page shows it; the course from the oldest step to the newest. */
export interface OwnCase extends Case {
  readonly role: PartyRole
  readonly course: readonly StatusChange[]
  readonly documents: readonly CaseDocument[]
  /** When the person changed their address on it, newest first. */
  readonly addressChangedAt: readonly Temporal.Instant[]
  /** What came by mail for it, and whether mail to its person comes back. */
  readonly mail: MailOfCase
  /** How many follow it by its receipt number; null for whoever represents somebody on it. */
  readonly followers: number | null
  /** Who represents the person on it, or may by a code that was mailed; whoever represents them reads none. */
  readonly representatives: readonly OwnRepresentative[]
  /** What is asked of its people and still open, the nearest deadline first. */
  readonly tasks: readonly OpenTask[]
  /** What was asked for a day and taken back before it came. */
  readonly dropped: readonly OpenTask[]
  /** Everything that was ever asked of them, the oldest first. */
  readonly asked: readonly AskedTask[]
  /** Where mail reaches them was said since it has its status. */
  readonly addressSaid: boolean
  /** Who is on it now, since when, and which of them is who asks. */
  readonly people: readonly PersonOnCase[]
  /** How long cases of its form took; null: too few were decided to say so. */
  readonly usual: UsualTime | null
}

/** A case as the home lists it. */
export type ListedCase = Case & Pick<OwnCase, 'tasks' | 'dropped' | 'addressSaid'>

export const listedCaseOf = (row: HomeRow): ListedCase => ({ ...caseOf(row), ...openAndDropped(askedOf(row.tasks)), addressSaid: row.address_said })

/** Of a case that is followed by its receipt number: what anyone sees. */
export type FollowedCase = Pick<Case, 'receiptNumber' | 'form' | 'status' | 'statusOn'>

/** The cases of the account that asks, newest news first, at most `ownCasesMost`; and those it follows by their number. */
export const listCasesOf = query({
  name: 'cases.list-of-account',
  allow: (actor, _input: Record<string, never>) => mayReadOwnCases(actor),
  async run({ tx, actor }): Promise<{ own: readonly ListedCase[]; followed: readonly FollowedCase[] }> {
    const rows = await listRowsOf(tx, accountsOf(actor), ownCasesMost)
    const own = rows.filter(({ followed }) => !followed).map(listedCaseOf)
    return { own, followed: rows.filter(({ followed }) => followed).map(caseOf) }
  },
})

/** The case of this receipt number for a person related to it; null for one that is not theirs and one that is not. */
export const caseFor = query({
  name: 'cases.case-for-account',
  allow: (actor, _input: { receiptNumber: string }) => mayReadOwnCases(actor),
  async run({ tx, actor, services }, { receiptNumber }): Promise<OwnCase | null> {
    const row = await findCaseOf(tx, accountsOf(actor), receiptNumber)
    if (!row) return null
    const asked = askedOf(row.asked)
    return {
      ...caseOf(row),
      role: row.role,
      course: courseOf(row.course),
      documents: documentsOf(row.documents),
      addressChangedAt: (row.address_changes ?? []).map((at) => Temporal.Instant.from(at)),
      mail: mailOf(row.mail),
      followers: row.role === 'representative' ? null : row.followers,
      representatives: row.role === 'representative' ? [] : representativesOf(services.keys, row.id, row.representatives),
      ...openAndDropped(asked),
      asked,
      addressSaid: row.address_said,
      people: peopleOf(row.people),
      usual: usualTimeOf(row.usual),
    }
  },
})

/** Where a paper's sealed file lies, for a person of its case or the office; null for everybody else. */
export const documentFor = query({
  name: 'cases.document',
  allow: (actor, _input: { receiptNumber: string; document: string }) =>
    mayReadOwnCases(actor) || mayReadAnyCase(actor),
  run: ({ tx }, { receiptNumber, document }): Promise<StoredDocument | null> =>
    isId(document) ? findDocument(tx, receiptNumber, document) : Promise.resolve(null),
})

