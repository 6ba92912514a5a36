import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { type AnsweringGround, answeringGround, type Asked } from '../../../test/cast/answering-ground.ts'
import { encryptedPdf, samplePdf, samplePhotograph, samplePicture } from '../../platform/preview/sample-files.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths, paths } from '../../platform/paths.ts'
import { structuralScanner } from '../../platform/scan/index.ts'
import { eicarText } from '../../platform/scan/structural-scanner.ts'
import { sweepOffice } from '../office-chores.ts'
import { scanKeys } from '../scans/scan-store.ts'
import { answerFilesMost, unsentDays } from './answer-file.ts'

let ground: AnsweringGround
let its: Asked
before(async () => {
  ground = await answeringGround()
})
after(() => ground.end())
beforeEach(async () => {
  its = await ground.asked()
})
afterEach(() => assert.deepEqual(ground.faults.splice(0), []))

let pdfs = 0
/** Each of its own bytes, so that none is the one before. */
function newPdf(): Buffer {
  pdfs += 1
  return samplePdf({ catalog: `/PortolanAnswer ${pdfs}` })
}
const file = (bytes: Buffer, fileName = 'Copy of your letter.pdf') => ({ field: 'files', fileName, bytes })
const textOf = async (path: string, as = its.maria) => (await ground.portal.get(path, as)).body
const documentLink = /href="(\/cases\/[A-Z0-9]+\/documents\/[0-9a-f-]+)"/

/** An officer who added a file to their answer, which was found clean. */
async function added(bytes = newPdf(), fileName?: string) {
  const browser = await ground.opened(its)
  await browser.pressWithFile('Upload', file(bytes, fileName))
  await ground.check(its.caseId)
  await browser.open(its.page)
  return browser
}

describe('a file that an officer sends with an answer', () => {
  it('is seen by nobody on the case before the answer is sent, and by all of them with it: its name, size and bytes, as a download', async () => {
    const bytes = newPdf()
    const browser = await added(bytes)
    assert.match(browser.seen.text, /Copy of your letter\.pdf .*PDF.* · 1 page Ready/)
    assert.deepEqual(await ground.papersOf(its.caseId), [])
    assert.doesNotMatch(await textOf(its.own), /Copy of your letter/)
    await browser.press('Send answer', { text: 'Here is what you asked for.' })
    assert.match(browser.seen.text, /Your answer was sent/)
    const representative = await ground.joined(its.caseId, 'representative')
    for (const reader of [its.maria, representative]) {
      const body = await textOf(its.own, reader)
      assert.match(body, /Here is what you asked for[\s\S]*Copy of your letter\.pdf[\s\S]*PDF[\s\S]*1 page/)
      const taken = await ground.portal.get(documentLink.exec(body)?.[1] ?? '', reader)
      assert.equal(taken.status, 200)
      assert.equal(taken.body.length, bytes.toString().length)
      assert.match(String(taken.headers['content-disposition']), /^attachment.*Copy%20of%20your%20letter\.pdf|^attachment.*Copy of your letter\.pdf/)
      assert.match(String(taken.headers['content-security-policy']), /sandbox/)
    }
    assert.match(await textOf(paths.case({ receiptNumber: its.receiptNumber })), /A file that came with a message/)
    assert.doesNotMatch((await browser.open(its.page)).text, /Copy of your letter\.pdf .*Ready/, 'it does not go with the next answer')
  })

  it('is one of several, added at once; each goes once, and an answer without any is sent as before', async () => {
    const browser = await ground.opened(its)
    const two = [file(newPdf(), 'one.pdf'), file(await samplePicture('png'), 'two.png')]
    assert.match((await browser.pressWithFile('Upload', two)).text, /2 files are here/)
    assert.match((await browser.pressWithFile('Upload', two)).text, /2 files were there already\. Each is kept once/)
    await ground.check(its.caseId)
    await browser.open(its.page)
    await browser.press('Send answer', { text: 'Both.' })
    await browser.press('Send answer', { text: 'Nothing more.' })
    assert.deepEqual((await ground.papersOf(its.caseId)).map(({ kind, content_type }) => [kind, content_type]).sort(), [['sent-with-message', 'application/pdf'], ['sent-with-message', 'image/png']])
    assert.match(await textOf(its.own), /Both\.[\s\S]*one\.pdf[\s\S]*two\.png[\s\S]*Nothing more\./)
  })

  it('is looked at by the office on record, in an opened file only', async () => {
    const browser = await added()
    await browser.press('Send answer', { text: 'Here.' })
    const link = documentLink.exec(browser.seen.html)?.[1] ?? ''
    assert.equal((await browser.open(link)).status, 200)
    const looks = await ground.owner.selectFrom('audit.entry').select('outcome').where('operation', '=', 'officer.look-at-paper').where('subject', '=', its.caseId).execute()
    assert.deepEqual(looks, [{ outcome: 'done' }])
    const other = await ground.signedIn('officer', 2)
    assert.match((await other.open(link)).text, /Reason for opening/)
  })

  it('of a picture tells nothing of where and with what it was taken', async () => {
    const photograph = await samplePhotograph()
    assert.ok(photograph.includes('Exif'))
    const browser = await added(photograph, 'desk.jpg')
    await browser.press('Send answer', { text: 'Here.' })
    const [paper] = await ground.papersOf(its.caseId)
    const taken = await ground.portal.get(paths.caseDocument({ receiptNumber: its.receiptNumber, document: paper?.id ?? '' }), its.maria)
    assert.deepEqual([taken.status, taken.headers['content-type'], taken.body.includes('Exif')], [200, 'image/jpeg', false])
  })
})

describe('an answer whose files are not ready', () => {
  it('is not sent while one is being checked, in words and with what was typed; a moment later it goes with it', async () => {
    const browser = await ground.opened(its)
    await browser.pressWithFile('Upload', file(newPdf()))
    const early = await browser.press('Send answer', { text: 'Here it is.' })
    assert.equal(early.status, 422)
    assert.match(early.text, /still being checked, or could not be taken\. Nothing was sent/)
    assert.match(early.html, /<textarea[^>]*>Here it is\./)
    assert.doesNotMatch(await textOf(its.own), /Here it is/)
    await ground.check(its.caseId, { ...structuralScanner, scan: async () => 'error' })
    assert.match((await browser.open(its.page)).text, /Copy of your letter\.pdf .*Waiting for the scanner/)
    assert.equal((await browser.press('Send answer', { text: 'Here it is.' })).status, 422)
    await ground.check(its.caseId)
    assert.equal((await browser.press('Send answer', { text: 'Here it is.' })).status, 200)
    assert.match(await textOf(its.own), /Here it is\.[\s\S]*Copy of your letter/)
  })

  it('is not sent with a harmful or locked one, which never reaches the person: the office reads why, its bytes go, and without it the answer goes', async () => {
    for (const [bytes, words] of [
      [Buffer.concat([newPdf(), Buffer.from(eicarText)]), /Not taken .*harmful software/],
      [encryptedPdf(''), /Not taken .*locked with a password/],
    ] as const) {
      const browser = await added(bytes)
      assert.match(browser.seen.text, words)
      const harmful = (await ground.scansOf(its.caseId)).find(({ state }) => state === 'refused')
      assert.ok(harmful && !(await ground.stored()).includes(harmful.storage_key))
      assert.equal((await browser.press('Send answer', { text: 'See the file.' })).status, 422)
      await browser.open(its.page)
      assert.match((await browser.press('Remove Copy of your letter.pdf')).text, /The file is removed/)
      assert.equal((await browser.press('Send answer', { text: 'Without it.' })).status, 200)
      const body = await textOf(its.own)
      assert.match(body, /Without it/)
      assert.doesNotMatch(body, /Copy of your letter|See the file/)
      assert.deepEqual(await ground.papersOf(its.caseId), [])
      its = await ground.asked()
    }
  })
})

describe('a file that is not taken', () => {
  it('says why beside its field: none, empty, too large, of no kind that is taken, another inside than its name; nothing of it is kept', async () => {
    const browser = await ground.opened(its)
    const stored = await ground.stored()
    const tries: [Buffer, string, RegExp][] = [
      [Buffer.alloc(0), '', /Choose a file first, then press Upload/],
      [Buffer.alloc(0), 'letter.pdf', /That file is empty/],
      [Buffer.concat([samplePdf(), Buffer.alloc(ground.services.agency.uploads.sizeBytesMax)]), 'letter.pdf', /larger than 12/],
      [Buffer.from('MZ'), 'form.exe', /We take PDF, JPEG, PNG, or TIFF files only/],
      [await samplePicture('png'), 'letter.pdf', /does not fit what is inside/],
    ]
    for (const [bytes, fileName, words] of tries) {
      const { text, html } = await browser.pressWithFile('Upload', file(bytes, fileName))
      assert.match(text, words, fileName)
      assert.match(html, /error-summary[\s\S]*href="#files"[\s\S]*id="files-error"/, fileName)
    }
    assert.deepEqual([await ground.scansOf(its.caseId), await ground.stored()], [[], stored])
  })

  it('is the sixth of one answer, however fast they come', async () => {
    const browser = await ground.opened(its)
    const all = Array.from({ length: answerFilesMost + 1 }, (_, place) => file(newPdf(), `${place}.pdf`))
    const { text } = await browser.pressWithFile('Upload', all)
    assert.match(text, /At most 5 files go with an answer[\s\S]*5 files are here/)
    assert.equal((await ground.scansOf(its.caseId)).length, answerFilesMost)
  })
})

describe('a file of an answer is its officer’s alone until it is sent', () => {
  it('a colleague neither sees nor sends nor removes it', async () => {
    await added()
    const [scan] = await ground.scansOf(its.caseId)
    const colleague = await ground.opened(its, 2)
    assert.doesNotMatch(colleague.seen.text, /Copy of your letter/)
    await colleague.ask('POST', officePaths.removeAnswerFile({ ...its, attached: scan?.id ?? '' }), {})
    await colleague.open(its.page)
    await colleague.press('Send answer', { text: 'I answer.' })
    assert.deepEqual(await ground.papersOf(its.caseId), [])
    assert.match((await (await ground.opened(its)).open(its.page)).text, /Copy of your letter\.pdf .*Ready/)
  })

  it('nobody adds one for another role, in a file that was not opened, to another case’s conversation or to none', async () => {
    const elsewhere = await ground.asked()
    const stored = await ground.stored()
    const add = async (browser: Awaited<ReturnType<typeof ground.opened>>, to: { receiptNumber: string; thread: string }) =>
      browser.ask('POST', officePaths.answerFiles(to), {}, file(newPdf()))
    const browser = await ground.opened(its)
    assert.equal((await add(browser, elsewhere)).location, officePaths.case({ receiptNumber: elsewhere.receiptNumber }))
    assert.equal((await add(browser, { receiptNumber: its.receiptNumber, thread: elsewhere.thread })).status, 404)
    assert.equal((await add(browser, { receiptNumber: its.receiptNumber, thread: newId() })).status, 404)
    assert.equal((await add(browser, { receiptNumber: 'IOE0000000000', thread: its.thread })).status, 404)
    const intake = await ground.signedIn('intake')
    assert.notEqual((await add(intake, its)).status, 200)
    assert.deepEqual([await ground.scansOf(its.caseId), await ground.scansOf(elsewhere.caseId), await ground.stored()], [[], [], stored])
  })

  it('removed, or never sent for a week, it is named no more, and its bytes are nobody’s', async () => {
    const browser = await added()
    const [first] = await ground.scansOf(its.caseId)
    await browser.press('Remove Copy of your letter.pdf')
    await ground.check(its.caseId)
    assert.ok(first && !(await ground.stored()).includes(first.storage_key))
    await browser.pressWithFile('Upload', file(newPdf(), 'later.pdf'))
    const second = (await ground.scansOf(its.caseId)).find(({ id }) => id !== first.id)?.storage_key ?? ''
    const named = () => ground.owner.transaction().execute((tx) => scanKeys.among(tx as never, [first.storage_key, second]))
    assert.deepEqual(await named(), [second])
    ground.services.clock.advance({ hours: 24 * unsentDays + 1 })
    await sweepOffice.run(ground.worker)
    assert.deepEqual(await named(), [])
    assert.deepEqual(await ground.owner.selectFrom('officer.answer_file').select(['ended', 'name_sealed']).where('thread', '=', its.thread).execute(), [{ ended: 'removed', name_sealed: null }, { ended: 'removed', name_sealed: null }])
  })
})
