import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type LaterGround, laterGround } from '../../../../test/cast/later-ground.ts'
import { openZip } from '../../../platform/archive/index.ts'
import { textOf } from '../../../platform/i18n/text.ts'
import { samplePdf, samplePicture } from '../../../platform/preview/sample-files.ts'
import { checkScanJob } from '../../scans/check-scan.ts'
import { type ManifestColumn, manifestColumns } from './file/manifest-columns.ts'
import { manifestTemplate } from './file/manifest-template.ts'
import { papersInFolder, papersInZip } from './file/papers-beside.ts'
import { paperProblem, paperReportHead, paperReportLine } from './file/paper-report.ts'
import { laterFaultCodes, type RefusedPaper } from './file/later-row.ts'
import { takePapers } from './take-papers.ts'

type Row = Partial<Record<ManifestColumn, string>>

const t = textOf('en', 'UTC')

let ground: LaterGround
let folder: string
let papers = 0
before(async () => {
  ground = await laterGround()
})
after(() => ground.end())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-papers-'))
  ground.services.clock.advance({ minutes: 1 })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A PDF of its own bytes; returns its name. */
function pdf(): string {
  papers += 1
  const name = `paper-${papers}.pdf`
  writeFileSync(join(folder, name), samplePdf({ catalog: `/PortolanTest ${papers}` }))
  return name
}
const csv = (rows: readonly Row[]) =>
  `${manifestColumns.join(',')}\n${rows.map((row) => `${manifestColumns.map((column) => row[column] ?? '').join(',')}\n`).join('')}`
const list = (...rows: Row[]) => writeFileSync(join(folder, 'manifest.csv'), csv(rows))

async function take(about: { dryRun?: boolean; signal?: AbortSignal; from?: Awaited<ReturnType<typeof papersInFolder>> } = {}) {
  const { manifest, file } = about.from ?? (await papersInFolder(folder))
  assert.ok(manifest)
  const refused: RefusedPaper[] = []
  const done = await takePapers({ ...ground.worker, services: ground.services }, { agency: ground.services.agency, today: ground.today() }, { papers: { manifest, file }, ...about, onRefused: (row) => void refused.push(row) })
  const { taken, known } = done
  return { taken, known, why: refused.map(({ faults }) => faults.map(({ code, column }) => `${column}: ${code}`).join(', ')), refused, fault: done.fileFault }
}
const day = () => String(ground.today())
const answer = async (about: Row = {}): Promise<Row & { receipt_number: string }> => ({ file: pdf(), receipt_number: (await ground.unclaimed()).receiptNumber, kind: 'answer', received_on: day(), ...about })
const caseOf = async (receiptNumber: string) => (await ground.owner.selectFrom('cases.case').select('id').where('receipt_number', '=', receiptNumber).executeTakeFirstOrThrow()).id
const scans = () => ground.owner.selectFrom('officer.scanned_paper').selectAll().execute()

describe('a list of scanned papers', () => {
  it('takes each paper in with its scan: a document of its case, dated on the day it came', async () => {
    const [one, two] = [await answer(), await ground.unclaimed()]
    list(one, {
      ...{ file: pdf(), receipt_number: two.receiptNumber, kind: 'address', received_on: day(), address_use: 'home', all_cases: 'no' },
      ...{ street: '9 New Road', city: 'Troy', state: 'NY', postal_code: '12180', country: 'US' },
    })
    assert.deepEqual(await take().then(({ taken, why }) => [taken, why]), [2, []])
    for (const { id } of await scans()) await checkScanJob.run(ground.worker, { scan: id })
    for (const [receiptNumber, kind] of [[one.receipt_number, 'scanned-answer'], [two.receiptNumber, 'scanned-address']] as const) {
      const documents = await ground.owner.selectFrom('cases.document').selectAll().where('case', '=', await caseOf(receiptNumber)).execute()
      assert.deepEqual(documents.map((each) => [each.kind, String(each.received_on)]), [[kind, day()]])
    }
    const change = await ground.owner.selectFrom('cases.address_change').select('id').where('case', '=', two.caseId).execute()
    assert.equal(change.length, 1)
  })

  it('brought again changes nothing, under whatever names the files come', async () => {
    const row = await answer()
    list(row)
    await take()
    const caseId = await caseOf(row.receipt_number)
    const stored = (await ground.stored()).length
    assert.deepEqual(await take().then(({ taken, known }) => [taken, known]), [0, 1])
    writeFileSync(join(folder, 'renamed.pdf'), samplePdf({ catalog: `/PortolanTest ${papers}` }))
    list({ ...row, file: 'renamed.pdf', received_on: String(ground.today().subtract({ days: 1 })) })
    assert.deepEqual(await take().then(({ taken, known }) => [taken, known]), [0, 1])
    assert.deepEqual([(await ground.papersOf(caseId)).length, (await ground.stored()).length], [1, stored])
  })

  it('stopped in the middle goes on where it was when it is brought again', async () => {
    const rows = [await answer(), await answer(), await answer()]
    list(...rows)
    const stopping = new AbortController()
    const { manifest, file } = await papersInFolder(folder)
    const stopAt = async (name: string) => {
      if (name === rows[1]?.file) stopping.abort(new Error('stopped'))
      return file(name)
    }
    const from = { manifest, file: stopAt }
    await assert.rejects(take({ from, signal: stopping.signal }), /stopped/)
    assert.deepEqual(await take().then(({ taken, known }) => [taken, known]), [1, 2])
  })

  it('leaves neither paper nor scan where the transaction fails between them, and takes it in whole later', async () => {
    const row = await answer()
    list(row)
    const caseId = await caseOf(row.receipt_number)
    const before = (await ground.stored()).length
    await ground.owner.executeQuery(sql`alter table officer.scanned_paper add constraint test_none check (size_bytes < 0) not valid`.compile(ground.owner))
    await assert.rejects(take())
    await ground.owner.executeQuery(sql`alter table officer.scanned_paper drop constraint test_none`.compile(ground.owner))
    assert.deepEqual([await ground.papersOf(caseId), (await ground.owner.selectFrom('officer.scanned_paper').select('id').where('case', '=', caseId).execute()).length], [[], 0])
    assert.ok((await ground.stored()).length >= before)
    assert.equal((await take()).taken, 1)
  })

  it('run twice at once takes each paper in once', async () => {
    const rows = [await answer(), await answer(), await answer()]
    list(...rows)
    const both = await Promise.all([take(), take()])
    assert.equal(both.reduce((sum, { taken }) => sum + taken, 0), 3)
    for (const { receipt_number } of rows) assert.equal((await ground.papersOf(await caseOf(receipt_number))).length, 1)
  })

  it('only looked over says what would come of it, and changes nothing', async () => {
    const good = await answer()
    list(good, { ...good, receipt_number: 'IOE0000000000' })
    const before = (await ground.stored()).length
    assert.deepEqual(await take({ dryRun: true }).then(({ taken, why }) => [taken, why]), [1, ['receipt_number: unknown-case']])
    assert.deepEqual([await ground.papersOf(await caseOf(good.receipt_number)), (await ground.stored()).length], [[], before])
  })

  it('of returned mail ends the code of the newest letter that was on paper by then', async () => {
    const opened = await ground.unclaimed()
    const code = await ground.codeOf(opened.caseId)
    await ground.print()
    list({ file: pdf(), receipt_number: opened.receiptNumber, kind: 'returned-mail', received_on: day(), reason: 'moved', new_address: '1 Sticker Lane' })
    assert.equal((await take()).taken, 1)
    assert.deepEqual(await ground.claim(opened.receiptNumber, code), { ok: false, refusal: 'access-code-not-matched' })
    assert.equal((await ground.holdsOf(opened.caseId)).length, 1)
  })
})

describe('a row of such a list', () => {
  it('that leads out of its folder, to a link, to nothing, to no PDF or to too much is refused, and nothing outside is read', async () => {
    writeFileSync(join(folder, '..', 'outside-later.pdf'), samplePdf())
    symlinkSync(join(folder, '..', 'outside-later.pdf'), join(folder, 'link.pdf'))
    mkdirSync(join(folder, 'folder.pdf'))
    writeFileSync(join(folder, 'picture.pdf'), await samplePicture('png'))
    writeFileSync(join(folder, 'empty.pdf'), '')
    writeFileSync(join(folder, 'huge.pdf'), Buffer.alloc(25 * 1024 * 1024))
    const names = ['../outside-later.pdf', '/etc/passwd', '..\\outside-later.pdf', 'C:paper.pdf', '.hidden.pdf', 'paper.exe', 'link.pdf', 'folder.pdf', 'missing.pdf', 'picture.pdf', 'empty.pdf', 'huge.pdf']
    const row = await answer()
    list(...names.map((file) => ({ ...row, file })))
    const { why } = await take()
    assert.deepEqual(why, [...Array(6).fill('file: file-name'), ...Array(3).fill('file: file-missing'), 'file: file-no-pdf', 'file: file-empty', 'file: file-too-large'])
    assert.deepEqual(await ground.papersOf(await caseOf(row.receipt_number)), [])
    rmSync(join(folder, '..', 'outside-later.pdf'))
  })

  it('is told everything that is wrong with it, and the rows around it are taken in', async () => {
    const good = await answer()
    list(
      { file: '', receipt_number: '', kind: 'letter', received_on: '03/04/2026' },
      { ...good, received_on: String(ground.today().add({ days: 1 })) },
      { ...good, received_on: String(ground.today().subtract({ days: 200 })) },
      { ...good, kind: 'address', street: '9 New Road', country: 'US', address_use: 'both', all_cases: 'maybe' },
      { ...good, kind: 'returned-mail', reason: 'gone' },
      { ...good, reason: 'moved', city: 'Troy' },
      { ...good, receipt_number: '123456789012' },
      good,
    )
    const { taken, why } = await take()
    assert.deepEqual([taken, why], [
      1,
      [
        'file: missing, receipt_number: missing, received_on: date-order-unknown, kind: unknown-kind',
        'received_on: day-in-future',
        'received_on: received-before-case',
        'city: missing, state: missing, postal_code: missing, all_cases: not-yes-or-no, address_use: unknown-use',
        'reason: unknown-reason',
        'city: not-of-this-kind, reason: not-of-this-kind',
        'receipt_number: account-number-in-receipt',
      ],
    ])
  })

  it('that was refused comes back in a list that is read again once it is corrected', async () => {
    const good = await answer()
    list({ ...good, received_on: '2026-02-30' })
    const { refused } = await take()
    const [row] = refused
    assert.ok(row)
    assert.match(paperProblem(t, row.faults), /^received_on: The calendar has no such day/)
    writeFileSync(join(folder, 'manifest.csv'), paperReportHead() + paperReportLine(t, row).replace('2026-02-30', day()))
    assert.equal((await take()).taken, 1)
  })

  it('has words for everything that can be wrong with it', async () => {
    for (const code of laterFaultCodes) assert.doesNotMatch(paperProblem(t, [{ code, column: 'file', values: { most: 24 } }]), /later-file/)
  })
})

describe('papers in a zip', () => {
  it('are taken in as those of a folder', async () => {
    const row = await answer({ file: 'in-zip.pdf' })
    const zip = openZip(ground.services.clock.now())
    const adding = (async () => {
      await zip.add('manifest.csv', Buffer.from(csv([row, { ...row, file: 'not-there.pdf' }])))
      await zip.add('in-zip.pdf', samplePdf({ catalog: '/PortolanTest 999' }))
      zip.end()
    })()
    writeFileSync(join(folder, 'papers.zip'), await buffer(zip.output))
    await adding
    const from = await papersInZip(join(folder, 'papers.zip'))
    assert.deepEqual(await take({ from }).then(({ taken, why }) => [taken, why]), [1, ['file: file-missing']])
  })

  it('are none where the zip was cut off or a name leads out of it', async () => {
    writeFileSync(join(folder, 'cut.zip'), Buffer.from('PK no zip at all'))
    await assert.rejects(papersInZip(join(folder, 'cut.zip')))
    const zip = openZip(ground.services.clock.now())
    const adding = zip.add('a/paper.pdf', samplePdf()).then(() => zip.end())
    const bytes = await buffer(zip.output)
    await adding
    writeFileSync(join(folder, 'out.zip'), Buffer.from(bytes.toString('latin1').replaceAll('a/paper.pdf', '../aper.pdf'), 'latin1'))
    await assert.rejects(papersInZip(join(folder, 'out.zip')))
  })
})

it('the template of a list is one that is read: its rows want nothing but their cases and files', async () => {
  writeFileSync(join(folder, 'manifest.csv'), manifestTemplate())
  assert.deepEqual((await take()).why, ['file: file-missing', 'file: file-missing', 'file: file-missing'])
})
