import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bilingualPack, secondLanguage } from '../../../test/cast/second-language.ts'
import { loadAgency } from '../../agency/index.ts'
import { formFaults } from './published-forms.ts'

test('the check of the forms says of each what a language of the pack has no text of its own for', async () => {
  const agency = await loadAgency(bilingualPack({ lacking: ['ar-11/form.purpose', 'ar-11/form.who'] }))
  assert.deepEqual(formFaults(agency, '2026-11-23'), [
    `ar-11 2022-11-02, ${secondLanguage}: no text of its own for form.purpose and 1 more`,
  ])
})
