import { listStanding } from '../../../accounts/index.ts'
import { findApplicant, type LetterOfCase, listLettersOfCase } from '../../../cases/index.ts'
import { isId } from '../../../platform/ids.ts'
import { query } from '../../../platform/operation.ts'
import { whoMay } from '../../may.ts'
import type { ScannedPaper } from '../../scans/scanned-paper.ts'
import { scansOfCase } from '../../scans/scans-of-case.ts'
import type { Cells, IntakeRow } from '../file/intake-row.ts'
import { hashedRow } from '../read-rows.ts'
import { openTyped } from './entry.ts'
import { type EntryRow, findEntry, listUnfinished } from './entry-store.ts'
import { checksOf, filingOf, type Plan, planFor } from './plan.ts'

/** A form that was typed and waits to be taken in. */
export interface TypedEntry {
  readonly state: 'typed'
  readonly cells: Cells
  /** Null: it is no filing any more by the rules of today. */
  readonly filing: IntakeRow | null
}

/** What became of one that was taken in. */
export interface TakenEntry {
  readonly state: 'taken'
  readonly receiptNumber: string
  readonly whose: 'new' | 'theirs' | 'uncertain' | 'consular'
  /** The last four digits of the account's number; null: it has none yet. */
  readonly ending: string | null
  readonly letters: readonly LetterOfCase[]
  /** The form itself, and how far the check of each scan is. */
  readonly scans: readonly ScannedPaper[]
}

const typedOf = (context: Parameters<typeof checksOf>[0], { id, sealed }: EntryRow): TypedEntry | null => {
  if (!sealed) return null
  const cells = openTyped(context.services.keys, id, sealed)
  return { state: 'typed', cells, filing: filingOf(cells, checksOf(context)) }
}

/** What its own typist left on the desk, to be corrected. */
export const typedEntry = query({
  name: 'intake.typed-entry',
  allow: (actor, _input: { entry: string }) => whoMay('take-in-paper')(actor),
  async run(context, { entry }): Promise<TypedEntry | null> {
    const kept = isId(entry) ? await findEntry(context.tx, entry) : undefined
    return kept ? typedOf(context, kept) : null
  },
})

/** An entry to look over with what will happen, or with what became of it. */
export const entryToLookOver = query({
  name: 'intake.entry-to-look-over',
  allow: (actor, _input: { entry: string }) => whoMay('take-in-paper')(actor),
  async run(context, { entry }): Promise<(TypedEntry & { plan: Plan | null }) | TakenEntry | null> {
    const { tx, services } = context
    const kept = isId(entry) ? await findEntry(tx, entry) : undefined
    if (!kept) return null
    const typed = typedOf(context, kept)
    if (typed) return { ...typed, plan: typed.filing && (await planFor(context, hashedRow(services.keys, typed.filing))) }
    const applicant = await findApplicant(tx, String(kept.case))
    const [account] = await listStanding(tx, applicant ? [applicant] : [])
    return {
      state: 'taken',
      receiptNumber: String(kept.receipt_number),
      whose: kept.whose as TakenEntry['whose'],
      ending: account?.number.slice(-4) ?? null,
      letters: await listLettersOfCase(tx, String(kept.case)),
      scans: await scansOfCase.run(context, { caseId: String(kept.case) }),
    }
  },
})

const shownMost = 20

/** What the asker typed and has not taken in. */
export const unfinishedEntries = query({
  name: 'intake.unfinished-entries',
  allow: (actor, _input: Record<string, never>) => whoMay('take-in-paper')(actor),
  async run(context): Promise<{ entry: string; form: string; typedAt: Temporal.Instant }[]> {
    const entries = await listUnfinished(context.tx, String(context.actor.id), shownMost)
    return entries.map((kept) => ({ entry: kept.id, form: typedOf(context, kept)?.filing?.form ?? '', typedAt: kept.typed_at }))
  },
})
