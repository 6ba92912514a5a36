import type { Tx } from '../db/transaction.ts'

/** A table that names files of the storage. */
export interface NamesKeys {
  table: string
  /** Those of these ids under which a row has files: itself, or its pictures and parts beside it. */
  among(tx: Tx, ids: readonly string[]): Promise<string[]>
}

/** What lies beside a file begins with the file's own id: pictures of its pages, parts that it came in. */
export const baseOf = (key: string): string => key.slice(0, 36)
