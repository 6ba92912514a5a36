import type { AgencyPack } from '../../agency/index.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { Performer } from '../../platform/operation.ts'
import type { Delimiter } from '../../platform/csv.ts'
import type { FileFault } from './file/faults.ts'
import type { RefusedRow } from './file/intake-row.ts'
import { readIntakeFile } from './file/read-intake-file.ts'
import type { Counts } from './intake-store.ts'
import { lookOver } from './look-over.ts'
import { batchesOf, inTurn, type Lines } from './read-batches.ts'
import { beginIntake, endIntake, type IntakeSource, takeBatch } from './take-batch.ts'

export interface FileToImport {
  readonly source: IntakeSource
  readonly fileName: string | null
  readonly bytes: AsyncIterable<Buffer>
  readonly dryRun?: boolean
  /** Told after each batch. */
  readonly onProgress?: (soFar: Imported) => void | Promise<void>
  /** Given each row that is not taken, in the order of batches, and what stands between the cells of its file. */
  readonly onRefused?: (row: RefusedRow, delimiter: Delimiter) => void | Promise<void>
  readonly signal?: AbortSignal
}

/** What came of a file: how many rows, up to which line, and why it could not be read; null: it could. */
export interface Imported extends Counts {
  lines: number
  fileFault: FileFault | null
}

type Taker = Pick<Performer, 'perform' | 'read'>
type Taken = { counts: Counts; notTaken: readonly RefusedRow[] }

async function take({ perform, read }: Taker, intake: string | null, { from, to, rows, refused }: Lines): Promise<Taken> {
  if (intake === null) {
    const seen = await read(lookOver, rows)
    if (!seen) throw new Error('Whoever takes filings in may look them over')
    const notTaken = [...refused, ...seen.notTaken]
    return { counts: { ...seen.counts, refused: notTaken.length }, notTaken }
  }
  const taken = await perform(takeBatch, { intake, from, to, rows, refused })
  if (!taken.ok) throw new Error(`An intake was refused: ${taken.refusal}`)
  return taken.output
}

async function begin({ perform }: Taker, { source, fileName }: FileToImport): Promise<string> {
  const begun = await perform(beginIntake, { source, fileName })
  if (!begun.ok) throw new Error(`An intake was refused: ${begun.refusal}`)
  return begun.output
}

/**
 * Takes a file of paper filings in, batch by batch, each in a transaction of its own: whoever is killed in the middle runs it
 * again, and what is in is known. Memory stays at two batches and what is known of receipt numbers, whatever the file is. Throws faults of reading and of the
 * database; what is wrong with the file is in the answer.
 */
export async function importFile(taker: Taker, { agency, keys, today }: { agency: AgencyPack; keys: Keys; today: Temporal.PlainDate }, file: FileToImport): Promise<Imported> {
  const soFar: Imported = { lines: 0, taken: 0, uncertain: 0, known: 0, refused: 0, fileFault: null }
  const opened = await readIntakeFile(file.bytes, { agency, today })
  const intake = file.dryRun ? null : await begin(taker, file)
  const settle = async (lines: Lines, { counts, notTaken }: Taken) => {
    for (const key of ['taken', 'uncertain', 'known', 'refused'] as const) soFar[key] += counts[key]
    soFar.lines = lines.to
    for (const row of notTaken) await file.onRefused?.(row, opened.ok ? opened.delimiter : ',')
    await file.onProgress?.(soFar)
  }
  if (opened.ok)
    await inTurn(batchesOf(keys, opened.rows), async (lines) => {
      file.signal?.throwIfAborted()
      await settle(lines, await take(taker, intake, lines))
      return true
    })
  if (intake) await taker.perform(endIntake, { intake, fault: opened.ok ? null : opened.fault })
  return opened.ok ? soFar : { ...soFar, fileFault: opened.fault }
}
