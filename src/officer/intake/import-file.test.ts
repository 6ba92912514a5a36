import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { paperFilings } from '../../../bench/ground/paper-filings.ts'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { csvHead, csvRow, filing, piecesOf } from '../../../test/cast/read-filings.ts'
import { systemActor } from '../../platform/actor.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { performerFor } from '../../platform/operation.ts'
import { reportHead, reportLine } from './file/refused-report.ts'
import { importFile } from './import-file.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())

async function* arriving(file: string) {
  yield* piecesOf(Buffer.from(file), 1000)
}

/** Takes a file in as the command does; gives back what came of it and the report of what was refused. */
async function brought(file: string, dryRun = false) {
  const { services, parts, database } = ground
  const worker = performerFor({ ...parts, pool: database.pools.worker }, systemActor('intake'), { id: null, network: null })
  const report = [reportHead()]
  const { taken, known, uncertain, refused, fileFault } = await importFile(worker, { ...services, today: Temporal.PlainDate.from('2026-11-23') }, {
    ...{ source: 'command', fileName: 'filings.csv', bytes: arriving(file), dryRun },
    onRefused: (row) => void report.push(reportLine(textOf('en', 'UTC'), row)),
  })
  return { report: report.join(''), fileFault: fileFault?.code, counts: [taken, known, uncertain, refused] }
}

const row = (digit: number, about: Partial<Record<keyof typeof filing, string>> = {}) =>
  csvRow({ ...filing, online_account_number: '', a_number: '', receipt_number: `EAC910010000${digit}`, given_name: `Maria ${'ABCDE'[digit]}`, ...about })

describe('a file of paper filings that is brought', () => {
  it('has its good rows taken, and its refused ones once they are corrected in the report', async () => {
    const file = csvHead + row(1) + row(2, { received_on: '3/4/2026' }) + row(3, { city: '=Alb"any' }).replace('Alb""any', 'Alb"any') + row(1, { given_name: 'Other' })
    assert.deepEqual((await brought(file, true)).counts, [1, 0, 0, 3])
    const first = await brought(file)
    assert.deepEqual(first.counts, [1, 0, 0, 3])
    assert.match(first.report, /\r\n3,"?received_on: .+\r\n4,"A quote stands.+\r\n5,"?receipt_number: The row on line 2 has/)
    assert.deepEqual((await brought(file)).counts, [0, 1, 0, 3])
    assert.deepEqual((await brought(first.report.replace('3/4/2026', '2026-03-04'))).counts, [1, 0, 0, 2])
  })

  it('without a header that can be read takes nothing, and says why', async () => {
    assert.deepEqual(await brought(row(4)), { report: reportHead(), fileFault: 'no-header', counts: [0, 0, 0, 0] })
  })

  it('of more rows than a batch is taken to its last row, and changes nothing when it comes again', async () => {
    const file = Buffer.concat([...paperFilings(1200, 3)]).toString()
    const [taken = 0, , uncertain = 0, refused] = (await brought(file)).counts
    assert.deepEqual([taken + uncertain, refused], [1200, 0])
    assert.deepEqual((await brought(file)).counts, [0, 1200, 0, 0])
  })
})
