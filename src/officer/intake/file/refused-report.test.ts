import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { csvHead, csvRow, filing, readFilings, told } from '../../../../test/cast/read-filings.ts'
import { textOf } from '../../../platform/i18n/text.ts'
import { columns } from './columns.ts'
import { type Cells, isRefusedRow, type RefusedRow } from './intake-row.ts'
import { reportHead, reportLine } from './refused-report.ts'

const t = textOf('en', 'UTC')

async function refusedIn(file: string | Buffer): Promise<RefusedRow[]> {
  const read = await readFilings(file)
  assert.ok('rows' in read, JSON.stringify(read))
  return read.rows.filter(isRefusedRow)
}

const reportOf = (rows: readonly RefusedRow[], delimiter?: ';') => reportHead(delimiter) + rows.map((row) => reportLine(t, row, delimiter)).join('')
const wrong = (cells: Cells): Cells => ({ ...filing, form: 'i-0', ...cells })

describe('the report of refused rows', () => {
  it('says line and problem before the row as it stood, and is taken once it is corrected', async () => {
    const report = reportOf(await refusedIn(csvHead + csvRow(filing) + csvRow(wrong({ receipt_number: '', street: ' 12 Elm, 3\r\n"up" ' }))))
    const [head = '', line = ''] = report.split(/\r\n(?=3)/)
    assert.equal(head, `\ufeffline,problem,${csvHead.trimEnd()}`)
    assert.match(line, /^3,"form: The agency has no form with this code\. [^"]+",,i-0,2026-03-04,Example,Maria,.*" 12 Elm, 3\n""up"" ",Albany,/)
    assert.deepEqual(await told(report), ['2 form: unknown-form'])
    assert.deepEqual(await told(report.replace('i-0', 'i-90')), ['2 taken'])
  })

  it('uncorrected gives the same refusals, cell for cell, in the delimiter of the file', async () => {
    const text = fc.oneof(fc.stringMatching(/^['=+\-@＝ ]{0,3}[A-Z=,;"]{0,4}$/), fc.string({ maxLength: 20 }))
    const anyRow = fc.record(Object.fromEntries(columns.map((column) => [column, fc.oneof(fc.constant(filing[column]), text)])))
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 5 }), fc.constantFrom(undefined, ';' as const), async (rows, delimiter) => {
        const refused = await refusedIn(csvHead + rows.map((cells) => csvRow(wrong(cells as Cells))).join(''))
        const again = await refusedIn(reportOf(refused, delimiter))
        assert.deepEqual(again.map(({ cells }) => cells), refused.map(({ cells }) => cells))
      }),
      { numRuns: 100 },
    )
  })

  it('has no cell that a spreadsheet reckons, and each says the same when it is read again', async () => {
    for (const cell of ['=1+1', '+1', '-1+1', '@x', '\t=1', "'=1", "''=1", "'", "'Ål", '＝1', '=HYPERLINK("http://x","y")']) {
      const [refused] = await refusedIn(csvHead + csvRow(wrong({ city: cell })))
      assert.equal(refused?.cells.city, cell)
      const report = reportOf([refused as RefusedRow])
      assert.doesNotMatch(report.replace(/^\ufeff/, ''), /(^|[,"])[=+\-@＝\t]/m)
      assert.equal((await refusedIn(report))[0]?.cells.city, cell)
    }
  })

  it('of a file of JSON lines is the same file of columns', async () => {
    const refused = await refusedIn('{"form":"i-0","received_on":"2026-03-04","family_name":"Exa\\rmple","date_of_birth":"1990-02-03","mailing_address":{"street":"1 Elm Street","city":"Albany","state":"NY","postal_code":"12210","country":"US"}}\n')
    const again = await refusedIn(reportOf(refused))
    assert.deepEqual(again[0]?.cells, refused[0]?.cells)
    assert.equal(again[0]?.cells.street, '1 Elm Street')
  })

  it('leaves the cells of a row empty that could not be told apart, so that nothing is taken by a guess', async () => {
    const refused = await refusedIn(csvHead + csvRow(filing).replace('Albany', 'Al"bany') + csvRow(filing).replace(',no,', ','))
    assert.deepEqual(refused.map(({ cells }) => cells), [{}, {}])
    assert.match(reportLine(t, refused[0] as RefusedRow), /^2,"[^"]+",{23}\r\n$/)
    assert.deepEqual(await told(reportOf(refused)), ['2 form: missing, family_name: missing, received_on: missing, date_of_birth: missing, country: missing', '3 form: missing, family_name: missing, received_on: missing, date_of_birth: missing, country: missing'])
  })
})
