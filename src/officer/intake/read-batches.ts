import type { Keys } from '../../platform/crypto/keys.ts'
import { type IntakeRow, isRefusedRow, type RefusedRow } from './file/intake-row.ts'
import { type HashedRow, hashedRow } from './read-rows.ts'

/** Rows of one transaction: enough that its statements are few for each, few enough that a kill loses little. */
const rowsOfBatch = 1000

/** Rows that are taken together. `from`: the last line before them; `to`: the last one among them. */
export interface Lines {
  from: number
  to: number
  rows: HashedRow[]
  refused: RefusedRow[]
}

const noneBehind = (line: number): Lines => ({ from: line, to: line, rows: [], refused: [] })

/** The rows behind a line in batches, read and hashed while the one before is being taken in. */
export async function* batchesOf(keys: Keys, rows: AsyncIterable<IntakeRow | RefusedRow>, behind = 0): AsyncGenerator<Lines> {
  let batch = noneBehind(behind)
  for await (const row of rows) {
    if (row.line <= behind) continue
    if (isRefusedRow(row)) batch.refused.push(row)
    else batch.rows.push(hashedRow(keys, row))
    batch.to = row.line
    if (batch.rows.length + batch.refused.length < rowsOfBatch) continue
    yield batch
    batch = noneBehind(batch.to)
  }
  if (batch.to > batch.from) yield batch
}

/**
 * Has each batch taken while the next is read, never two at once. `take` says whether to go on; false: it was enough, and
 * the rest of the file is not read.
 */
export async function inTurn(batches: AsyncIterable<Lines>, take: (batch: Lines) => Promise<boolean>): Promise<boolean> {
  let running = Promise.resolve(true)
  try {
    for await (const batch of batches) {
      if (!(await running)) return false
      running = take(batch)
      running.catch(() => undefined)
    }
  } finally {
    await running
  }
  return running
}
