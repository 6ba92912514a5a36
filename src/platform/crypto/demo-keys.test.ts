import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { demoKeyFile, loadOrCreateDemoKeys } from './demo-keys.ts'

const home = mkdtempSync(join(tmpdir(), 'portolan-keys-'))
after(() => rmSync(home, { recursive: true }))
const numberKeyOf = (folder: string) => loadOrCreateDemoKeys(folder).numberKey('receipt-number').toString('hex')

test('the demo makes its keys once, in a file only its owner reads, and leaves nothing else behind', () => {
  const folder = join(home, 'once', 'deep')
  const first = numberKeyOf(folder)
  assert.equal(numberKeyOf(folder), first)
  assert.equal(statSync(demoKeyFile(folder)).mode & 0o777, 0o600)
  assert.equal(statSync(folder).mode & 0o066, 0, 'nobody else lists the home, which these keys are the first to make')
  assert.deepEqual(readdirSync(folder), ['demo-keys'])
  assert.ok(loadOrCreateDemoKeys(folder).isDemo)
})

test('processes that start at the same moment end with the same keys', async () => {
  const folder = join(home, 'race')
  const script = `import { loadOrCreateDemoKeys } from '${new URL('./demo-keys.ts', import.meta.url).href}'
    process.stdout.write(loadOrCreateDemoKeys(${JSON.stringify(folder)}).numberKey('receipt-number').toString('hex'))`
  const start = () =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script])
  const outputs = await Promise.all(Array.from({ length: 4 }, start))
  assert.equal(new Set(outputs.map(({ stdout }) => stdout)).size, 1)
  assert.match(outputs[0]?.stdout ?? '', /^[0-9a-f]{64}$/)
})

test('a damaged key file is never replaced', () => {
  const folder = join(home, 'damaged')
  loadOrCreateDemoKeys(folder)
  writeFileSync(demoKeyFile(folder), 'demo:short\n')
  assert.throws(() => loadOrCreateDemoKeys(folder), /cannot be read: .*key-secret-not-32-bytes/)
})
