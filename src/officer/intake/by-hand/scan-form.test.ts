import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { PortalBrowser } from '../../../../test/cast/portal-browser.ts'
import { type PrintingGround, printingGround } from '../../../../test/cast/printing-ground.ts'
import { typedForm } from '../../../../test/cast/typed-form.ts'
import { newId } from '../../../platform/ids.ts'
import { officePaths } from '../../../platform/paths.ts'
import { samplePdf, samplePicture } from '../../../platform/preview/sample-files.ts'
import { structuralScanner } from '../../../platform/scan/index.ts'
import { checkScanJob } from '../../scans/check-scan.ts'

let ground: PrintingGround
let intake: PortalBrowser
before(async () => {
  ground = await printingGround()
  await ground.enrol('intake')
  intake = await ground.signedIn('intake')
})
after(() => ground.end())

const scans = () => ground.owner.selectFrom('officer.scanned_paper').selectAll().execute()

async function takenIn(familyName: string) {
  await intake.open(officePaths.typeForm())
  await intake.press('Look it over', typedForm({ family_name: familyName }))
  return intake.press('Take it in')
}

const add = (bytes: Buffer, fileName = 'form.pdf') => intake.pressWithFile('Add the scan', { field: 'scan', fileName, bytes })

it('the scan of a form that was taken in by hand is checked, and then a document of its case, dated on the day it was received', async () => {
  const { url } = await takenIn('Scanned')
  const seen = await add(samplePdf({ pages: 2 }))
  assert.equal(seen.url, `${url}?outcome=received`)
  assert.match(seen.text, /The scan is here.*The form .*Being checked/)
  assert.equal(seen.headers.refresh, '3')
  const [scan] = await scans()
  await checkScanJob.run({ ...ground.worker, services: { ...ground.services, scanner: structuralScanner } }, { scan: scan?.id ?? '' })
  assert.match((await intake.open(url)).text, /In the case/)
  const entry = await ground.owner.selectFrom('officer.intake_entry').selectAll().executeTakeFirstOrThrow()
  const [document] = await ground.owner.selectFrom('cases.document').selectAll().where('case', '=', entry.case ?? '').execute()
  assert.deepEqual([document?.title_key, String(document?.received_on)], ['scans.title.filing', '2026-02-20'])
})

it('what is no PDF, and the same file again, is said on the page of the form, and nothing is kept of it', async () => {
  await takenIn('Pictured')
  const before = (await scans()).length
  assert.match((await add(await samplePicture('png'), 'form.png')).text, /A scan is a PDF/)
  await add(samplePdf({ pages: 3 }))
  assert.match((await add(samplePdf({ pages: 3 }))).text, /was scanned for this case before/)
  assert.equal((await scans()).length, before + 1)
})

it('a form that is not taken in yet, and an entry of somebody else, takes no scan', async () => {
  await takenIn('Borrowed')
  const { action, hidden } = intake.formOf('Add the scan')
  await intake.open(officePaths.typeForm())
  const { url } = await intake.press('Look it over', typedForm({ family_name: 'Waiting' }))
  for (const address of [`${url}/scan`, officePaths.scanForm({ entry: newId() })]) assert.equal((await intake.ask('POST', address, hidden)).status, 404)
  await ground.enrol('supervisor')
  ground.services.clock.advance({ minutes: 1 })
  const other = await ground.signedIn('supervisor')
  await other.open(officePaths.typeForm())
  assert.equal((await other.ask('POST', action, other.formOf('Look it over').hidden)).status, 404)
})
