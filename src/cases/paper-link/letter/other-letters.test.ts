import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { claimUrl, everyLetter, noticeIn } from '../../../../test/cast/paper-letters.ts'
import { type AgencyPack, loadAgency } from '../../../agency/index.ts'
import type { LetterServices } from './letter.ts'
import { type FactsOf, letterText } from './letters.ts'

let services: LetterServices & { agency: AgencyPack }
before(async () => {
  services = { agency: await loadAgency('agency/us'), publicUrl: 'http://portal.test', mode: 'demo' }
})

const rejection = everyLetter('en').rejection?.[1] as FactsOf<'filing-rejected'>
const consular = everyLetter('en').consular?.[1] as FactsOf<'consular-filing'>
const joined = everyLetter('en').joined?.[1] as FactsOf<'representative-joined'>

test('a reminder names the day on which the code ends and how to get a new one', () => {
  // Whoever hands over the whole notice still gets no code out of a reminder.
  const text = letterText(services, 'code-reminder', noticeIn('en'))
  assert.doesNotMatch(text, /7K3M/)
  assert.match(text, /^Your access code ends soon\n\nUse your code by Sunday, February 21, 2027\./)
  assert.match(text, /choose “Ask for a new code”/)
  assert.match(text, /Online Account Number: 4821 0937 5523/)
})

test('a new code says that the old one is dead, and what to do for who did not ask', () => {
  const facts = { ...noticeIn('en'), accessCode: noticeIn('en').accessCode ?? '' }
  const asked = letterText(services, 'code-again', { ...facts, askedBy: 'person' })
  assert.match(asked, /The code that we mailed before no longer works/)
  assert.match(asked, /was asked for online/)
  assert.ok(asked.split('\n').includes('http://portal.test/contact-support'))
  assert.match(letterText(services, 'code-again', { ...facts, askedBy: 'office' }), /Our office made/)
})

test('a rejection says why and what to do, for every reason of the pack, and where to file', () => {
  for (const { reason } of services.agency.paperRejections) {
    const text = letterText(services, 'filing-rejected', { ...rejection, reasons: [reason] })
    for (const part of ['why', 'next']) assert.ok(text.includes(services.agency.text('en', 'paper', `rejection.${reason}.${part}`) ?? '?'), reason)
  }
  assert.ok(letterText(services, 'filing-rejected', rejection).split('\n').includes('http://portal.test/file/i-90'))
  const elsewhere = services.agency.forms.find(({ here }) => !here)
  assert.ok(elsewhere)
  assert.ok(letterText(services, 'filing-rejected', { ...rejection, form: elsewhere.code }).split('\n').includes(elsewhere.officialPage))
  assert.match(letterText(services, 'filing-rejected', { ...rejection, form: 'z-1' }), /We could not accept your Z-1/)
  assert.throws(() => letterText(services, 'filing-rejected', { ...rejection, reasons: ['no-reason'] }), /no text/)
})

test('a rejection for several reasons says each of them and what to correct, and that the day is not kept', () => {
  const text = letterText(services, 'filing-rejected', { ...rejection, reasons: ['unsigned', 'pages-missing'] })
  for (const reason of ['unsigned', 'pages-missing'])
    for (const part of ['why', 'next']) assert.ok(text.includes(services.agency.text('en', 'paper', `rejection.${reason}.${part}`) ?? '?'), reason)
  assert.match(text, /1\. Sign the form[\s\S]*2\. Put all pages/)
  assert.match(text, /is not your filing day/)
})

test('a rejection says what becomes of the fee: given back, not given back, or never taken', () => {
  const said = (fee: FactsOf<'filing-rejected'>['fee']) => letterText(services, 'filing-rejected', { ...rejection, fee })
  assert.match(said({ cents: 46_500, isReturned: true }), /We do not keep your fee of \$465\.00/)
  assert.match(said({ cents: 46_500, isReturned: false }), /Your fee of \$465\.00 is not given back/)
  assert.match(said(null), /You were not charged/)
})

test('a filing without a receipt number has a letter without one', () => {
  for (const text of [
    letterText(services, 'filing-rejected', { ...rejection, receiptNumber: null }),
    letterText(services, 'consular-filing', { ...consular, receiptNumber: null }),
  ])
    assert.doesNotMatch(text, /[Rr]eceipt number/)
})

test('a consular filing is sent to its consulate by the pack’s list, and to the whole list where the country is not in it', () => {
  const at = (country: string | null) => letterText(services, 'consular-filing', { ...consular, country }).split('\n')
  assert.ok(at('MX').includes('https://mx.usembassy.gov/') && at('MX').includes(services.agency.consulates.url))
  for (const country of ['TV', null]) assert.ok(at(country).includes(services.agency.consulates.url))
  assert.ok(!at('TV').some((line) => line.includes('Tuvalu')))
  assert.doesNotMatch(at('MX').join('\n'), /Online Account Number:|Online Access Code/)
})

test('an applicant without an account is told who joined, when, and two ways to end it', () => {
  const text = letterText(services, 'representative-joined', joined)
  assert.match(text, /On December 1, 2026 Sam Counsel used the access code that we had mailed to them/)
  for (const line of [claimUrl, 'http://portal.test/contact-support']) assert.ok(text.split('\n').includes(line), line)
  assert.match(text, /Ending it changes nothing about your case/)
})
