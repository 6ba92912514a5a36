import { openAccountsForAgency } from '../../accounts/index.ts'
import { type EachEntry, recordEach } from '../../audit/index.ts'
import { openPaperCases, type PaperToOpen } from '../../cases/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { type StoredLikeness, upsertLikeness } from '../../profile/index.ts'
import type { RefusedRow } from './file/intake-row.ts'
import { type Counts, insertDoubts, insertRows } from './intake-store.ts'
import { type HashedRow, lookBefore } from './read-rows.ts'
import { refusedBy, type Sorted, sortRows } from './sort-rows.ts'

type Taking = Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'request' | 'enqueue'>

type Opened = { row: HashedRow; sorted: Sorted; account: { id: string; number: string } | null }

/** A row that was taken, how it was sorted, and the case it became. */
export interface TakenRow {
  readonly row: HashedRow
  readonly sorted: Sorted
  readonly caseId: string
  readonly receiptNumber: string
}

/** What came of rows, added to what came of those before them. */
interface Outcome {
  readonly counts: Counts
  readonly refused: RefusedRow[]
  readonly taken: TakenRow[]
}

/** Every new person's account, then every case; a question for an officer gets its case and nothing else. */
async function openAll(context: Taking, sorted: readonly [HashedRow, Sorted][]): Promise<Opened[]> {
  const language = context.services.agency.languageOfRecord
  const newcomers = sorted.filter(([, { is }]) => is === 'new').map(([row]) => row)
  const accounts = await openAccountsForAgency(context, newcomers.map(({ birthHashes: [dateOfBirthHash = ''] }) => ({ dateOfBirthHash, language })))
  const accountOf = new Map(newcomers.map((row, index) => [row, accounts[index]]))
  return sorted.flatMap(([row, what]): Opened[] => {
    if (what.is === 'new') return [{ row, sorted: what, account: accountOf.get(row) ?? null }]
    if (what.is === 'theirs') return [{ row, sorted: what, account: what.account }]
    return what.is === 'uncertain' || what.is === 'consular' ? [{ row, sorted: what, account: null }] : []
  })
}

const paperOf = ({ row: { row, birthHashes }, account }: Opened, language: string): PaperToOpen => ({
  ...{ form: row.form, receivedOn: row.receivedOn, receiptNumber: row.receiptNumber, consular: row.consular, feeCents: row.feeCents },
  ...{ account, language, dateOfBirthHash: birthHashes[0] ?? '' },
  person: { ...row.person, aNumber: row.aNumber, email: row.email, address: row.address, representative: row.representative },
})

const likenessOf = ({ row, account }: Opened): StoredLikeness[] =>
  account ? [...row.likeness].map(([kind, [value_hash = '']]) => ({ account: account.id, kind, value_hash })) : []

const entryOf = ({ sorted, account }: Opened, caseId: string): EachEntry => ({
  subject: caseId,
  account: account?.id ?? null,
  detail: { whose: sorted.is },
})

/** One wave: rows of which no two are of one person. Returns what waits for the next. */
async function takeWave(context: Taking, intake: string, rows: readonly HashedRow[], outcome: Outcome): Promise<HashedRow[]> {
  const { tx, actor, now, services, request } = context
  const sorted = [...sortRows(rows, await lookBefore(context, rows))]
  const opened = await openAll(context, sorted)
  const cases = await openPaperCases(context, opened.map((each) => paperOf(each, services.agency.languageOfRecord)))
  const caseOf = (index: number) => cases[index]?.caseId ?? ''
  await Promise.all([
    upsertLikeness(tx, opened.flatMap(likenessOf), now),
    insertRows(tx, intake, opened.map(({ row }, index) => ({ row_hash: row.rowHashes[0] ?? '', case: caseOf(index), line: row.row.line }))),
    insertDoubts(tx, opened.flatMap(({ sorted: what }, index) => (what.is === 'uncertain' ? [{ case: caseOf(index), accounts: what.accounts, reasons: what.doubts }] : [])), now),
    recordEach(tx, { at: now, operation: 'intake.take-case', actor, requestId: request.id }, opened.map((each, index) => entryOf(each, caseOf(index)))),
  ])
  count(outcome.counts, sorted)
  outcome.refused.push(...refusedBy(sorted))
  outcome.taken.push(...cases.map((opening, index) => ({ ...opening, ...(opened[index] as Opened) })))
  return sorted.flatMap(([row, { is }]) => (is === 'later' ? [row] : []))
}

function count(counts: Counts, sorted: readonly [HashedRow, Sorted][]): void {
  for (const [, { is }] of sorted) {
    if (is === 'known' || is === 'refused' || is === 'uncertain') counts[is] += 1
    else if (is !== 'later') counts.taken += 1
  }
}

/** Takes rows in, in as many waves as one person has rows among them. Each is a case, was one before, or is refused. */
export async function takeRows(context: Taking, intake: string, rows: readonly HashedRow[]): Promise<Outcome> {
  const outcome: Outcome = { counts: { taken: 0, uncertain: 0, known: 0, refused: 0 }, refused: [], taken: [] }
  for (let left = rows; left.length > 0; ) left = await takeWave(context, intake, left, outcome)
  return outcome
}
