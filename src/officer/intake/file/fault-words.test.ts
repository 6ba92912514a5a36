import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { csvHead, csvRow, filing, readFilings } from '../../../../test/cast/read-filings.ts'
import { catalogues } from '../../../../messages/index.ts'
import { textOf } from '../../../platform/i18n/text.ts'
import { fileFaultCodes, rowFaultCodes } from './faults.ts'
import { fileProblem, problemOf } from './fault-words.ts'

const t = textOf('en', 'UTC')
const keys = Object.keys(catalogues.en?.intake ?? {})

async function problemsIn(file: string): Promise<string[]> {
  const read = await readFilings(file)
  return 'rows' in read ? read.rows.map((row) => ('faults' in row ? problemOf(t, row.faults) : '')) : [fileProblem(t, read.fault)]
}

describe('the words of what is wrong', () => {
  it('are there for every code, once, and for no other', () => {
    assert.equal(new Set(rowFaultCodes).size, rowFaultCodes.length)
    assert.deepEqual(keys.filter((key) => key.startsWith('fault.')).sort(), rowFaultCodes.map((code) => `fault.${code}`).sort())
    assert.deepEqual(keys.filter((key) => key.startsWith('file.')).sort(), [...fileFaultCodes, 'nameless-column'].map((code) => `file.${code}`).sort())
  })

  it('name columns as the file does, lines and limits', async () => {
    const row = csvRow({ ...filing, street: '1 Elm Street', representative_name: 'Example' })
    assert.deepEqual(await problemsIn(csvHead + row.replace(',no,', ',')), ['This row has 22 cells and the header has 23. Correct it in the file itself: write a delimiter for each empty cell.'])
    assert.deepEqual(await problemsIn(`${csvHead + row.replace('Albany', '"Albany') + row}"x"y\n`), ['A quote opens a cell in this row and does not close it. Nothing was read up to line 4. Correct it in the file itself.'])
    assert.deepEqual(await problemsIn(csvHead + row + row), ['', 'receipt_number: The row on line 2 has the same receipt number. Keep the right one of the two.'])
    assert.deepEqual(await problemsIn(csvHead + row.replace('Albany', 'A'.repeat(81)).replace('no', 'x')), ['city: This is longer than 80 characters. Shorten it. consular: Write yes or no.'])
    assert.deepEqual(await problemsIn(csvHead.replace('email', 'e-mail') + row), ['The header has the column e-mail, which no filing has. Remove it.'])
    assert.deepEqual(await problemsIn(csvHead.replace('email', 'Ann’s number 5') + row), ['The header has a column with a name that no filing has, or without one. Remove the column.'])
    assert.deepEqual(await problemsIn(csvHead.replace('form', 'line') + row), ['The header lacks the column form. Add it; take the header from the template.'])
  })
})
