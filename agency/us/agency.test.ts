import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { termsHash, termsWords } from '../../src/accounts/index.ts'
import { type AgencyData, loadAgency } from '../../src/agency/index.ts'
import { countryCodes } from '../../src/profile/index.ts'
import { agency } from './agency.ts'
import english from './texts/en/agency.json' with { type: 'json' }
import paper from './texts/en/paper.json' with { type: 'json' }
import questions from './texts/en/reset-questions.json' with { type: 'json' }
import representatives from './texts/en/representatives.json' with { type: 'json' }
import terms from './texts/en/terms.json' with { type: 'json' }

const words: Record<string, string> = english
const said = (key: string) => assert.ok(words[key]?.trim(), `no words for ${key}`)

test('the pack is for demonstrations only, and has what the product asks of a pack', () => {
  const pack: AgencyData = agency
  assert.equal(pack.demonstrationOnly, true)
  assert.deepEqual(JSON.parse(JSON.stringify(pack)), pack)
})

test('every language of the pack has every text of it', async () => {
  const pack = await loadAgency('agency/us')
  for (const name of readdirSync('agency/us/texts/en').map((file) => file.replace('.json', '')))
    for (const language of agency.languages)
      for (const key of Object.keys(pack.textsOf('en', name))) assert.equal(pack.languageOf(language, name, key), language, `${name}/${key}`)
})

test('every form, office, fee, service, link, kind of document and rule of translations has its words, and every language of a document a name', () => {
  for (const { code, ways } of agency.forms) {
    said(`form.${code}.title`)
    said(`form.${code}.for`)
    said(`forms.way.${ways}`)
  }
  for (const { id } of agency.offices) said(`office.${id}`)
  for (const zone of agency.timeZones) {
    said(`zone.${zone}`)
    new Intl.DateTimeFormat('en', { timeZone: zone })
  }
  for (const { code } of agency.fees) said(`fee.${code}`)
  for (const kind of agency.documents.kinds) said(`document-kind.${kind}`)
  for (const id of agency.documents.translation.certifies) said(`translation.certifies.${id}`)
  for (const key of ['translation.otherwise', 'translation.example']) said(key)
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  for (const language of agency.documents.translation.into) assert.ok(agency.documents.languages.includes(language), language)
  for (const language of agency.documents.languages) assert.ok(names.of(language), language)
  for (const { id } of agency.services) {
    said(`service.${id}.name`)
    said(`service.${id}.about`)
  }
  for (const { id } of [agency.consulates, ...agency.legalHelp, ...agency.community, agency.officialSite]) {
    said(`link.${id}.name`)
    said(`link.${id}.about`)
  }
})

test('every reason for not accepting paper has its words and a status a case can open with, and every consular post is in a country', () => {
  const opening: readonly string[] = agency.statuses.filter((status) => 'opens' in status && 'final' in status).map(({ code }) => code)
  for (const { reason, status } of agency.paperRejections) {
    for (const part of ['why', 'next'] as const) assert.ok(Object.hasOwn(paper, `rejection.${reason}.${part}`), `${reason}.${part}`)
    assert.ok(opening.includes(status), status)
  }
  for (const [country, url] of Object.entries(agency.consulates.posts)) {
    assert.ok(countryCodes.includes(country), country)
    assert.match(url, /^https:\/\/\w\w\.usembassy\.gov\/$/)
  }
})

test('every staging receipt is of a form in the catalogue and has a known prefix', () => {
  const forms: readonly string[] = agency.forms.map(({ code }) => code)
  const prefixes: readonly string[] = agency.receipts.prefixes
  for (const { receiptNumber, form } of agency.stagingReceipts) {
    assert.ok(forms.includes(form), form)
    assert.ok(prefixes.includes(receiptNumber.slice(0, 3)), receiptNumber)
    assert.match(receiptNumber, /^[A-Z]{3}\d{10}$/)
  }
})

test('there are five lists of reset questions, no question is in two, and each has its words', () => {
  const ids = agency.resetQuestions.flat()
  assert.equal(agency.resetQuestions.length, 5)
  assert.equal(new Set(ids).size, ids.length)
  assert.deepEqual(ids.map((id) => `reset-question.${id}`).toSorted(), Object.keys(questions).toSorted())
  assert.equal(new Set(Object.values(questions)).size, ids.length)
})

test('the terms name their version, and say one person, never share, true, watched, records and demonstration', () => {
  assert.ok(terms['terms.version'].includes(agency.terms.version))
  const parts = ['one-person', 'never-share', 'true', 'monitored', 'records', 'demonstration']
  for (const part of parts) assert.ok(Object.hasOwn(terms, `terms.${part}.text`), part)
})

/** What each published version says, by the hash of its text: those who agreed to it can read it, word for word. */
const publishedTerms: Record<string, string> = {
  '2026-11': '5022edf0d99c05eecb436ceea4c865d4ac2b3055e82c51783b436e5add00dd74',
}

test('terms once published are not reworded: new words are a new version, and the old ones stay', async () => {
  const pack = await loadAgency('agency/us')
  assert.deepEqual(Object.keys(publishedTerms).toSorted(), [agency.terms.version, ...agency.terms.earlier].toSorted())
  for (const [version, sha256] of Object.entries(publishedTerms))
    assert.equal(termsHash(termsWords(pack, version, 'en') ?? {}), sha256, version)
})

test('the deadline zone is the latest zone of the pack, and every zone is known', () => {
  const noon = Temporal.Instant.from('2026-11-23T12:00:00Z')
  const hoursOf = (zone: string) => noon.toZonedDateTimeISO(zone).offsetNanoseconds
  for (const { timeZone } of agency.offices) assert.ok(hoursOf(timeZone) >= hoursOf(agency.deadlineTimeZone))
  assert.ok(hoursOf(agency.timeZone) >= hoursOf(agency.deadlineTimeZone))
})

test('both kinds of representative have a certification, and everybody who lets them act has a name', () => {
  const its: Record<string, string> = representatives
  for (const kind of ['attorney', 'accredited'] as const) {
    assert.match(its[`certification.${kind}`] ?? '', /under penalty of perjury/)
    for (const code of agency.representatives.authorities[kind]) assert.ok(its[`authority.${code}`]?.trim(), code)
  }
})
