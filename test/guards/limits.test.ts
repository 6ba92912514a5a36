import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fixedLimits } from '../limits/fixed-limits.ts'
import { limitsPage } from '../limits/limits-page.ts'
import { limitFaults } from './limits.ts'
import { productFiles, root, sourceFiles } from './source-files.ts'

const pressed = sourceFiles(['test/limits/*.ts'], { tests: true })
  .map(({ text }) => text)
  .join('\n')

test('every limit of the code has a test that presses it, and every row of the table is true of the code', () => {
  assert.deepEqual(limitFaults(productFiles(), fixedLimits, pressed), [])
})

test('the page about limits is the one that the code makes', () => {
  assert.equal(readFileSync(join(root, 'docs/security/limits.md'), 'utf8'), limitsPage())
})

test('the guard finds a limit that nobody presses, one that cannot be read, a time without a row and a row that is old', () => {
  const path = 'src/accounts/planted.ts'
  const faultsOf = (text: string) => limitFaults([{ path, text }], [], pressed).length
  assert.equal(faultsOf("limits: [{ name: 'accounts.planted', most: 5, withinSeconds: 60, of }]"), 1)
  assert.equal(faultsOf('const planted = { most: 5, withinSeconds: 60 }'), 1)
  assert.equal(faultsOf('export const plantedHours = 24\n'), 1)
  const [first] = fixedLimits
  assert.ok(first)
  const old = [{ ...first, is: 'lengthMin: 9' }, { ...first, title: 'no such test' }, { ...first, file: 'src/gone.ts' }, { ...first, weaker: first.is }]
  assert.equal(limitFaults([], old, pressed).length, 4)
})
