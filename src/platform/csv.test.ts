import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { csvLine, type Delimiter, withoutTextMark } from './csv.ts'

test('no text begins a cell as a formula would, and numbers stay numbers', () => {
  for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t']) assert.equal(csvLine([`${sign}1+1`]), `'${sign}1+1\r\n`)
  assert.equal(csvLine(['\r=1']), '"\'\r=1"\r\n')
  assert.equal(csvLine([-3, '-3', '-3.50', '--3']), "-3,-3,-3.50,'--3\r\n")
})

test('quotes, commas and line breaks stay inside their cell', () => {
  assert.equal(csvLine(['a "b"', 'c, d', 'e\nf', '']), '"a ""b""","c, d","e\nf",\r\n')
  assert.equal(csvLine(['a;b', 'c,d', 'e\tf'], ';'), '"a;b";"c,d";"e\tf"\r\n')
})

test('whatever a cell said, it says again without the mark that keeps spreadsheets from reckoning', () => {
  const near = fc.stringMatching(/^['=+\-@＝\t\r\n]{0,4}[a1.]{0,3}$/)
  fc.assert(
    fc.property(fc.array(fc.oneof(near, fc.string({ unit: 'binary' })), { minLength: 2 }), fc.constantFrom<Delimiter>(',', ';', '\t'), (cells, delimiter) => {
      const [read = []] = parse(csvLine(cells, delimiter), { delimiter, record_delimiter: '\r\n' }) as string[][]
      assert.deepEqual(read.map(withoutTextMark), cells.map((text) => text.toWellFormed()))
    }),
  )
})
