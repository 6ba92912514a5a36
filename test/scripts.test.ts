import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'portolan-scripts-'))
after(() => rmSync(folder, { recursive: true }))

/** A script that runs this TypeScript as bin/start.mjs runs the product. */
const script = (typescript: string) => {
  const file = join(folder, 'program.ts')
  writeFileSync(file, typescript)
  const install = pathToFileURL(join(root, 'bin/install.mjs')).href
  const source = `
    import { exitCodeOf, startPinned } from ${JSON.stringify(install)}
    process.exitCode = await exitCodeOf(startPinned([${JSON.stringify(file)}]))`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  return { child, line: async () => String((await once(lines, 'line'))[0]), exit: once(child, 'exit') }
}

test('what a script starts runs TypeScript on the pinned Node, and its exit code is kept', async () => {
  const { line, exit } = script('const version: string = process.version; console.log(version); process.exitCode = 3')
  assert.match(await line(), /^v26\./)
  assert.deepEqual(await exit, [3, null])
})

test('a signal to a script reaches what it started, and the script ends only after it', async () => {
  const { child, line, exit } = script(`
    setInterval(() => {}, 1000)
    process.once('SIGTERM', () => { console.log('drained'); process.exit(7) })
    console.log('ready')`)
  assert.equal(await line(), 'ready')
  child.kill('SIGTERM')
  assert.equal(await line(), 'drained')
  assert.deepEqual(await exit, [7, null])
})

test('what ends by a signal gives the exit code of that signal', async () => {
  const { exit } = script("process.kill(process.pid, 'SIGKILL')")
  assert.deepEqual(await exit, [137, null])
})
