import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { needChromium } from './chromium.mjs'
import { seekClamd } from './clamd.mjs'
import { exitCodeOf, install, root, startPinned } from './install.mjs'
import { runFolder } from './run-folder.mjs'
import { lanesOf } from './test-lanes.mjs'

/** For a test, and for a whole file: the runner counts both alike. */
const timeoutMs = 900_000
const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'))
const patterns = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))

/** Test files on disk, but those of `npm run faults`. */
const testFiles = () =>
  ['src', 'agency', 'test', 'bench']
    .flatMap((folder) => walk(join(root, folder)))
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.startsWith(join(root, 'test', 'faults')))
    .filter((file) => patterns.length === 0 || patterns.some((pattern) => relative(root, file).includes(pattern)))
    .sort()

const walk = (folder) => {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
    )
  } catch {
    return []
  }
}

/** One process for these files. `aside`: what it prints waits until it has ended, because another one prints meanwhile. */
const run = async (kind, files, aside = false) => {
  if (files.length === 0 || interrupted) return { code: 0, printed: '', passed: 0, failed: 0, ran: [] }
  const named = files.map((file) => ({ name: relative(root, file), file }))
  const written = join(own.folder, `${kind}.json`)
  const child = startPinned(
    [
      '--test',
      '--test-isolation=none',
      `--test-timeout=${timeoutMs}`,
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      `--test-reporter=${pathToFileURL(join(root, 'bin', 'test-record.mjs'))}`,
      `--test-reporter-destination=${written}`,
      ...options,
      join(root, 'bin', 'test-entry.mjs'),
    ],
    {
      env: { ...process.env, ...own.env, PORTOLAN_TEST_FILES: JSON.stringify(named) },
      stdio: ['inherit', aside ? 'pipe' : 'inherit', 'inherit'],
    },
  )
  const printed = []
  child.stdout?.on('data', (chunk) => printed.push(chunk))
  const code = await exitCodeOf(child)
  const { counts, files: ran } = readRecord(written)
  return { code, printed: Buffer.concat(printed), passed: counts.passed ?? 0, failed: (counts.failed ?? 0) + (counts.cancelled ?? 0), ran }
}

const readRecord = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { counts: {}, files: [] }
  }
}

const startServer = async () => {
  const holder = startPinned([join('src', 'platform', 'db', 'hold-scratch-server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit')])
  if (holder.exitCode !== null) process.exit(1)
  return async () => {
    holder.stdin.end()
    if (holder.exitCode === null) await once(holder, 'exit')
  }
}

let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (interrupted = true))
install()
const files = testFiles()
const isJourney = (file) => file.startsWith(join(root, 'test', 'journeys'))
if (files.some(isJourney)) process.env.CHROMIUM_PATH = needChromium()
if (files.some((file) => /clamd[^/]*\.test\.ts$/.test(file))) process.env.CLAMD_PATH = seekClamd() ?? ''
const own = runFolder()
const stopServer = await startServer()
/** So many processes at once; what each but the first prints comes after it. */
const runAtOnce = async (kind, count, files) => {
  const lanes = await Promise.all(lanesOf(files, count).map((lane, index) => run(`${kind}-${index}`, lane, index > 0)))
  for (const { printed } of lanes) process.stdout.write(printed)
  return lanes
}
// For two cores: a fast test waits for the database longer than it works, a journey keeps a browser busy besides itself.
const fast = await runAtOnce('fast', 3, files.filter((file) => !isJourney(file)))
const runs = [...fast, ...(await runAtOnce('journeys', 2, files.filter(isJourney)))]
await stopServer()
own.remove()

const ran = new Set(runs.flatMap((each) => each.ran))
const unheard = options.length > 0 ? [] : files.filter((file) => !ran.has(file))
for (const file of unheard) console.log(`no test of ${relative(root, file)} ran`)
if (files.length === 0) console.log('no test file fits')
const sum = (of) => runs.reduce((all, each) => all + of(each), 0)
const passed = sum((each) => each.passed)
const failures = sum((each) => each.failed) + unheard.length
console.log(`${passed} passed, ${failures} failed`)
process.exitCode = runs.some(({ code }) => code !== 0) || failures > 0 || passed === 0 || interrupted ? 1 : 0
