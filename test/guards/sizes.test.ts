import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sizeFaults, sizesOf } from './sizes.ts'
import { productFiles, sourceFiles } from './source-files.ts'

test('no file is longer than 300 lines, no function longer than 70', () => {
  assert.deepEqual(sizeFaults(sizesOf(productFiles())), [])
})

test('no test file is longer than 300 lines', () => {
  const tests = sizesOf(sourceFiles(['test/**/*.ts', 'src/**/*.test.{ts,tsx}', 'agency/**/*.test.ts'], { tests: true }))
  assert.deepEqual(sizeFaults({ ...tests, functions: [] }), [])
})

test('the guard finds a long file and a long function', () => {
  const long = `export function long() {\n${'  void 0\n'.repeat(80)}}\n${'\n'.repeat(250)}export const end = 1\n`
  assert.equal(sizeFaults(sizesOf([{ path: 'src/a.ts', text: long }])).length, 2)
})
