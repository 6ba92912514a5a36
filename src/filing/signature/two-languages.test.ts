import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addSecondLanguage, bilingualPack, inSecond, secondLanguage } from '../../../test/cast/second-language.ts'
import { openPaper, pagesOf } from '../../../test/cast/papers-of-filing.ts'
import { freeScenario, submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { type AgencyPack, loadAgency } from '../../agency/index.ts'
import { heldFilings } from '../held/held-filings.ts'
import { openSigned, sealSigned } from './signature.ts'
import { findLastSignature, type SignatureRow } from './signature-store.ts'
import { sha256Of } from './signed-document.ts'

let ground: SubmitGround
let takeAway: () => void
let bilingual: AgencyPack
before(async () => {
  takeAway = addSecondLanguage()
  ground = await submitGround({ languages: ['en', secondLanguage, 'ar-XB'] })
  bilingual = await loadAgency(bilingualPack())
  Object.assign(ground.services, { agency: bilingual })
})
after(async () => {
  takeAway()
  await ground.end()
})

const perjury = 'I declare all of this under penalty of perjury.'
const helperPerjury = 'I declare under penalty of perjury under the laws of the United States of America that this is true and correct'
const helped = 'expired card with an interpreter and a preparer'
const count = (html: string, words: string) => html.split(words).length - 1
const english = (html: string) => html.match(/<div lang="en" dir="ltr"><ol>.*?<\/ol><\/div>/gs) ?? []

async function filled(scenario = freeScenario) {
  const actor = await ground.person()
  const draft = await ground.filledDraft(actor, scenario)
  return { actor, draft, browser: ground.browser(actor), signAt: `/drafts/${draft}/sign` }
}

const lastSignature = async (draft: string) =>
  (await findLastSignature(ground.database.pools.owner as never, draft)) as SignatureRow

type HelperRow = { language: string; statement: string; record_language: string; record_statement: string; record_binds: string }

/** The copy of record in one line, as it is read. */
async function copyOf(actor: Awaited<ReturnType<SubmitGround['person']>>, draft: string): Promise<string> {
  await ground.drain()
  const { receipt_number } = (await ground.submissionOf(draft)) ?? {}
  return (await pagesOf((await openPaper(ground, actor, receipt_number ?? '', 'copy-of-record')).bytes)).join(' ')
}

/** Signs in a language as the person on the page does. */
async function signedIn(language: string) {
  const { actor, draft, browser, signAt } = await filled()
  const pressed = await browser.press(`${signAt}?language=${language}`, { fullLegalName: ground.nameOf(freeScenario) })
  assert.equal(pressed.status, 303)
  return { actor, draft, row: await lastSignature(draft) }
}

test('who reads another language reads the declaration in it, and beneath it the text of record, marked, with which one binds', async () => {
  const { browser, signAt } = await filled()
  const { html } = await browser.get(`${signAt}?language=${secondLanguage}`)
  assert.ok(html.includes(`<li>${inSecond(perjury)}</li>`))
  const [record = '', ...more] = english(html)
  assert.deepEqual(more, [])
  assert.ok(record.includes(`<li>${perjury}</li>`))
  assert.match(html, /If the two texts differ, the one in English binds\./)
  assert.ok(html.indexOf(inSecond(perjury)) < html.indexOf(record))
})

test('in the language of record the declaration stands once', async () => {
  const { browser, signAt } = await filled()
  const { html } = await browser.get(`${signAt}?language=en`)
  assert.equal(count(html, perjury), 1)
  assert.ok(!html.includes('binds'))
  assert.deepEqual(english(html), [])
})

test('read right to left, the text of record and the fingerprint are set left to right within the page', async () => {
  const { browser, signAt } = await filled()
  const { html } = await browser.get(`${signAt}?language=ar-XB`)
  assert.match(html, /<html lang="ar-XB" dir="rtl"/)
  assert.equal(english(html).length, 1)
  assert.equal(count(html, perjury), 1)
  assert.match(html, /<bdi dir="ltr">[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}<\/bdi>/)
})

test('a signature keeps both texts and which one binds, the hash of what was shown covers them, and the archive has them', async () => {
  const { actor, row } = await signedIn(secondLanguage)
  assert.deepEqual([row.language, row.record_language], [secondLanguage, 'en'])
  assert.ok(row.statement.endsWith(inSecond(perjury)))
  assert.ok(row.record_statement?.endsWith(`\n${perjury}`))
  assert.match(row.record_binds ?? '', /the one in English binds/)
  const { shown } = openSigned(ground.services.keys, row)
  assert.equal(sha256Of(JSON.stringify(shown)), row.shown_sha256)
  assert.equal(shown.language, secondLanguage)
  assert.equal(shown.declaration?.read.paragraphs.join('\n'), row.statement)
  assert.equal(shown.declaration?.ofRecord?.paragraphs.join('\n'), row.record_statement)
  assert.notEqual(sha256Of(JSON.stringify(shown).replace(`"${perjury}"`, '"I declare nothing."')), row.shown_sha256)
  const held = await heldIn(String(actor.id))
  assert.deepEqual(held.signatures.at(-1)?.ofRecord, {
    language: 'en',
    statement: row.record_statement,
    binds: row.record_binds,
  })
})

test('signed in the language of record there is one text, in the row as in the archive', async () => {
  const { actor, row } = await signedIn('en')
  assert.deepEqual([row.language, row.record_language, row.record_statement, row.record_binds], ['en', null, null, null])
  assert.equal((await heldIn(String(actor.id))).signatures.at(-1)?.ofRecord, null)
})

test('the copy of record has both texts, which one binds, and the number of what was shown', async () => {
  const { actor, draft, row } = await signedIn(secondLanguage)
  const text = await copyOf(actor, draft)
  for (const words of [inSecond(perjury), 'the one in English binds', `${inSecond('Text that binds')} English`])
    assert.equal(count(text, words), 1, words)
  assert.equal(count(text, perjury), 2)
  assert.ok(text.indexOf(inSecond(perjury)) < text.lastIndexOf(perjury))
  assert.ok(text.replace(/[^0-9a-f]/g, '').includes(row.shown_sha256))
})

test('a signature of before there were two texts covers its document and is shown as it was', async () => {
  const { actor, draft, row } = await signedIn('en')
  const { keys } = ground.services
  const { language: _, declaration: __, ...before } = openSigned(keys, row).shown
  const shown = JSON.stringify(before)
  await ground.rows('update filing.signature set shown_sealed = $2, shown_sha256 = $3 where id = $1', [
    row.id,
    sealSigned(keys, row, 'shown_sealed', shown),
    sha256Of(shown),
  ])
  const text = await copyOf(actor, draft)
  assert.equal(count(text, perjury), 1)
  assert.ok(!text.includes('Text that binds') && !text.includes('with this statement'))
  const old = await lastSignature(draft)
  assert.equal(sha256Of(openSigned(keys, old).document), old.document_sha256)
  assert.deepEqual((await heldIn(String(actor.id))).signatures.at(-1)?.shown, before)
})

test('the fingerprint is of the answers and the files: it is one in every language', async () => {
  const { browser, signAt } = await filled()
  const hashOf = (html: string) => /<code>([0-9a-f]{64})<\/code>/.exec(html)?.[1]
  const pages = [await browser.get(signAt), await browser.get(`${signAt}?language=${secondLanguage}`)]
  assert.equal(hashOf(pages[0]?.html ?? ''), hashOf(pages[1]?.html ?? '-'))
})

test('a helper reads and signs both texts too, on the step and in what is kept', async () => {
  const { actor, draft, browser, signAt } = await filled(helped)
  const step = `${signAt}/interpreter?language=${secondLanguage}`
  const { html } = await browser.get(step)
  const [record = ''] = english(html)
  assert.ok(record.includes('I am fluent in English'))
  assert.ok(record.includes(helperPerjury) && html.includes(inSecond(helperPerjury)))
  assert.equal((await browser.press(step, { fullLegalName: 'Hodan Sample', themselves: 'yes' })).status, 303)
  const [row] = await ground.rows<HelperRow>('select * from filing.helper_signature where draft = $1', [draft])
  assert.deepEqual([row?.language, row?.record_language], [secondLanguage, 'en'])
  assert.ok(row?.statement.includes(inSecond(helperPerjury)) && row.record_statement.endsWith(helperPerjury))
  assert.match(row?.record_binds ?? '', /English/)
  const [held] = (await heldIn(String(actor.id))).helperSignatures
  assert.equal(held?.ofRecord?.statement, row?.record_statement)
  const [entry] = await ground.rows<{ detail: { declared: string } }>(
    "select detail from audit.entry where operation = 'filing.sign-as-helper' and subject = $1",
    [draft],
  )
  const { language, statement, record_language, record_statement, record_binds } = row as HelperRow
  assert.equal(entry?.detail.declared, sha256Of(JSON.stringify({ language, statement, record_language, record_statement, record_binds })))
})

test('a declaration that a language has not whole is read and kept in the language of record alone, marked as such', async () => {
  const lacking = 'i-90/helper.interpreter.fluent'
  Object.assign(ground.services, { agency: await loadAgency(bilingualPack({ lacking: [lacking] })) })
  const { draft, browser, signAt } = await filled(helped)
  const step = `${signAt}/interpreter?language=${secondLanguage}`
  const { html } = await browser.get(step)
  Object.assign(ground.services, { agency: bilingual })
  assert.equal(english(html).length, 1)
  assert.ok(!html.includes(inSecond(helperPerjury)) && !html.includes('binds'))
  assert.deepEqual(await ground.rows('select 1 from filing.helper_signature where draft = $1', [draft]), [])
})

test('what was read is what is signed: a page read in one language is not signed by a press in another', async () => {
  const { draft, browser, signAt } = await filled(helped)
  const [step, name] = [`${signAt}/interpreter`, { fullLegalName: 'Hodan Sample', themselves: 'yes' }]
  const read = await browser.get(`${step}?language=en`)
  const pressed = await browser.press(`${step}?language=${secondLanguage}`, name, read)
  assert.equal(pressed.status, 422)
  assert.match(pressed.html, /language changed after this page was opened/)
  assert.deepEqual(await ground.rows('select 1 from filing.helper_signature where draft = $1', [draft]), [])
  assert.equal((await browser.press(`${step}?language=${secondLanguage}`, name, pressed)).status, 303)
  const own = await filled()
  const page = await own.browser.get(`${own.signAt}?language=${secondLanguage}`)
  const late = await own.browser.press(`${own.signAt}?language=en`, { fullLegalName: ground.nameOf(freeScenario) }, page)
  assert.equal(late.status, 422)
  assert.equal(await lastSignature(own.draft), undefined)
})

test('a helper may read one language and the filer another: neither voids what the other signed', async () => {
  const { actor, draft, browser, signAt } = await filled(helped)
  await ground.signAsHelpers(actor, draft)
  const pressed = await browser.press(`${signAt}?language=${secondLanguage}`, { fullLegalName: ground.nameOf(helped) })
  assert.equal(pressed.status, 303)
  assert.equal((await lastSignature(draft)).record_language, 'en')
  const languages = await ground.rows<{ language: string }>('select language from filing.helper_signature where draft = $1', [draft])
  assert.deepEqual(languages.map(({ language }) => language), ['en', 'en'])
})

async function heldIn(account: string) {
  const pool = ground.database.pools.owner as never
  const { data } = await heldFilings.read({ tx: pool, accounts: [account], services: ground.services } as never)
  return data
}
