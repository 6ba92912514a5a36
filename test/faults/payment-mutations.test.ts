import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { scratchServer } from '../../src/platform/db/scratch-database.ts'
import { root } from '../guards/source-files.ts'
import { copyOfTree, type TreeCopy } from '../limits/tree-copy.ts'
import { mutations } from '../paying/mutations.ts'

const known = 'test/paying/known-orders.test.ts'

let copy: TreeCopy
let stopServer: () => Promise<void> = async () => undefined
before(async () => {
  const server = await scratchServer()
  if (server.startedHere) stopServer = () => server.stop({ evenIfToStay: true })
  copy = copyOfTree()
  Object.assign(process.env, { PAYING_RUNS: '120', PAYING_SHRINK: 'no' })
})
after(async () => {
  copy.remove()
  await stopServer()
})

/** The orders that are known come first: they take a moment, and most of what is taken out breaks one. */
async function turnsRed(): Promise<boolean> {
  for (const file of [known, 'test/paying/random-orders.test.ts']) {
    const verdicts = await copy.run(file)
    assert.ok(verdicts.size > 0, `${file} ran`)
    if ([...verdicts.values()].some((verdict) => verdict !== 'passed')) return true
  }
  return false
}

test('unchanged, the copy of the tree is green', async () => {
  const verdicts = await copy.run(known)
  assert.deepEqual([...verdicts.values()].filter((verdict) => verdict !== 'passed'), [])
  assert.ok(verdicts.size > 0)
})

for (const { what, file, is, becomes } of mutations)
  test(`where ${what}, a random order of payments turns red`, async () => {
    const text = readFileSync(join(root, file), 'utf8')
    assert.equal(text.split(is).length, 2, `“${is}” stands once in ${file}`)
    assert.ok(await copy.changed(file, () => text.replace(is, () => becomes), turnsRed), `nothing turned red`)
  })
