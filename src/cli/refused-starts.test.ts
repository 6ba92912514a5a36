import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { testDatabase, type TestDatabase } from '../../test/database.ts'

const root = join(import.meta.dirname, '../..')
let folder: string
let database: TestDatabase

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-refused-'))
  database = await testDatabase()
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

/** Starts with these settings; returns the exit code and what was said. */
async function start(settings: Record<string, string>) {
  const env = { ...process.env, PORTOLAN_HOME: folder, PORTOLAN_LOG: 'silent', PORTOLAN_DEMO_SEED: 'no', ...settings }
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'src/main.ts'), 'serve'], { cwd: root, env })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [code] = (await once(child, 'close')) as [number]
  return { code, lines: said.trim().split('\n') }
}

const urls = () => ({
  DATABASE_URL: database.urls.portal,
  DATABASE_OWNER_URL: database.urls.owner,
  DATABASE_OFFICE_URL: database.urls.office,
  DATABASE_WORKER_URL: database.urls.worker,
})

async function refusedWith(settings: Record<string, string>, ...expected: RegExp[]) {
  const { code, lines } = await start(settings)
  assert.equal(code, 1)
  assert.equal(lines.length, expected.length, lines.join('\n'))
  for (const [index, words] of expected.entries()) assert.match(lines[index] ?? '', words)
}

test('wrong settings are all named at once, a line each, before anything is started', () =>
  refusedWith({ PORT: 'abc', PORTOLAN_MODE: 'maybe', PUBLIC_URL: 'nowhere' }, /^PORTOLAN_MODE: /, /^PORT: /, /^PUBLIC_URL: /))

test('a home that is a file, or under a file system that refuses, is one line', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  await refusedWith({ PORTOLAN_HOME: file }, /^PORTOLAN_HOME: .* cannot be made or written/)
  await refusedWith({ PORTOLAN_HOME: '/proc/nowhere/home' }, /^PORTOLAN_HOME: .* cannot be made or written/)
})

test('a database that cannot be reached is one line, without its password', async () => {
  const { code, lines } = await start({ DATABASE_URL: 'postgres://someone:secret-word@127.0.0.1:1/portolan' })
  assert.equal(code, 1)
  assert.equal(lines.length, 1)
  assert.match(lines[0] ?? '', /^DATABASE_URL: /)
  assert.doesNotMatch(lines[0] ?? '', /secret-word/)
})

test('a port in use is one line that names its setting', async () => {
  const taken = createServer()
  await new Promise<void>((settle) => taken.listen(0, '127.0.0.1', settle))
  const { port } = taken.address() as { port: number }
  await refusedWith({ ...urls(), CASHIER_PORT: `${port}` }, /^CASHIER_PORT: \d+ on 127\.0\.0\.1 is in use/)
  await new Promise((settle) => taken.close(settle))
})

test('a demonstration is not opened to the network, and its pack not run in production, by accident', async () => {
  await refusedWith({ HOST: '0.0.0.0' }, /^HOST: .*PORTOLAN_DEMO_PUBLIC=yes/)
  await refusedWith(
    { PORTOLAN_MODE: 'production', PUBLIC_URL: 'http://portal.example' },
    /^OPERATOR_NAME: /, /^MASTER_KEY/, /^SMTP_URL: /, /^PUBLIC_URL: .*https/, /^AGENCY_PACK: .*demonstrations/,
  )
})
