import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogues } from '../../../messages/index.ts'
import { addSecondLanguage, inSecond, secondLanguage } from '../../../test/cast/second-language.ts'
import { messagesLacking, textIn } from './text.ts'

test('every language of the product has every text of it', () => {
  for (const language of Object.keys(catalogues)) assert.deepEqual(messagesLacking(language), [], language)
})

test('a text says which language it is really in: English stands in, and a pseudo-language has them all', () => {
  const takeAway = addSecondLanguage()
  const words = catalogues[secondLanguage]?.filing ?? {}
  delete words['sign.name']
  const t = textIn(secondLanguage, 'UTC')
  assert.equal(t('filing.sign.title'), inSecond('Sign your form'))
  assert.equal(t.languageOf('filing.sign.title'), secondLanguage)
  assert.equal(t('filing.sign.name'), 'Full legal name')
  assert.equal(t.languageOf('filing.sign.name'), 'en')
  assert.deepEqual(messagesLacking(secondLanguage), ['filing.sign.name'])
  assert.equal(textIn('ar-XB', 'UTC').languageOf('filing.sign.name'), 'ar-XB')
  takeAway()
})
