import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FileDescription } from '../../evidence/index.ts'
import type { FormDefinition } from '../definition/definition.ts'
import { replay } from '../journey/replay.ts'
import { sampleForm } from '../journey/sample-form.ts'
import { evidenceStates, readinessOf } from './readiness.ts'

const identity = (describe: FormDefinition['evidence'][number]['describe']): FormDefinition => ({
  ...sampleForm,
  evidence: [{ id: 'identity', required: true, ...(describe ? { describe } : {}) }],
})

const undescribed = (definition: FormDefinition, ...said: (FileDescription | null)[]) => {
  const held = new Map([['identity', said.map((description, place) => ({ id: `${place}`, name: 'a.pdf', description }))]])
  return readinessOf(replay(definition, {}, '2026-11-26'), held).undescribed.map(({ id }) => id)
}

test('all of a description can be left out where the rule of a document asks for none', () => {
  assert.deepEqual(undescribed(identity(undefined), null), [])
})

test('what a rule asks for has to be said of each of its files before the form is ready', () => {
  const definition = identity(['kind', 'validUntil'])
  assert.deepEqual(undescribed(definition, null), ['identity'])
  assert.deepEqual(undescribed(definition, { kind: 'passport' }), ['identity'])
  const whole = { kind: 'passport', validUntil: '2020-01-01' }
  assert.deepEqual(undescribed(definition, whole, { kind: 'passport' }), ['identity'], 'the second lacks its day')
  assert.deepEqual(undescribed(definition, whole, whole), [], 'a day that has passed is said all the same')
  assert.deepEqual(undescribed(definition), [], 'without a file it is missing, and nothing is to be said')
  const [state] = evidenceStates(replay(definition, {}, '2026-11-26'), new Map())
  assert.equal(state?.missing, true)
})

test('a translation is no document: it answers no rule, and nothing has to be said of it', () => {
  const definition = identity(['kind'])
  const states = (...held: { id: string; translates?: string; description?: FileDescription }[]) =>
    evidenceStates(replay(definition, {}, '2026-11-26'), new Map([['identity', held.map((file) => ({ name: 'a.pdf', ...file }))]]))
  const [alone] = states({ id: '2', translates: '1' })
  assert.deepEqual([alone?.missing, alone?.undescribed], [true, false])
  const [both] = states({ id: '1', description: { kind: 'passport' } }, { id: '2', translates: '1' })
  assert.deepEqual([both?.missing, both?.undescribed], [false, false])
})
