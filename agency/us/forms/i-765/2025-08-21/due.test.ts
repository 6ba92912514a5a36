import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answers, FormDefinition } from '../../../../../src/filing/definition/definition.ts'
import { eligibilityStep, evidenceAsked, feeCodes } from '../../../../../src/filing/journey/consequences.ts'
import { replay } from '../../../../../src/filing/journey/replay.ts'
import { fees } from '../../../fees.ts'
import { categories, groups } from './categories.ts'
import { form } from './form.ts'

const definition: FormDefinition = form
const today = '2026-11-23'

/** Somebody with this category: only what fees and documents look at is answered. */
function asking(category: string, answers: Answers = {}) {
  const group = Object.entries(groups).find(([, question]) => (categories[question] as readonly string[]).includes(category))
  const chosen: Answers = group ? { categoryGroup: group[0], [group[1]]: category } : { categoryGroup: 'pacific-islands' }
  const born = { citizenships: 'one', citizenship: 'SV', birthCity: 'Test', birthCountry: 'SV', dateOfBirth: '1980-01-01' }
  const common = { reason: 'initial', arrestedAsylum: 'no', arrestedCompelling: 'no', ...born }
  return replay(definition, { ...common, ...chosen, ...answers }, today)
}
const due = (category: string, answers?: Answers) => feeCodes(asking(category, answers))
const documents = (category: string, answers?: Answers) =>
  evidenceAsked(asking(category, answers)).map(({ id }) => id)

const renewal = { reason: 'renewal' }
const replacement = { reason: 'replacement', replacementCause: 'damaged' }

test('most pay the filing fee, whatever they ask for', () => {
  for (const category of ['c-3-b', 'c-26', 'c-10', 'c-33', 'c-14', 'c-5', 'c-35', 'a-6']) {
    for (const asks of [{}, renewal, replacement]) assert.deepEqual(due(category, asks), ['i-765-filing'], category)
  }
})

test('asylees, refugees, those with removal withheld and official families pay nothing for the first card', () => {
  for (const category of ['a-3', 'a-5', 'a-7', 'a-8', 'a-10', 'c-1', 'c-4', 'c-7']) {
    assert.deepEqual(due(category), [], category)
    assert.deepEqual(due(category, replacement), ['i-765-filing'], category)
  }
})

test('of those, a renewal is free for some and has its fee for the others', () => {
  for (const category of ['a-8', 'a-10', 'c-1', 'c-4', 'c-7']) assert.deepEqual(due(category, renewal), [], category)
  for (const category of ['a-3', 'a-5', 'a-7']) assert.deepEqual(due(category, renewal), ['i-765-filing'], category)
})

test('victims pay nothing at all, nor does anybody for our mistake', () => {
  for (const category of categories.victimCategory) {
    for (const asks of [{}, renewal, replacement]) assert.deepEqual(due(category, asks), [], category)
  }
  assert.deepEqual(due('c-3-b', { reason: 'replacement', replacementCause: 'agency-error' }), [])
})

test('an asylum seeker pays the amount of the law alone at first, with the filing fee in the settlement and at renewal', () => {
  assert.deepEqual(due('c-8'), ['i-765-asylum-extra-first'])
  assert.deepEqual(due('c-8', { settlementMember: 'yes' }), ['i-765-filing', 'i-765-asylum-extra-first'])
  assert.deepEqual(due('c-8', renewal), ['i-765-filing', 'i-765-asylum-extra-renewal'])
  assert.deepEqual(due('c-8', replacement), ['i-765-filing'])
})

test('parolees and people with temporary protected status pay the amount of the law with the filing fee', () => {
  for (const category of ['c-11', 'c-34']) {
    assert.deepEqual(due(category), ['i-765-filing', 'i-765-parole-extra-first'])
    assert.deepEqual(due(category, renewal), ['i-765-filing', 'i-765-parole-extra-renewal'])
  }
  assert.deepEqual(due('a-4'), ['i-765-parole-extra-first'])
  for (const category of ['a-12', 'c-19']) {
    assert.deepEqual(due(category), ['i-765-filing', 'i-765-tps-extra-first'])
    assert.deepEqual(due(category, renewal), ['i-765-filing', 'i-765-tps-extra-renewal'])
    assert.deepEqual(due(category, replacement), ['i-765-filing'])
  }
})

test('with a pending Form I-485 it depends on how and when that fee was paid', () => {
  const paid = (residenceApplicationFee: string, asks: Answers = {}) => due('c-9', { residenceApplicationFee, ...asks })
  assert.deepEqual(paid('paid-since-april-2024'), ['i-765-filing-with-i-485'])
  assert.deepEqual(paid('paid-since-april-2024', renewal), ['i-765-filing-with-i-485'])
  assert.deepEqual(paid('paid-before-april-2024'), [])
  assert.deepEqual(paid('paid-before-april-2024', replacement), ['i-765-filing'])
  assert.deepEqual(paid('waived'), ['i-765-filing'])
  assert.deepEqual(paid('exempt'), [])
})

test('the amounts of the law rose for most on 2026-01-01, and each has one amount a day on paper and online', () => {
  const on = (code: string, day: string) =>
    ['online', 'paper'].map((channel) => {
      const inForce = fees.filter(
        (fee) => fee.code === code && fee.channel === channel && fee.from <= day && (fee.until === null || day <= fee.until),
      )
      assert.equal(inForce.length, 1, `${code} ${channel} ${day}`)
      return inForce[0]?.amountCents
    })
  for (const group of ['asylum', 'parole', 'tps']) {
    assert.deepEqual(on(`i-765-${group}-extra-first`, '2025-12-31'), [55_000, 55_000])
    assert.deepEqual(on(`i-765-${group}-extra-first`, today), [56_000, 56_000])
    assert.deepEqual(on(`i-765-${group}-extra-renewal`, '2025-12-31'), [27_500, 27_500])
  }
  assert.deepEqual(on('i-765-asylum-extra-renewal', today), [27_500, 27_500])
  assert.deepEqual(on('i-765-parole-extra-renewal', today), [28_000, 28_000])
  assert.deepEqual(on('i-765-tps-extra-renewal', today), [28_000, 28_000])
})

test('no fee of the form lacks an amount today, online and on paper', () => {
  for (const { code } of definition.fees) {
    for (const channel of ['online', 'paper']) {
      const entries = fees.filter((fee) => fee.code === code && fee.channel === channel)
      assert.ok(entries.some(({ from, until }) => from <= today && (until === null || today <= until)), `${code} ${channel}`)
    }
  }
})

test('a first card asks for an identity document, a renewal for the last card, a replacement for what is left', () => {
  assert.deepEqual(documents('a-5').slice(0, 3), ['photo', 'identity-document', 'arrival-record-if-any'])
  assert.deepEqual(documents('a-5', renewal).slice(0, 2), ['photo', 'last-card'])
  assert.deepEqual(documents('a-5', { reason: 'replacement', replacementCause: 'lost' }).slice(0, 3), [
    'photo',
    'lost-card-copy',
    'identity-document',
  ])
  const changed = documents('a-5', { reason: 'replacement', replacementCause: 'details-changed' })
  assert.ok(changed.includes('legal-change') && changed.includes('last-card'))
})

test('every category asks for a proof of its own', () => {
  const general = ['photo', 'identity-document', 'arrival-record', 'arrival-record-if-any', 'other-document', 'economic-need-proof']
  for (const category of [...Object.values(categories).flat(), 'a-8']) {
    const own = evidenceAsked(asking(category)).filter(({ id, required }) => required && !general.includes(id))
    assert.ok(own.length > 0, category)
  }
})

test('whoever has a pending Form I-485 shows no record of arrival', () => {
  assert.deepEqual(documents('c-9'), ['photo', 'identity-document', 'residence-application', 'other-document'])
})

test('the eligibility check leads to yes, to maybe, and to what to do instead', () => {
  const end = (answers: Answers) => {
    const step = eligibilityStep(definition, answers, today)
    return 'outcome' in step ? `${step.outcome} ${step.id}` : `asks ${step.ask}`
  }
  const here = (basis: string, more: Answers = {}) => end({ inUnitedStates: 'yes', basis, ...more })
  const free = { agencyError: 'no', feeHelp: 'no' }
  assert.equal(end({}), 'asks inUnitedStates')
  assert.equal(end({ inUnitedStates: 'no' }), 'no-but not-in-the-us')
  assert.equal(here('citizen'), 'no-but citizen')
  assert.equal(here('permanent-resident'), 'no-but resident')
  assert.equal(here('one-employer'), 'no-but one-employer')
  assert.equal(here('none'), 'no-but no-basis')
  assert.equal(here('asylum-pending'), 'asks asylumWaited')
  assert.equal(here('asylum-pending', { asylumWaited: 'no' }), 'no-but asylum-too-early')
  assert.equal(here('asylum-pending', { asylumWaited: 'yes', ...free }), 'yes yes')
  assert.equal(here('status-or-application'), 'asks agencyError')
  assert.equal(here('status-or-application', { agencyError: 'yes' }), 'no-but agency-error')
  assert.equal(here('status-or-application', { agencyError: 'no', feeHelp: 'yes' }), 'yes fee-waiver')
  assert.equal(here('status-or-application', free), 'yes yes')
  assert.equal(here('unsure', free), 'maybe unsure')
})
