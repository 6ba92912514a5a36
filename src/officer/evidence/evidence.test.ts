import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import { filedDocument } from '../../../test/cast/filed-document.ts'
import { type RefundGround, refundGround } from '../../../test/cast/refund-ground.ts'
import { sealDescription } from '../../evidence/description/sealed-description.ts'
import { sealName } from '../../evidence/stored-file.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { samplePhotograph, samplePicture } from '../../platform/preview/sample-files.ts'

let ground: RefundGround
before(async () => {
  ground = await refundGround()
})
after(() => ground.end())

const filed = (bytes: Buffer, type?: string) => filedDocument(ground, bytes, type)

async function officerAt(receiptNumber: string) {
  const browser = await ground.at(receiptNumber, 'officer')
  const answer = async (path: string) => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return ground.office.server.inject({ method: 'GET', url: path, headers: { cookie } })
  }
  return { browser, answer }
}

describe('the documents of a case', () => {
  it('are read by an officer who opened its file: pictures without place and camera, as a download, and each look is on record', async () => {
    const original = await samplePhotograph()
    const { receiptNumber, caseId, file, make } = await filed(original)
    const { browser, answer } = await officerAt(receiptNumber)
    await browser.open(`/cases/${receiptNumber}`)
    assert.match(browser.seen.text, /Documents that were sent.*Its copy for the office is being made/)
    assert.equal((await answer(`/cases/${receiptNumber}/evidence/${file}`)).statusCode, 404, 'never the original')
    await make()
    await browser.open(`/cases/${receiptNumber}`)
    assert.match(browser.seen.html, new RegExp(`<img src="/cases/${receiptNumber}/evidence/${file}/preview\\?page=1"`))
    const shown = await answer(`/cases/${receiptNumber}/evidence/${file}`)
    assert.equal(shown.statusCode, 200)
    assert.ok(original.includes('PLACE-CANARY') && !shown.rawPayload.includes('PLACE-CANARY'))
    const { exif, xmp, iptc, width, height, orientation, format } = await sharp(shown.rawPayload).metadata()
    assert.deepEqual([exif, xmp, iptc, orientation ?? 1, format], [undefined, undefined, undefined, 1, 'jpeg'])
    assert.deepEqual([width, height], [40, 60], 'upright, in its own size')
    assert.match(String(shown.headers['content-disposition']), /^attachment/)
    assert.match(String(shown.headers['content-security-policy']), /sandbox/)
    assert.match(String(shown.headers['cache-control']), /no-store/)
    const preview = await answer(`/cases/${receiptNumber}/evidence/${file}/preview?page=1`)
    assert.deepEqual([preview.statusCode, preview.headers['content-type']], [200, 'image/webp'])
    const looks = await ground.rows<{ detail: { file?: string } }>(
      `select detail from audit.entry where operation = 'officer.look-at-file' and subject = $1 and outcome = 'done'`,
      [caseId],
    )
    assert.deepEqual(looks.map(({ detail }) => detail.file), [file])
  })

  it('are made ready once, whatever the format, and a PDF is shown as it is', async () => {
    for (const type of ['png', 'tiff'] as const) {
      const { receiptNumber, file, make } = await filed(await samplePicture(type), type)
      await make()
      await make()
      const { answer } = await officerAt(receiptNumber)
      const shown = await answer(`/cases/${receiptNumber}/evidence/${file}`)
      const { format, width } = await sharp(shown.rawPayload).metadata()
      assert.deepEqual([format, width], [type, 60])
    }
    const pages = await Promise.all([1, 2, 3].map(() => samplePicture('png')))
    const fax = await sharp(pages, { join: { animated: true } }).tiff().toBuffer()
    const { receiptNumber, file, make } = await filed(fax, 'tiff')
    await make()
    const { answer } = await officerAt(receiptNumber)
    assert.equal((await sharp((await answer(`/cases/${receiptNumber}/evidence/${file}`)).rawPayload).metadata()).pages, 3)
  })

  it('are nothing to who did not open the file, to another case, and to an id that no file has', async () => {
    const { receiptNumber, file, make } = await filed(await samplePhotograph())
    await make()
    const other = await ground.paid()
    const { answer } = await officerAt(other.receiptNumber)
    assert.equal((await answer(`/cases/${receiptNumber}/evidence/${file}`)).headers.location, `/cases/${receiptNumber}`)
    assert.equal((await answer(`/cases/${receiptNumber}/evidence/${file}/preview`)).headers.location, `/cases/${receiptNumber}`)
    for (const id of [file, newId(), 'x', '..%2f..'])
      assert.equal((await answer(`/cases/${other.receiptNumber}/evidence/${id}`)).statusCode, 404, id)
  })
})

it('each look at a paper of the case that we made is on record, by which its person finds it; what was not served is no look', async () => {
  const { receiptNumber, caseId, actor } = await ground.paid()
  const [paper] = await ground.rows<{ id: string }>('select id from cases.document where "case" = $1 limit 1', [caseId])
  const { answer } = await officerAt(receiptNumber)
  const path = `/cases/${receiptNumber}/documents/`
  assert.deepEqual([(await answer(path + paper?.id)).statusCode, (await answer(path + newId())).statusCode], [200, 404])
  const elsewhere = await officerAt((await ground.paid()).receiptNumber)
  assert.equal((await elsewhere.answer(path + paper?.id)).headers.location, `/cases/${receiptNumber}`)
  const looks = await ground.rows<{ outcome: string; detail: { document?: string } }>(`select outcome, detail from audit.entry where operation = 'officer.look-at-paper' and subject = $1 order by ordinal`, [caseId])
  assert.deepEqual(looks.map(({ outcome }) => outcome), ['done', 'refused'])
  assert.equal(looks[0]?.detail.document, paper?.id)
  const shown = await asActor(ground.database.pools.portal, actor, {}, (tx) => sql<{ reason: string }>`select reason from officer_public.openings_of_own_file(100, 0) where reason = 'read-document'`.execute(tx))
  assert.equal(shown.rows.length, 1)
})

it('what was said of a document stands beside it, for the office too', async () => {
  const { receiptNumber } = await ground.paid()
  const [sent] = await ground.rows<{ id: string; account: string }>(
    `select f.* from evidence.file f join filing.submission s on s.id = f.submission where s.receipt_number = $1 limit 1`,
    [receiptNumber],
  )
  const said = sealDescription(ground.services.keys, sent?.account ?? '', sent?.id ?? '', { kind: 'passport', issuer: 'Registry of Puebla' })
  await ground.rows('update evidence.file set description_sealed = $2 where id = $1', [sent?.id, said])
  const { browser } = await officerAt(receiptNumber)
  await browser.open(`/cases/${receiptNumber}`)
  assert.match(browser.seen.text, /Document\s*Passport\s*Issued by\s*Registry of Puebla/)
})

it('a translation stands beneath what it translates, for the office too; where a document in another language has none, that is said', async () => {
  const { receiptNumber } = await ground.paid()
  const [sent] = await ground.rows<{ id: string; account: string }>(
    `select f.* from evidence.file f join filing.submission s on s.id = f.submission where s.receipt_number = $1 limit 1`,
    [receiptNumber],
  )
  const say = (file: string, said: Parameters<typeof sealDescription>[3]) =>
    ground.rows('update evidence.file set description_sealed = $2 where id = $1', [file, sealDescription(ground.services.keys, sent?.account ?? '', file, said)])
  await say(sent?.id ?? '', { language: 'es' })
  const { browser } = await officerAt(receiptNumber)
  await browser.open(`/cases/${receiptNumber}`)
  assert.match(browser.seen.text, /said to be in another language, and no translation came with it/)
  const id = newId()
  await ground.rows(
    `insert into evidence.file (id, account, draft, document, translates, name_sealed, type, size_bytes, sha256, storage_key, state, pages, uploaded_at, checked_at, submission)
     select $2, account, draft, document, id, $3, 'pdf', 10, repeat('a', 64), $4, 'clean', 1, uploaded_at, checked_at, submission from evidence.file where id = $1`,
    [sent?.id, id, sealName(ground.services.keys, sent?.account ?? '', id, 'in English.pdf'), newId()],
  )
  await say(id, { translator: 'Consuelo Quispe', certified: 'competent' })
  await browser.open(`/cases/${receiptNumber}`)
  assert.match(browser.seen.text, /Language\s*Spanish.*Translation.*in English\.pdf.*Translated by\s*Consuelo Quispe.*competent to translate/s)
  assert.doesNotMatch(browser.seen.text, /no translation came with it/)
})

it('the answers of a case are read as they were signed, with who signed and when', async () => {
  const { receiptNumber } = await ground.paid()
  const { browser } = await officerAt(receiptNumber)
  await browser.open(`/cases/${receiptNumber}`)
  assert.match(browser.seen.text, /Answers in the form Signed by Maria Example on .*Your name.*Family name/)
})

it('the office’s role reads no draft: neither its signature nor its files before it was submitted', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor)
  await ground.sign(actor, draft)
  const staff = { kind: 'staff', id: newId(), roles: ['officer'], sessionId: newId() } as never
  const seen = await asActor(ground.database.pools.office, staff, {}, async (tx) => [
    await tx.selectFrom('filing.signature').select('id').where('draft', '=', draft).execute(),
    await tx.selectFrom('evidence.file').select('id').where('draft', '=', draft).execute(),
  ])
  assert.deepEqual(seen, [[], []])
})
