import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { needChromium } from './chromium.mjs'
import { seekClamd } from './clamd.mjs'
import { exitCodeOf, install, root, startPinned } from './install.mjs'
import { runFolder } from './run-folder.mjs'

// Kills, long properties, hostile files, and journeys in every way they can be gone: `--runs N` for N times as many, `--seed N` for other ones.
const optionValue = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? usual : process.argv[at + 1]
}
const [runs, seed] = [optionValue('runs', '1'), optionValue('seed', '2026')]
if (!/^[1-9]\d{0,3}$/.test(runs) || !/^\d{1,9}$/.test(seed)) {
  console.error('npm run faults -- --runs N --seed N: both are whole numbers')
  process.exit(2)
}
install()
process.env.CHROMIUM_PATH = needChromium()
process.env.CLAMD_PATH = seekClamd() ?? ''
const testsOf = (folder) =>
  readdirSync(join(root, 'test', folder))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(root, 'test', folder, name))
const journeys = testsOf('journeys').filter((file) => readFileSync(file, 'utf8').includes('waysGone('))
const options = ['--test', '--test-reporter=spec', `--test-timeout=${20 * 60_000 * Number(runs)}`]
const own = runFolder()
const env = { ...process.env, ...own.env, FAULT_RUNS: runs, FAULT_SEED: seed }
const run = (atOnce, files) => exitCodeOf(startPinned([...options, `--test-concurrency=${atOnce}`, ...files], { env }))
// What counts kills and times has the machine to itself; a journey waits more than it works.
const codes = [await run(1, testsOf('faults')), await run(2, journeys)]
process.exitCode = codes.find((code) => code !== 0) ?? 0
own.remove()
