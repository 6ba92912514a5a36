import assert from 'node:assert/strict'
import { test } from 'node:test'
import { form as i90 } from '../../../agency/us/forms/i-90/2025-01-20/form.ts'
import { helperFaults } from './helper-faults.ts'

test('a helper must be named by name questions, declare something, once, and have an id of their own', () => {
  assert.deepEqual(helperFaults(i90), [])
  const helper = { id: 'reader', capacity: 'interpreter', given: 'readerName', family: 'dateOfBirth', declares: [] } as const
  assert.deepEqual(helperFaults({ ...i90, helpers: [helper, helper] }).slice(0, 4), [
    'Two helpers have the id reader.',
    'Helper reader is named by readerName, which is no question of kind name.',
    'Helper reader is named by dateOfBirth, which is no question of kind name.',
    'Helper reader declares nothing.',
  ])
  assert.deepEqual(helperFaults({ ...i90, helpers: [{ ...i90.helpers[0], declares: ['fluent', 'fluent'] }] }), [
    'Helper interpreter declares fluent twice.',
  ])
})
