import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { paperFilings, paperFilingsAsJson, intakeRows } from '../../../../bench/ground/paper-filings.ts'
import { intakeChecks } from '../../../../test/cast/read-filings.ts'
import { type IntakeRow, isRefusedRow, type RefusedRow } from './intake-row.ts'
import { readIntakeFile } from './read-intake-file.ts'

async function* arriving(pieces: Iterable<Buffer>) {
  yield* pieces
}

async function rowsOf(pieces: Iterable<Buffer>): Promise<AsyncGenerator<IntakeRow | RefusedRow>> {
  const opened = await readIntakeFile(arriving(pieces), await intakeChecks())
  assert.ok(opened.ok)
  return opened.rows
}

function* withBadForms(pieces: Iterable<Buffer>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece.toString('latin1').replace(',i-90,', ',i-0,'), 'latin1')
}

describe('long files', () => {
  it('of generated filings are the same for one seed, as CSV and as JSON lines, and every row is taken', async () => {
    const [csv, json] = await Promise.all([paperFilings(3000, 5), paperFilingsAsJson(3000, 5)].map(async (pieces) => Array.fromAsync(await rowsOf(pieces))))
    assert.deepEqual(csv?.filter((row) => isRefusedRow(row)), [])
    const said = (rows: typeof csv = []) => rows.map((row) => JSON.stringify({ ...row, line: 0 }))
    assert.deepEqual(said(csv), said(json))
    assert.deepEqual([...intakeRows(100, 5)], [...intakeRows(3000, 5)].slice(0, 100))
    assert.notDeepEqual([...intakeRows(100, 5)], [...intakeRows(100, 6)])
  })

  it('have no number that could be a social security number', () => {
    for (const cells of intakeRows(3000, 5)) assert.doesNotMatch(Object.values(cells).join(' '), /\b(\d{3}-\d{2}-\d{4}|\d{9})\b/)
  })

  it('of 200,000 rows take no more memory at their end than near their beginning, but for their receipt numbers', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const measured = () => {
      collect()
      const { heapUsed, arrayBuffers } = process.memoryUsage()
      return { heapUsed, arrayBuffers }
    }
    const kept: RefusedRow[] = []
    let count = 0
    let start = measured()
    for await (const row of await rowsOf(withBadForms(paperFilings(200_000, 11)))) {
      count += 1
      if (isRefusedRow(row)) kept.push(row)
      if (count === 20_000) start = measured()
    }
    const end = measured()
    assert.equal(count, 200_000)
    assert.ok(kept.length > 300 && kept.length < 600, `${kept.length} refused`)
    assert.ok(end.heapUsed - start.heapUsed < 4_000_000, `the heap grew by ${end.heapUsed - start.heapUsed} bytes`)
    assert.ok(end.arrayBuffers - start.arrayBuffers < 40 * 200_000, `buffers grew by ${end.arrayBuffers - start.arrayBuffers} bytes`)
  })
})
