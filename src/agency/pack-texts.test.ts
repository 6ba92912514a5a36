import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addSecondLanguage, bilingualPack, inSecond, secondLanguage } from '../../test/cast/second-language.ts'
import { loadAgency } from './load-agency.ts'

const asRecord = (agency: string) => agency.replace("languageOfRecord: 'en'", `languageOfRecord: '${secondLanguage}'`)

let takeAway: () => void
before(() => {
  takeAway = addSecondLanguage()
})
after(() => takeAway())

test('a text that a language lacks is the English one, alone among its own, and the pack says which language it is in', async () => {
  const agency = await loadAgency(bilingualPack({ lacking: ['i-90/form.purpose', 'i-90/form.who'] }))
  const [english, second] = [agency.textsOf('en', 'i-90'), agency.textsOf(secondLanguage, 'i-90')]
  assert.equal(second['form.title'], inSecond(english['form.title'] ?? ''))
  assert.equal(second['form.purpose'], english['form.purpose'])
  assert.equal(agency.text(secondLanguage, 'i-90', 'form.purpose'), english['form.purpose'])
  assert.equal(agency.languageOf(secondLanguage, 'i-90', 'form.title'), secondLanguage)
  assert.equal(agency.languageOf(secondLanguage, 'i-90', 'form.purpose'), 'en')
  assert.equal(agency.languageOf('es', 'i-90', 'form.title'), 'en')
  assert.deepEqual(Object.keys(second), Object.keys(english))
})

test('a pack does not start without its language of record, nor with one that lacks a text, of its own or of the product', async () => {
  const starts = (edit: (agency: string) => string, lacking: string[] = []) => loadAgency(bilingualPack({ edit, lacking }))
  assert.equal((await starts(asRecord)).languageOfRecord, secondLanguage)
  await assert.rejects(starts(asRecord, ['i-90/form.who']), /languageOfRecord, without a text of i-90\/form\.who and 0 more$/)
  await assert.rejects(starts((agency) => agency.replace("languageOfRecord: 'en'", "languageOfRecord: 'es'")), /names no languageOfRecord out of its languages$/)
  await assert.rejects(starts((agency) => agency.replace("  languageOfRecord: 'en',\n", '')), /names no languageOfRecord/)
  takeAway()
  await assert.rejects(starts(asRecord), /languageOfRecord, without a text of [a-z-]+\.[a-z.-]+ and \d+ more$/)
  takeAway = addSecondLanguage()
})
