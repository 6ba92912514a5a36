import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import type { PortalBrowser } from '../../../test/cast/portal-browser.ts'
import { type PrintingGround, printingGround } from '../../../test/cast/printing-ground.ts'
import { encryptedPdf, samplePdf, samplePicture } from '../../platform/preview/sample-files.ts'
import { officePaths } from '../../platform/paths.ts'
import type { ScanPort, ScanVerdict } from '../../platform/scan/index.ts'
import { structuralScanner } from '../../platform/scan/index.ts'
import { eicarText } from '../../platform/scan/structural-scanner.ts'
import { checkScanJob, checkScansAgain } from './check-scan.ts'
import { scanLimits } from './scanned-paper.ts'

let ground: PrintingGround
let intake: PortalBrowser
before(async () => {
  ground = await printingGround()
  for (const role of ['intake', 'officer'] as const) await ground.enrol(role)
  intake = await ground.signedIn('intake')
})
after(() => ground.end())
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))

const rowsOf = async (caseId: string) =>
  ground.owner.selectFrom('officer.scanned_paper').selectAll().where('case', '=', caseId).orderBy('scanned_at').orderBy('id').execute()
const documentsOf = (caseId: string) => ground.owner.selectFrom('cases.document').selectAll().where('case', '=', caseId).execute()
const jobs = async () => (await ground.jobs()).filter((task) => task === 'officer.check-scan').length

async function paperCase() {
  const [opened] = await ground.open({})
  assert.ok(opened)
  return { caseId: opened.caseId, receiptNumber: opened.receiptNumber, page: officePaths.scanCase({ receiptNumber: opened.receiptNumber }) }
}

let pdfs = 0
/** Each of its own bytes, so that none is the one before. */
function newPdf(): Buffer {
  pdfs += 1
  return samplePdf({ catalog: `/PortolanTest ${pdfs}` })
}

async function add(page: string, bytes: Buffer, fileName = 'form.pdf') {
  await intake.open(page)
  return intake.pressWithFile('Add the scan', { field: 'scan', fileName, bytes })
}

const scannerSaying = (verdict: ScanVerdict): ScanPort => ({ ...structuralScanner, scan: async () => verdict, isThere: async () => verdict !== 'error' })
const check = (scan: string, scanner: ScanPort = scannerSaying('clean')) => checkScanJob.run({ ...ground.worker, services: { ...ground.services, scanner } }, { scan })

describe('a scan of a form that came by mail', () => {
  it('is sealed, checked by a job, and then a document of its case, dated on the day the form was received', async () => {
    const { caseId, page } = await paperCase()
    const bytes = newPdf()
    const before = await jobs()
    const seen = await add(page, bytes)
    assert.match(seen.text, /The scan is here. It is being checked/)
    assert.match(seen.text, /The form .* Being checked/)
    assert.equal(seen.headers.refresh, '3')
    assert.deepEqual([await jobs(), (await documentsOf(caseId)).length], [before + 1, 0], 'nothing is given out before a clean verdict')
    const [row] = await rowsOf(caseId)
    await check(row?.id ?? '')
    await check(row?.id ?? '')
    const papers = await documentsOf(caseId)
    assert.deepEqual(
      papers.map(({ kind, title_key, received_on, storage_key, sha256, pages }) => ({ kind, title_key, on: String(received_on), storage_key, sha256, pages })),
      [{ kind: 'scanned-filing', title_key: 'scans.title.filing', on: '2026-11-03', storage_key: row?.storage_key, sha256: row?.sha256, pages: 1 }],
    )
    const after = await intake.open(page)
    assert.match(after.text, /In the case/)
    assert.equal(after.headers.refresh, undefined)
  })

  it('sent again is there once, and the bytes that came are not kept', async () => {
    const { caseId, page } = await paperCase()
    const bytes = newPdf()
    await add(page, bytes)
    const stored = (await ground.stored()).length
    const seen = await add(page, bytes)
    assert.match(seen.text, /This very file was scanned for this case before/)
    assert.deepEqual([(await rowsOf(caseId)).length, (await ground.stored()).length], [1, stored])
  })

  it('is not taken with a word on why: no file, no PDF, nothing in it, too large, and nothing of it is kept', async () => {
    const { caseId, page } = await paperCase()
    const stored = await ground.stored()
    const huge = Buffer.concat([samplePdf(), Buffer.alloc(scanLimits.sizeBytesMax)])
    const tries: [Buffer, string, RegExp][] = [
      [Buffer.alloc(0), '', /Choose the scan first/],
      [Buffer.alloc(0), 'form.pdf', /That file is empty/],
      [await samplePicture('png'), 'form.png', /A scan is a PDF/],
      [await samplePicture('png'), 'form.pdf', /is no PDF inside/],
      [Buffer.from('MZ'), 'form.exe', /A scan is a PDF/],
      [huge, 'form.pdf', /larger than 24/],
    ]
    for (const [bytes, fileName, words] of tries) assert.match((await add(page, bytes, fileName)).text, words, fileName)
    assert.deepEqual([await rowsOf(caseId), await ground.stored()], [[], stored])
  })

  it('that is locked or harmful is no document, its bytes go, and the page says why; the same form can be scanned anew', async () => {
    const { caseId, page } = await paperCase()
    for (const [bytes, words] of [
      [encryptedPdf(''), /it is locked; scan without a password/],
      [Buffer.concat([newPdf(), Buffer.from(eicarText)]), /harmful software in it, and it was deleted/],
    ] as const) {
      await add(page, bytes)
      const row = (await rowsOf(caseId)).find(({ state }) => state === 'received')
      await check(row?.id ?? '')
      assert.match((await intake.open(page)).text, words)
      assert.ok(row && !(await ground.stored()).includes(row.storage_key))
    }
    assert.deepEqual(await documentsOf(caseId), [])
    assert.match((await add(page, newPdf())).text, /The scan is here/)
  })

  it('whose job was killed between the verdict and the deletion loses its bytes when the job runs again', async () => {
    const { caseId, page } = await paperCase()
    await add(page, encryptedPdf(''))
    const [row] = await rowsOf(caseId)
    await ground.owner.updateTable('officer.scanned_paper').set({ state: 'refused', refusal: 'encrypted-pdf', judged_at: ground.services.clock.now() }).where('id', '=', row?.id ?? '').execute()
    await check(row?.id ?? '')
    assert.ok(row && !(await ground.stored()).includes(row.storage_key))
  })

  it('is no document while the scanner is away: it waits, is said to wait, and is checked again once the scanner answers', async () => {
    const { caseId, page } = await paperCase()
    await add(page, newPdf())
    const [row] = await rowsOf(caseId)
    await check(row?.id ?? '', scannerSaying('error'))
    assert.deepEqual(await documentsOf(caseId), [])
    assert.match((await intake.open(page)).text, /Waiting for the check since/)
    const again = (scanner: ScanPort) => checkScansAgain.run({ ...ground.worker, services: { ...ground.services, scanner } })
    const before = await jobs()
    ground.services.clock.advance({ seconds: 20 })
    await again(scannerSaying('error'))
    await ground.owner.updateTable('officer.scanned_paper').set({ again_at: ground.services.clock.now() }).where('id', '=', row?.id ?? '').execute()
    await again(scannerSaying('clean'))
    assert.ok((await jobs()) >= before)
    assert.ok(Temporal.Instant.compare((await rowsOf(caseId))[0]?.again_at ?? ground.services.clock.now(), ground.services.clock.now()) > 0)
    await check(row?.id ?? '')
    assert.equal((await documentsOf(caseId)).length, 1)
  })

  it('is for those who take in paper: an officer is led away, and an unknown case is not there', async () => {
    const { page } = await paperCase()
    const officer = await ground.signedIn('officer')
    assert.equal((await officer.open(page)).url, '/queues?first=yes')
    assert.equal((await intake.open(officePaths.scanCase({ receiptNumber: 'IOE0000000000' }))).status, 404)
  })
})
