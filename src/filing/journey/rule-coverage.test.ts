import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormDefinition } from '../definition/definition.ts'
import { ruleCoverage } from './rule-coverage.ts'
import { sampleDay, sampleForm } from './sample-form.ts'

test('a rule is tried by who breaks it with one or two answers changed; one that nobody comes near is named', () => {
  assert.deepEqual(ruleCoverage(sampleForm, sampleDay), { broken: ['names-are-the-same', 'changed-before-birth', 'home-abroad'], never: [] })
  const far: FormDefinition = {
    ...sampleForm,
    rules: [...sampleForm.rules, { id: 'far', level: 'warning', at: 'familyName', when: { answer: 'familyName', is: 'Nobody' } }],
  }
  assert.deepEqual(ruleCoverage(far, sampleDay).never, ['far'])
})
