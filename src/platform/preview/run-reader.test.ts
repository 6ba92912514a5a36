import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { it } from 'node:test'
import { readerFlags, usualBudget } from './run-reader.ts'

const sources = fileURLToPath(new URL('../..', import.meta.url))
const attempts = {
  'write a file': `fs.writeFileSync('/tmp/portolan-reader-wrote', '')`,
  'read beyond its libraries': `fs.readFileSync('/etc/hostname')`,
  'read the rest of the product': `fs.readdirSync(${JSON.stringify(sources)})`,
  'start a process': `require('node:child_process').spawnSync('true')`,
  'start a thread': `new (require('node:worker_threads').Worker)('', { eval: true })`,
  'connect to a machine': `await new Promise((done, failed) => net.connect(9, '127.0.0.1').on('error', failed))`,
}

it('the reader of strangers’ files may not write, connect, start anything or read beyond its libraries', () => {
  for (const [what, attempt] of Object.entries(attempts)) {
    const script = `const fs = require('node:fs'), net = require('node:net')
      void (async () => { ${attempt} })().then(() => console.log('allowed'), (fault) => console.log(fault.code))`
    const run = spawnSync(process.execPath, [...readerFlags(usualBudget), '--eval', script], { encoding: 'utf8' })
    assert.equal(run.stdout.trim(), 'ERR_ACCESS_DENIED', `${what}: ${run.stderr}`)
  }
})
