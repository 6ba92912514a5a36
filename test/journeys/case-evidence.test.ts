import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import { assetsFolder, settleAssets } from '../../src/app/settle-assets.ts'
import { samplePdf, samplePhotograph } from '../../src/platform/preview/sample-files.ts'
import { filedDocument } from '../cast/filed-document.ts'
import { type RefundGround, refundGround } from '../cast/refund-ground.ts'
import { closeBrowser, type Person, type PersonOptions } from './browser.ts'
import { atDesk, downloaded, inOtherLanguages, openOffice } from './desk-steps.ts'
import { waysGone } from './ways.ts'

let ground: RefundGround
before(async () => {
  ground = await refundGround({ assets: await settleAssets(), folder: assetsFolder })
  await openOffice(ground)
})
after(async () => {
  await closeBrowser()
  await ground.end()
})

const looks = (caseId: string) =>
  ground.rows<{ detail: { file?: string } }>(
    `select detail from audit.entry where operation = 'officer.look-at-file' and subject = $1 and outcome = 'done'`,
    [caseId],
  )

/** What the server says of an address that is no page, to the browser that has the page open. */
const answered = async ({ page }: Person, address: string) => {
  const answer = await page.context().request.get(new URL(address, page.url()).href)
  return { status: answer.status(), headers: answer.headers() }
}

const ways = waysGone<[string, PersonOptions]>([
  ['without scripts, 320 px wide', { javaScript: false, width: 320 }],
  ['with scripts', { javaScript: true }],
], 0)

describe('the documents of a case', () => {
  for (const [way, options] of ways) {
    it(`are said to be made ready, then looked at and kept by an officer who gave a reason, each on record, ${way}`, async () => {
      const original = await samplePhotograph()
      const { receiptNumber, caseId, file, make } = await filedDocument(ground, original)
      const place = `/cases/${receiptNumber}`
      const officer = await atDesk(ground, { role: 'officer', place, ...options })
      assert.match(await officer.text(), /Documents that were sent/)
      assert.match(await officer.text(), /Its copy for the office is being made/)
      assert.equal(await officer.page.locator('.evidence-name a').count(), 0, 'nothing to download yet')
      await make()
      await officer.reload()
      if (options.width) await inOtherLanguages(officer, `${ground.services.officeUrl}${place}`)
      const picture = officer.page.getByRole('img', { name: 'Page 1 of identity-document.pdf' })
      assert.equal(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth > 0), true, 'the picture is drawn')
      const link = await officer.page.locator('.evidence-name a').first().innerText()
      const kept = await downloaded(officer, link)
      const bytes = await readFile(kept.path)
      assert.ok(original.includes('PLACE-CANARY') && !bytes.includes('PLACE-CANARY'), 'without where it was taken')
      assert.deepEqual(
        (await looks(caseId)).map(({ detail }) => detail.file),
        [file],
      )
      await officer.end()
    })
  }

  it('are nothing to an officer who gave no reason: the file asks for it first', async () => {
    const { receiptNumber, caseId, file, make } = await filedDocument(ground, samplePdf({ pages: 2 }), 'pdf')
    await make()
    const officer = await atDesk(ground, { role: 'officer', place: '/cases', javaScript: false })
    await officer.goTo(`${ground.services.officeUrl}/cases/${receiptNumber}/evidence/${file}`)
    assert.equal(officer.at(), `/cases/${receiptNumber}`)
    assert.doesNotMatch(await officer.text(), /identity-document/)
    assert.equal(await officer.press('Open file'), 422)
    await officer.choose('Another reason', 'Reason for opening')
    assert.equal(await officer.press('Open file'), 422, 'another reason is said in words')
    await officer.type('In your own words', 'The archive asked which edition it is.')
    await officer.press('Open file')
    assert.match(await officer.text(), /identity-document\.pdf/)
    const { status, headers } = await answered(officer, `/cases/${receiptNumber}/evidence/${file}`)
    assert.equal(status, 200)
    assert.match(headers['content-disposition'] ?? '', /^attachment/)
    assert.equal((await looks(caseId)).length, 1)
    await officer.end()
  })
})
