import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CasesGround, casesGround, staffActor } from '../../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../../test/cast/portal-ground.ts'
import { tagsOf, wholeText } from '../../../test/cast/printed.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { isSignature, publicKey } from '../../platform/crypto/signing.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { operation } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { renderPdf } from '../../platform/pdf/index.ts'
import { portalRoutes } from '../../portal/index.ts'
import { canonicalText, signedMessage, textHash } from './canonical-text.ts'
import { endNotice, issueNotice, type NoticeToIssue } from './issue-notice.ts'
import type { Notice } from './notice.ts'
import { noticePdf } from './notice-pdf.ts'
import { findNotice } from './notice-store.ts'
import { noticeOf } from './opened-notice.ts'
import { noticeRoutes } from './pages/routes.ts'

const issueForTest = operation({
  name: 'test.issue-worded-notice',
  allow: () => true,
  refusals: [],
  run: (context, notice: NoticeToIssue) => issueNotice(context, notice),
})
const endForTest = operation({
  name: 'test.end-notice',
  allow: () => true,
  refusals: [],
  run: async (context, notice: string) => ({ ended: await endNotice(context, { notice, as: 'withdrawn' }) }),
})

const hostile = '<img src=x onerror=alert(1)> & "more"\n<script>alert(2)</script>'

let ground: CasesGround
let portal: PortalGround
let maria: Actor
let receiptNumber = ''
let caseId = ''
before(async () => {
  ground = await casesGround()
  portal = await portalGround(ground, [...portalRoutes(), ...noticeRoutes])
  maria = await ground.newAccount('maria@example.test')
  const opened = await ground.openCase({ account: String(maria.id) })
  receiptNumber = opened.receiptNumber
  caseId = opened.caseId
})
after(async () => {
  await portal.close()
  await ground.database.drop()
})

const officer = staffActor('officer')
async function request(language?: string): Promise<Notice> {
  const values = {
    dueAt: { at: Temporal.Instant.from('2027-02-28T23:59:00Z'), timeZone: 'America/New_York' },
    asks: [{ title: 'A copy of your passport', text: 'Every page that has a stamp.' }, { title: hostile, text: 'כל עמוד' }],
    note: hostile,
  }
  const notice = { caseId, receiptNumber, kind: 'request-for-evidence', values, ...(language ? { language } : {}) }
  const issued = await ground.as(officer).perform(issueForTest, notice)
  assert.ok(issued.ok, JSON.stringify(issued))
  const row = await asActor(ground.database.pools.worker, systemActor('test'), { readOnly: true }, (tx) => findNotice(tx, issued.output.notice))
  assert.ok(row)
  return noticeOf(ground.services.keys, row)
}

const plain = (text: string) => text.replaceAll(/[\s\u200b\u2066-\u2069]+/g, '')
const unescaped = (html: string) =>
  html.replaceAll(/<[^>]*>/g, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

describe('the words of a notice', () => {
  it('are the same on its page and in its PDF, both of one canonical text', async () => {
    const notice = await request()
    const page = unescaped((await portal.get(paths.notice({ receiptNumber, notice: notice.id }), maria)).body)
    const pdf = await wholeText(await renderPdf(noticePdf(ground.services, notice, { accountNumber: null, addressee: [] })))
    const lines = canonicalText(notice.code, notice.parts).split('\n').map((line) => line.replace(/^(?:\d+\. |\[[\w-]+\])/, ''))
    const words = lines.flatMap((line) => line.split(/: (?=\S)/)).filter((line) => /[A-Za-z]{3}/.test(line) && line !== notice.code)
    assert.ok(words.length > 20)
    for (const line of words) {
      assert.ok(plain(page).includes(plain(line)), `the page lacks ${line}`)
      assert.ok(plain(pdf).includes(plain(line)), `the PDF lacks ${line}`)
    }
  })
  it('that somebody wrote are text, whatever markup they hold', async () => {
    const notice = await request()
    const { body } = await portal.get(paths.notice({ receiptNumber, notice: notice.id }), maria)
    assert.ok(!body.includes('<img src=x') && !body.includes('<script>alert'))
    assert.ok(body.includes('&lt;img src=x onerror=alert(1)'))
  })
  it('come in the person’s language and in English, the person’s first, from right to left where it runs so, tagged for who reads them aloud', async () => {
    const notice = await request('ar-XB')
    assert.deepEqual(notice.parts.map(({ language, direction }) => [language, direction]), [['ar-XB', 'rtl'], ['en', 'ltr']])
    const pdf = await renderPdf(noticePdf(ground.services, notice, { accountNumber: null, addressee: [] }))
    assert.ok(plain(await wholeText(pdf)).includes(plain('We need more documents from you')))
    const tags = (await tagsOf(pdf)).join('')
    for (const role of ['H1', 'H2', 'L', 'Figure']) assert.ok(tags.includes(`"${role}"`), role)
    const { body } = await portal.get(paths.notice({ receiptNumber, notice: notice.id }), maria)
    assert.match(body, /<article class="notice" lang="ar-XB" dir="rtl"/)
    assert.match(body, /The same notice in English/)
  })
  it('are signed: with the public key anyone can check a notice, and one changed word or number fits no more', async () => {
    const notice = await request()
    const { keys } = ground.services
    const { code, kind, issuedOn, signature } = notice
    const signed = { code, kind, receiptNumber, issuedOn, textSha256: textHash(code, notice.parts) }
    assert.ok(isSignature(keys, 'document-code', signedMessage(signed), signature))
    const [first] = notice.parts
    const changed = textHash(code, [{ ...first, blocks: [...first.blocks, { paragraph: 'Pay 100 dollars.' }] }])
    for (const other of [{ textSha256: changed }, { code: '0'.repeat(17) }, { receiptNumber: 'IOE0000000000' }, { issuedOn: issuedOn.add({ days: 1 }) }, { kind: 'approval' }])
      assert.ok(!isSignature(keys, 'document-code', signedMessage({ ...signed, ...other }), signature))
    assert.ok((await portal.get(paths.noticeKeys())).body.includes(publicKey(keys, 'document-code').trim()))
  })
  it('count no more once it was withdrawn, and whoever checks the code is told so', async () => {
    const notice = await request()
    const seen = () => portal.get(paths.verifyCode({ code: notice.code }))
    const before = (await seen()).body
    assert.match(before, /This notice is genuine[\s\S]*We say no more about it here/)
    assert.ok(!before.includes(receiptNumber.slice(-4)), 'of this kind no more is told')
    const ended = await ground.as(officer).perform(endForTest, notice.id)
    assert.ok(ended.ok && ended.output.ended)
    assert.match((await seen()).body, /We issued this notice, and withdrew it/)
    assert.match((await portal.get(paths.notice({ receiptNumber, notice: notice.id }), maria)).body, /What stands here no longer counts/)
  })
  it('of a protected case is told to be genuine, and nothing else', async () => {
    const person = await ground.newAccount('protected@example.test')
    const hidden = await ground.openCase({ account: String(person.id), isProtected: true })
    const issued = await ground.as(systemActor('job')).perform(issueForTest, { caseId: hidden.caseId, receiptNumber: hidden.receiptNumber, kind: 'receipt', values: {} })
    assert.ok(issued.ok, JSON.stringify(issued))
    const { body } = await portal.get(paths.verifyCode({ code: issued.output.code }))
    assert.match(body, /This notice is genuine/)
    assert.ok(!body.includes('We received your filing') && !body.includes(hidden.receiptNumber.slice(-4)))
  })
})
