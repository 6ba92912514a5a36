import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvLine } from './csv.ts'

test('no text begins a cell as a formula would, and numbers stay numbers', () => {
  for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t']) assert.equal(csvLine([`${sign}1+1`]), `'${sign}1+1\r\n`)
  assert.equal(csvLine(['\r=1']), '"\'\r=1"\r\n')
  assert.equal(csvLine([-3, '-3', '-3.50', '--3']), "-3,-3,-3.50,'--3\r\n")
})

test('quotes, commas and line breaks stay inside their cell', () => {
  assert.equal(csvLine(['a "b"', 'c, d', 'e\nf', '']), '"a ""b""","c, d","e\nf",\r\n')
})
