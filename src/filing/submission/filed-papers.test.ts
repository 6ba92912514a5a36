import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { openPaper, pagesOf } from '../../../test/cast/papers-of-filing.ts'
import { freeScenario, submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { showOnlineAccountNumber } from '../../accounts/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { accounts } from '../../platform/pay/cashier-bench.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { openSigned } from '../signature/signature.ts'
import { findLastSignature, type SignatureRow } from '../signature/signature-store.ts'
import { sha256Of, shortFingerprint } from '../signature/signed-document.ts'
import { submitMailKinds } from './mails.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround({ chaos: { loseEvents: 'all' } })
})
after(() => ground.end())

async function received(scenario?: string) {
  const { actor, draft, url } = await ground.payable(scenario)
  await ground.payAt(url, '4242 4242 4242 4242')
  ground.clock.advance({ seconds: 5 })
  await ground.reconcile()
  await ground.drain({ twice: true })
  const submission = await ground.submissionOf(draft)
  return { actor, draft, submission: submission?.id ?? '', receiptNumber: submission?.receipt_number ?? '' }
}

const numberOf = async (actor: Actor) =>
  (
    await ground.rows<{ online_account_number: string }>(
      'select online_account_number from accounts.account where id = $1',
      [actor.id],
    )
  )[0]?.online_account_number ?? ''

test('the copy of record holds answers, evidence, fees, signature, hash and numbers, and the demonstration’s sentence on each page', async () => {
  const { actor, draft, receiptNumber } = await received()
  const { bytes, stored } = await openPaper(ground, actor, receiptNumber, 'copy-of-record')
  const pages = await pagesOf(bytes)
  const text = pages.join(' ')
  const [signature] = await ground.rows<{ document_sha256: string }>(
    'select document_sha256 from filing.signature where draft = $1',
    [draft],
  )
  const [file] = await ground.rows<{ sha256: string }>('select sha256 from evidence.file where draft = $1', [draft])
  const account = showOnlineAccountNumber(await numberOf(actor))
  const words = [
    receiptNumber,
    account,
    'Maria',
    'Springfield',
    'penalty of perjury',
    'identity-document.pdf',
    '$415.00',
    'one-time password',
  ]
  for (const word of words) assert.ok(text.includes(word), word)
  assert.doesNotMatch(text, /U\.S\. Citizenship/, 'a demonstration writes in no agency’s name')
  const digits = text.replace(/[^0-9a-f]/g, '')
  assert.ok(digits.includes(signature?.document_sha256 ?? '-'), 'hash of the signed document')
  assert.ok(digits.includes(file?.sha256 ?? '-'), 'hash of the file')
  for (const page of pages) assert.ok(page.includes('Not a government website'), page.slice(0, 80))
  assert.equal(stored.sizeBytes, bytes.length)
  assert.equal(
    (await ground.rows('select sha256 from cases.document where id = $1', [stored.id]))[0]?.['sha256' as never],
    createHash('sha256').update(bytes).digest('hex'),
  )
})

test('the copy of record prints what was said of each file, in the words that were signed for', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor, freeScenario)
  const [file] = await ground.rows<{ id: string }>('select id from evidence.file where draft = $1', [draft])
  await ground.describe(file?.id ?? '', actor, { kind: 'birth-certificate', issuer: 'Registry of Puebla', issuedOn: '1988-03-04', language: 'es' })
  await ground.sign(actor, draft, freeScenario)
  await ground.drain()
  const submission = await ground.submissionOf(draft)
  const { bytes } = await openPaper(ground, actor, submission?.receipt_number ?? '', 'copy-of-record')
  const text = (await pagesOf(bytes)).join(' ')
  for (const words of ['Document: Birth certificate', 'Issued by: Registry of Puebla', 'Issued on: March 4, 1988', 'Language: Spanish'])
    assert.ok(text.includes(words), words)
})

test('the copy of record has each translation behind what it translates, and says so, with who made it and what they certify', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor, freeScenario)
  const [file] = await ground.rows<{ id: string; document: string }>('select id, document from evidence.file where draft = $1', [draft])
  await ground.addFile(actor, draft, file?.document ?? '')
  const translation = await ground.addFile(actor, draft, file?.document ?? '', 'clean', file?.id)
  await ground.describe(translation, actor, { translator: 'Consuelo Quispe', certified: 'complete-and-accurate competent' })
  await ground.sign(actor, draft, freeScenario)
  await ground.drain()
  const submission = await ground.submissionOf(draft)
  const { bytes } = await openPaper(ground, actor, submission?.receipt_number ?? '', 'copy-of-record')
  const text = (await pagesOf(bytes)).join(' ').replace(/\s+/g, ' ')
  assert.ok(text.includes(`Translation of ${file?.document}.pdf`))
  for (const words of ['Translated by: Consuelo Quispe', 'The translation is complete and accurate.']) assert.ok(text.includes(words), words)
  const hashes = await ground.rows<{ sha256: string; translates: string | null; id: string }>('select id, sha256, translates from evidence.file where draft = $1', [draft])
  const printed = [...text.replace(/\s/g, '').matchAll(/SHA-256([0-9a-f]{64})/g)].map(([, sha256]) => hashes.find((each) => each.sha256 === sha256))
  assert.equal(printed[printed.findIndex((each) => each?.id === file?.id) + 1]?.translates, file?.id)
})

test('sign page, receipt page, copy of record and fee receipt show one fingerprint, and one byte altered gives another', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor, freeScenario)
  const browser = ground.browser(actor)
  const hashOn = (html: string) => /<code>([0-9a-f]{64})<\/code>/.exec(html)?.[1] ?? ''
  const signed = hashOn((await browser.get(`/drafts/${draft}/sign`)).html)
  const { location } = await ground.sign(actor, draft, freeScenario)
  await ground.drain()
  const { html } = await browser.get(location)
  assert.equal(hashOn(html), signed)
  const short = shortFingerprint(signed)
  assert.match(short, /^[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}$/)
  assert.ok(html.includes(short))
  const { receipt_number: number } = (await ground.submissionOf(draft)) ?? {}
  for (const kind of ['copy-of-record', 'fee-receipt']) {
    const text = (await pagesOf((await openPaper(ground, actor, number ?? '', kind)).bytes)).join(' ')
    assert.ok(text.includes(short), kind)
  }
  const row = (await findLastSignature(ground.database.pools.owner as never, draft)) as SignatureRow
  // As the person's data archive has it: parsed, and written out again without spaces.
  const held = JSON.stringify(JSON.parse(openSigned(ground.services.keys, row).document))
  assert.equal(sha256Of(held), signed)
  assert.equal(sha256Of(JSON.stringify(openSigned(ground.services.keys, row).shown)), row.shown_sha256)
  for (const at of [0, held.length >> 1, held.length - 1]) {
    const bytes = Buffer.from(held)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    assert.notEqual(createHash('sha256').update(bytes).digest('hex'), signed, `byte ${at}`)
  }
})

test('the payment receipt names payer and payee, what for, each line, when with its time zone, how, and both references', async () => {
  const { actor, draft, receiptNumber } = await received()
  const [payment] = await ground.paymentsOf(draft)
  const [page = ''] = await pagesOf((await openPaper(ground, actor, receiptNumber, 'fee-receipt')).bytes)
  const words = ['Payment receipt', receiptNumber, '$415.00', 'Filing fee for Form I-90', 'Paid by Maria Example', 'Paid to Portolan']
  for (const word of [...words, 'Card ending in 4242', `Payment reference ${payment?.id}`, 'Not a government website'])
    assert.ok(page.replaceAll('- ', '-').includes(word), word)
  assert.match(page, /Paid on \w+ \d+, \d{4} at \d+:\d\d [AP]M E[SD]T/)
})

test('how it was paid stands on the page of the submission, and of a card nothing but its last four digits anywhere', async () => {
  const { actor, submission } = await received()
  const { html } = await ground.browser(actor).get(`/submissions/${submission}`)
  assert.match(html, /\$415\.00<\/span><p class="muted">Card ending in 4242, \w+ \d+, \d{4} at [^<]+ E[SD]T</)
  const everything = JSON.stringify(await ground.rows('select * from filing.payment'))
  assert.doesNotMatch(everything, /4242 ?4242/)
  assert.match(everything, /"card_last4":"4242"/)
})

test('a debit from a bank account is said to be on its way, and its receipt names the account and no card', async () => {
  const { actor, draft, submission, url } = await ground.payable()
  await ground.debitAt(url, accounts.sure)
  ground.clock.advance({ seconds: 5 })
  await ground.reconcile()
  await ground.drain()
  assert.match((await ground.browser(actor).get(`/submissions/${submission}`)).html, /Bank account\. Your bank needs a few days/)
  ground.clock.advance({ minutes: 70 })
  await ground.reconcile()
  await ground.drain()
  const { receipt_number: number } = (await ground.submissionOf(draft)) ?? {}
  const [page = ''] = await pagesOf((await openPaper(ground, actor, number ?? '', 'fee-receipt')).bytes)
  assert.match(page, /Paid with Bank account/)
  assert.doesNotMatch(page, /Card ending/)
})

test('a filing without a fee has a receipt that says so', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor, freeScenario)
  await ground.sign(actor, draft, freeScenario)
  await ground.drain()
  const { receipt_number } = (await ground.submissionOf(draft)) ?? {}
  const [page = ''] = await pagesOf((await openPaper(ground, actor, receipt_number ?? '', 'fee-receipt')).bytes)
  assert.match(page, /No fee was due/)
})

test('the receipt page leads to both papers once they are made, and says so until then', async () => {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor, freeScenario)
  const pressed = await ground.sign(actor, draft, freeScenario)
  const before = await ground.browser(actor).get(pressed.location)
  assert.match(before.html, /We are making your copy of record/)
  await ground.drain()
  const { html } = await ground.browser(actor).get(pressed.location)
  const { receipt_number } = (await ground.submissionOf(draft)) ?? {}
  assert.equal([...html.matchAll(new RegExp(`href="/cases/${receipt_number}/documents/[^"]+"`, 'g'))].length, 2)
})

test('the confirmation goes to the person, tells the account number and nothing that leads to the case without signing in', async () => {
  const { actor, submission, receiptNumber } = await received()
  const email = `${'p'.repeat((await ground.rows('select 1 from accounts.account')).length)}@example.test`
  const [mail, ...more] = (await ground.mailsTo(email)).filter(({ kind }) => kind === 'filing.received')
  assert.deepEqual(more, [])
  const number = await numberOf(actor)
  assert.deepEqual(mail?.values, { submission, number })
  const kind = submitMailKinds.find(({ name }) => name === 'filing.received')
  const { services, clock } = ground
  const words = kind?.render({ t: textOf('en', 'UTC'), values: mail?.values ?? {}, services, queuedAt: clock.now() })
  const { subject = '', ...body } = words ?? {}
  const text = JSON.stringify(body)
  assert.ok(text.includes(showOnlineAccountNumber(number)))
  assert.ok(text.includes(`/submissions/${submission}`))
  for (const shown of [subject, text]) assert.ok(!shown.includes(receiptNumber) && !shown.includes('Maria'))
  assert.ok(!/\d/.test(subject))
})

test('a filing is on the record with its operation, and no name, receipt or account number stands in a job', async () => {
  const { actor, submission, receiptNumber } = await received()
  const entries = await ground.rows<{ operation: string; account: string | null }>(
    'select operation, account from audit.entry where subject = $1 order by ordinal',
    [submission],
  )
  const operations = entries.map(({ operation }) => operation)
  for (const operation of ['filing.pay', 'filing.settle-payment', 'filing.record-capture'])
    assert.ok(operations.includes(operation), operation)
  const number = await numberOf(actor)
  const kept =
    JSON.stringify(await ground.rows('select * from audit.entry')) +
    JSON.stringify(await ground.rows('select payload from graphile_worker._private_jobs'))
  for (const secret of [receiptNumber, number, 'Example', 'Maria']) assert.ok(!kept.includes(secret), secret)
})
