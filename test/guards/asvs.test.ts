import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readRequirements, requirementFaults } from './asvs.ts'
import { root } from './source-files.ts'

const textOf = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null)
const written = readRequirements(readFileSync(join(root, 'docs/security/asvs.md'), 'utf8'))

test('every requirement of a mapped chapter has a row, and every test it names is there', () => {
  assert.deepEqual(requirementFaults(written, textOf), [])
})

test('the guard finds a missing row, a doubled one and a test that is not there', () => {
  const [first] = written
  assert.ok(first)
  assert.deepEqual(requirementFaults(written.slice(1), textOf), [`${first.id} has not one row`])
  assert.deepEqual(requirementFaults([...written, first], textOf), [`${first.id} has not one row`])
  const dead = { ...first, by: '`src/gone.test.ts` › no rule' }
  assert.deepEqual(requirementFaults([dead, ...written.slice(1)], textOf), [`${first.id} names src/gone.test.ts, which is not there`])
})
