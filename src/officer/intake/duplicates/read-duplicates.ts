import { type ComparedAccount, listCompared } from '../../../accounts/index.ts'
import { type ComparedPaper, findCaseNamed, listCaseNames, papersToCompare } from '../../../cases/index.ts'
import { query, type OperationContext } from '../../../platform/operation.ts'
import { statedOf } from '../../../profile/index.ts'
import { mayDo, whoMay } from '../../may.ts'
import { colleaguesNamed } from '../../staff/colleagues.ts'
import type { Doubt } from '../whose.ts'
import { standingOnce } from './candidates.ts'
import { type Beside, besideForm } from './compare.ts'
import { countWaiting, type Duplicate, type DuplicatePlace, findDuplicate, listWaiting, type StoredAct } from './duplicate-store.ts'
import { isTaken, mayDecide } from './take-up.ts'
import { openWhy } from './whose-words.ts'

export const duplicatesAPage = 25
const actsMost = 50
/** More accounts than these are not held against one form on one page. */
const besideMost = 10

/** How a question stands for the officer who looks. */
export type DuplicateState = 'free' | 'yours' | 'a-colleague' | 'second' | 'asked-by-you' | 'decided'

export interface WaitingDuplicate {
  readonly receiptNumber: string
  readonly form: string
  readonly reasons: readonly Doubt[]
  readonly since: Temporal.Instant
  /** How many whole days it has waited. */
  readonly days: number
  readonly state: DuplicateState
}

export interface DuplicatesOnPage {
  readonly waiting: number
  readonly oldest: Temporal.Instant | null
  readonly duplicates: readonly WaitingDuplicate[]
  /** Where the next page begins; null on the last one. */
  readonly next: DuplicatePlace | null
}

type Reading = Pick<OperationContext, 'actor' | 'now'>

function stateOf({ actor, now }: Reading, found: Duplicate): DuplicateState {
  if (found.decided_at) return 'decided'
  if (isTaken(found, now)) return found.taken_by === actor.id ? 'yours' : 'a-colleague'
  if (!found.asked_by) return 'free'
  return found.asked_by === actor.id ? 'asked-by-you' : 'second'
}

/** A page of the forms that wait for whoever says whose they are, the oldest first, and how many there are. */
export const duplicatesOnPage = query({
  name: 'officer.duplicates-on-page',
  allow: (actor, _input: { after: DuplicatePlace | null }) => whoMay('decide-whose-case')(actor),
  async run(context, { after }): Promise<DuplicatesOnPage> {
    const { tx } = context
    const found = await listWaiting(tx, { after, most: duplicatesAPage + 1 })
    const shown = found.slice(0, duplicatesAPage)
    const names = new Map((await listCaseNames(tx, shown.map((each) => each.case))).map((each) => [each.id, each]))
    const { count, oldest } = await countWaiting(tx)
    const last = found.length > duplicatesAPage ? shown.at(-1) : undefined
    return {
      ...{ waiting: count, oldest },
      duplicates: shown.map((each) => ({
        receiptNumber: names.get(each.case)?.receipt_number ?? '',
        form: names.get(each.case)?.form ?? '',
        reasons: each.reasons as Doubt[],
        since: each.noted_at,
        days: Math.floor(context.now.since(each.noted_at, { largestUnit: 'hours' }).hours / 24),
        state: stateOf(context, each),
      })),
      next: last ? { since: last.noted_at, id: last.case } : null,
    }
  },
})

/** What somebody did about it. `number`: of the account that was chosen or opened, where the reader may know it. */
export interface PastAct {
  readonly kind: StoredAct['kind']
  readonly by: string
  readonly at: Temporal.Instant
  readonly answer: 'theirs' | 'new' | null
  readonly number: string | null
  readonly why: string | null
}

export interface DuplicateFile {
  readonly form: string
  readonly receivedOn: Temporal.PlainDate
  readonly reasons: readonly Doubt[]
  readonly since: Temporal.Instant
  readonly state: DuplicateState
  /** Who has it, or who chose first. */
  readonly with: string | null
  readonly acts: readonly PastAct[]
  /** Shown to whoever took it up, and to nobody else. */
  readonly open: { readonly paper: ComparedPaper; readonly beside: readonly Beside[]; readonly more: number; readonly closed: number; readonly chosen: string | null } | null
}

type FileReading = Parameters<typeof duplicatesOnPage.run>[0]
type Found = Duplicate & { acts: StoredAct[] | null }

/** What is known of the accounts that it may be of, and of those that officers named. */
type Accounts = readonly ComparedAccount[]

async function openOf(context: FileReading, found: Duplicate, accounts: Accounts): Promise<DuplicateFile['open']> {
  const compared = accounts.filter(({ asked }) => found.accounts.includes(asked))
  const standing = standingOnce(compared)
  if (standing.some((each) => each.protected) && !mayDo(context.actor, 'decide-protected-case')) return null
  const papers = await papersToCompare(context, { caseId: found.case, accounts: standing.flatMap((each) => each.all) })
  if (!papers) return null
  const stated = await statedOf(context, standing.map(({ account }) => account))
  return {
    paper: papers.asked,
    beside: standing.slice(0, besideMost).map((each) => besideForm(context.services.keys, each, papers, stated.get(each.account))),
    more: Math.max(0, standing.length - besideMost),
    closed: found.accounts.filter((account) => !compared.some(({ asked }) => asked === account)).length,
    chosen: standing.find(({ all }) => all.includes(found.asked_account ?? ''))?.account ?? null,
  }
}

function actsOf({ services, actor }: FileReading, found: Found, names: ReadonlyMap<string, string>, accounts: Accounts): PastAct[] {
  const numberOf = (asked: string | null) => {
    const its = accounts.find((each) => each.asked === asked)
    return its && (!its.protected || mayDo(actor, 'decide-protected-case')) ? its.number : null
  }
  return (found.acts ?? []).map(({ id, kind, staff, at, answer, account, sealed }) => ({
    ...{ kind, by: names.get(staff) ?? '', at: Temporal.Instant.from(at), answer, number: numberOf(account) },
    why: sealed ? openWhy(services.keys, found.case, id, Buffer.from(sealed, 'base64')) : null,
  }))
}

/** One of them. Null: no form of this number ever raised the question. */
export const duplicateFile = query({
  name: 'officer.duplicate-file',
  allow: (actor, _input: { receiptNumber: string }) => mayDecide(actor),
  async run(context, { receiptNumber }): Promise<DuplicateFile | null> {
    const { tx } = context
    const its = await findCaseNamed(tx, receiptNumber)
    const found = its && (await findDuplicate(tx, its.id, actsMost))
    if (!found) return null
    const state = stateOf(context, found)
    const names = await colleaguesNamed(context, (found.acts ?? []).map(({ staff }) => staff))
    const named = (found.acts ?? []).flatMap(({ account }) => account ?? [])
    const accounts = await listCompared(tx, [...new Set([...found.accounts, ...named])])
    const holder = state === 'a-colleague' ? found.taken_by : state === 'second' ? found.asked_by : null
    return {
      ...{ form: its.form, receivedOn: its.received_on, reasons: found.reasons as Doubt[], since: found.noted_at },
      ...{ state, with: (holder && names.get(holder)) ?? null },
      acts: actsOf(context, found, names, accounts),
      open: state === 'yours' ? await openOf(context, found, accounts) : null,
    }
  },
})
