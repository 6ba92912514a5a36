import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { scratchServer } from '../../src/platform/db/scratch-database.ts'
import { productFiles } from '../guards/source-files.ts'
import { type FixedLimit, fixedLimits } from '../limits/fixed-limits.ts'
import { countedLimitsIn } from '../limits/in-code.ts'
import { copyOfTree, type TreeCopy, type Verdicts } from '../limits/tree-copy.ts'

/** Two copies, for two cores. */
let copies: TreeCopy[]
let stopServer: () => Promise<void> = async () => undefined
before(async () => {
  const server = await scratchServer()
  if (server.startedHere) stopServer = () => server.stop({ evenIfToStay: true })
  copies = [copyOfTree(), copyOfTree()]
})
after(async () => {
  for (const copy of copies) copy.remove()
  await stopServer()
})

/** Does the work of every row, each copy of the tree taking the next one as soon as it is free. */
async function withCopies<Row>(rows: readonly Row[], work: (copy: TreeCopy, row: Row) => Promise<string | null>): Promise<string[]> {
  const [waiting, faults] = [[...rows], [] as string[]]
  const take = async (copy: TreeCopy) => {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
      const fault = await work(copy, row)
      if (fault) faults.push(fault)
    }
  }
  await Promise.all(copies.map(take))
  return faults
}

const byFile = (rows: readonly FixedLimit[]) => [...Map.groupBy(rows, ({ test }) => test)]
const attempts = 'test/limits/attempts.test.ts'

test('unchanged, every test that is to turn red is green', async () => {
  const faults = await withCopies([...byFile(fixedLimits), [attempts, []] as [string, FixedLimit[]]], async (copy, [file, rows]) => {
    const titles = [...new Set(rows.map(({ title }) => title))]
    const verdicts = await copy.run(file, titles)
    const wanted = titles.length > 0 ? titles : [...verdicts.keys()]
    const notGreen = wanted.filter((title) => verdicts.get(title) !== 'passed')
    return notGreen.length === 0 && wanted.length > 0 ? null : `${file}: ${notGreen.join('; ') || 'nothing ran'}`
  })
  assert.deepEqual(faults, [])
})

const raised = (text: string) =>
  text.replaceAll(/(most: )([\d_]+)(,\s*withinSeconds: )/g, (_all, before, most, after) => `${before}${Number(most.replaceAll('_', '')) + 1}${after}`)
const halved = (text: string) =>
  text.replaceAll(/(withinSeconds: )([\d_]+)/g, (_all, before, seconds) => `${before}${Number(seconds.replaceAll('_', '')) / 2}`)

/** All at once: each of those tests keeps everything but its own limit out of the way, so another's cannot turn it red. */
async function withAllCounted(copy: TreeCopy, change: (text: string) => string): Promise<Verdicts> {
  const files = [...new Set(countedLimitsIn(productFiles()).map(({ file }) => file))]
  const run = (left: readonly string[]): Promise<Verdicts> => {
    const [file, ...others] = left
    return file === undefined ? copy.run(attempts) : copy.changed(file, change, () => run(others))
  }
  return run(files)
}

for (const [what, change] of [['raised by one', raised], ['counted in half the window', halved]] as const)
  test(`every number of tries, ${what}, turns its test red`, async () => {
    const [copy] = copies
    assert.ok(copy)
    const verdicts = await withAllCounted(copy, change)
    assert.ok(verdicts.size >= 60, `${verdicts.size} tests ran`)
    assert.deepEqual([...verdicts].filter(([, verdict]) => verdict !== 'assertion failed'), [])
  })

test('every other limit, given way by one, turns its test red', async () => {
  const faults = await withCopies(fixedLimits, async (copy, { what, file, is, weaker, test: proof, title }) => {
    const verdicts = await copy.changed(file, (text) => text.replaceAll(is, weaker), () => copy.run(proof, [title]))
    const verdict = verdicts.get(title) ?? 'not run'
    return verdict === 'assertion failed' ? null : `${what}: “${weaker}” in ${file}: ${title}: ${verdict}`
  })
  assert.deepEqual(faults, [])
})
