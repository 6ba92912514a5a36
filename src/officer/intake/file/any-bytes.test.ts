import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { csvHead, csvRow, filing, readFilings } from '../../../../test/cast/read-filings.ts'
import { jsonOf } from '../../../../bench/ground/paper-filings.ts'
import { readRecord } from './csv-record.ts'
import { isRefusedRow } from './intake-row.ts'

const bytesOf = (...texts: (string | Uint8Array)[]) => Buffer.concat(texts.map((text) => Buffer.from(text)))
const anything = fc.uint8Array({ maxLength: 200 })
const whole = csvRow({ ...filing, receipt_number: '' })
const json = `${JSON.stringify(jsonOf(filing))}\n`

/** Pieces that files are made of, put together without sense. */
const csvPieces = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('"', '""', ',', ';', '\n', '\r\n', '\r', ' ', '\0', '\t', "'=", '\ufeff') },
    { weight: 2, arbitrary: fc.constantFrom(whole, whole.trimEnd(), whole.slice(0, 60), whole.slice(60), csvHead, ','.repeat(22)) },
    { weight: 1, arbitrary: fc.oneof(anything, fc.string({ unit: 'binary' })) },
  ),
  { maxLength: 30 },
)
const jsonPieces = fc.array(fc.oneof(fc.constantFrom(json, json.slice(0, 80), json.slice(80), '{', '}', '"', ':', ',', '\n', '[', '\\', '\\u', 'null'), anything), { maxLength: 20 })

const physicalLines = (text: string) => text.replace(/\r\n?/g, '\n').split('\n')
const linesOf = (rows: readonly { line: number }[]) => rows.map(({ line }) => line)

async function rowsOf(file: Buffer, pieceBytes?: number) {
  const read = await readFilings(file, pieceBytes)
  return 'rows' in read ? read.rows : null
}

/** Rows in the order of their lines, each line once, and the same however the file arrives. */
async function judged(file: Buffer, pieceBytes: number) {
  const rows = await rowsOf(file)
  assert.deepEqual(JSON.stringify(await rowsOf(file, pieceBytes)), JSON.stringify(rows))
  if (!rows) return null
  const lines = linesOf(rows)
  assert.deepEqual(lines, [...new Set(lines)].sort((a, b) => a - b))
  return rows
}

describe('whatever bytes a file has', () => {
  it('they never make the reader throw, alone or behind a header', async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom('', csvHead, '\ufeff', '{', csvHead.replaceAll(',', ';')), fc.integer({ min: 1, max: 9 }), async (bytes, before, size) => {
        await judged(bytesOf(before, bytes), size)
      }),
      { numRuns: 300 },
    )
  })

  it('a row that is taken is the one its own lines say, and each line behind the header is a row’s', async () => {
    await fc.assert(
      fc.asyncProperty(csvPieces, fc.integer({ min: 1, max: 50 }), async (pieces, size) => {
        const text = bytesOf(...pieces).toString()
        const rows = (await judged(bytesOf(csvHead, text), size)) ?? []
        const lines = physicalLines(text)
        for (const [index, row] of rows.entries()) {
          if (isRefusedRow(row)) continue
          const own = lines.slice(row.line - 2, (rows[index + 1]?.line ?? lines.length + 2) - 2).join('\n')
          const [again] = (await rowsOf(bytesOf(csvHead, own, '\n'))) ?? []
          assert.deepEqual(JSON.stringify({ ...again, line: row.line }), JSON.stringify(row))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('each line with anything on it is a row or refused by its number, where no quote joins lines', async () => {
    const unquoted = csvPieces.map((pieces) => bytesOf(...pieces).toString().replaceAll('"', ''))
    await fc.assert(
      fc.asyncProperty(unquoted, async (text) => {
        const rows = await rowsOf(bytesOf(csvHead, text))
        const filled = physicalLines(text).flatMap((line, index, all) => (/^[\s,]*$/.test(line) && (index < all.length - 1 || line.trim() === '') ? [] : [index + 2]))
        assert.deepEqual(linesOf(rows ?? []), filled)
      }),
      { numRuns: 300 },
    )
    await fc.assert(
      fc.asyncProperty(jsonPieces, async (pieces) => {
        const text = bytesOf('{}\n', ...pieces).toString()
        const filled = physicalLines(text).flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]))
        assert.deepEqual(linesOf((await rowsOf(bytesOf(text))) ?? []), filled)
      }),
      { numRuns: 300 },
    )
  })

  it('a record that is read is what another reader of CSV makes of it', () => {
    const record = fc.array(fc.constantFrom('"', '""', ',', '\n', 'a', ' ', '"a"', '"a,b"', '"a\nb"'), { maxLength: 12 }).map((pieces) => `${pieces.join('')}\n`)
    fc.assert(
      fc.property(record, (text) => {
        const read = readRecord(text, 0, ',')
        if (typeof read === 'string') return
        const [other] = parse(text.slice(0, read.end), { relax_column_count: true, record_delimiter: '\n' }) as string[][]
        assert.deepEqual(read.cells, other ?? [''])
      }),
      { numRuns: 2000 },
    )
  })
})
