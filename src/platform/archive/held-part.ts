import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { DB } from '../db/tables.ts'
import type { Tx } from '../db/transaction.ts'
import type { Services } from '../services.ts'

/** Whose things are read, in a transaction that sees one moment. */
export interface HeldContext {
  readonly tx: Tx
  /** The account and those that were merged into it: one person's. */
  readonly accounts: readonly string[]
  readonly services: Services
  readonly now: Temporal.Instant
}

/** A file that goes along: opened when its turn comes, one at a time. */
export interface HeldFile {
  /** Where it lies in the archive: parts that every system can name, divided by `/`. */
  readonly path: string
  readonly open: () => Promise<Readable>
}

/** What a domain holds of a person: plain data in a documented shape, and files. */
export interface HeldPart<S extends z.ZodType = z.ZodType> {
  /** `cases` is `cases.json` in the archive, described by `schema/cases.schema.json`. */
  readonly name: string
  readonly schema: S
  /** The tables it is read from. */
  readonly from: readonly (keyof DB)[]
  /** Tables of this domain that have an account and are in no archive, each with why. */
  readonly leavesOut: Partial<Record<keyof DB, string>>
  readonly read: (context: HeldContext) => Promise<{ readonly data: z.input<S>; readonly files: readonly HeldFile[] }>
}

export const heldPart = <S extends z.ZodType>(part: HeldPart<S>): HeldPart<S> => part
