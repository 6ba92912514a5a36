import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { needChromium } from './chromium.mjs'
import { seekClamd } from './clamd.mjs'
import { exitCodeOf, install, root, startPinned } from './install.mjs'
import { runFolder } from './run-folder.mjs'

// Kills, long properties, hostile files: `--runs N` for N times as many, `--seed N` for other ones.
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
const files = readdirSync(join(root, 'test', 'faults'))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join(root, 'test', 'faults', name))
const options = ['--test', '--test-concurrency=1', '--test-reporter=spec', `--test-timeout=${20 * 60_000 * Number(runs)}`]
const own = runFolder()
const env = { ...process.env, ...own.env, FAULT_RUNS: runs, FAULT_SEED: seed }
process.exitCode = await exitCodeOf(startPinned([...options, ...files], { env }))
own.remove()
