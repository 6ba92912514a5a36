import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { promiseFaults, readPromises } from './promises.ts'
import { root } from './source-files.ts'

const textOf = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null)
const written = readPromises(readFileSync(join(root, 'docs/promises.md'), 'utf8'))

test('every row of the mission has a state, every kept one a proof, and every proof is a test that is there', () => {
  assert.deepEqual(promiseFaults(written, textOf), [])
})

test('the guard finds a missing row, one with two states, an unproven promise and a test that is not there', () => {
  const without = { ...written, rows: written.rows.filter(({ row }) => row !== 'A1') }
  assert.deepEqual(promiseFaults(without, textOf), ['A1 has no state'])
  const twice = { ...written, rows: [...written.rows, { row: 'A1', state: 'partly' }] }
  assert.deepEqual(promiseFaults(twice, textOf), ['A1 has more than one state'])
  const unproven = { ...written, proofs: written.proofs.filter(({ row }) => row !== 'E5') }
  assert.deepEqual(promiseFaults(unproven, textOf), ['E5 is called kept and names no test'])
  const dead = { ...written, proofs: [{ row: 'A1', file: 'src/gone.test.ts', title: null }, ...written.proofs] }
  assert.equal(promiseFaults(dead, textOf).length, 1)
})
