import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Client } from 'pg'
import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { readSchema } from './schema-reader.ts'
import { unprivilegedUser } from './server-home.ts'
import { freePort } from './server-process.ts'

const binaries = '/usr/lib/postgresql/15/bin'

test('PostgreSQL 15 makes the same schema, and its gate must be asked for too', {
  skip: !existsSync(binaries),
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-15-'))
  const user = unprivilegedUser()
  const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')]
  writeFileSync(passwordFile, 'administrator')
  for (const path of [folder, passwordFile]) {
    if (user) chownSync(path, user.uid, user.gid)
  }
  chmodSync(folder, 0o700)
  const run = (name: string, ...args: string[]) =>
    execFileSync(join(binaries, name), args, { ...user, cwd: folder, stdio: 'ignore' })
  const port = await freePort()
  run(
    'initdb',
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
    '-N',
  )
  run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-o', `-p ${port} -h 127.0.0.1 -k '' -F`, '-w', 'start')
  try {
    const databaseUrl = `postgres://postgres:administrator@127.0.0.1:${port}/postgres`
    const { urls } = await openDatabase({ home: join(folder, 'home'), databaseUrl })
    await migrate(urls.owner, { gapsAllowed: true })
    const [owner, portal] = [new Client(urls.owner), new Client(urls.portal)]
    await Promise.all([owner.connect(), portal.connect()])
    const schema = await readSchema(owner)
    const { rows } = await portal.query(
      "select pg_has_role('portolan_gate', 'usage') has, pg_has_role('portolan_gate', 'member') may",
    )
    await Promise.all([owner.end(), portal.end()])
    assert.equal(schema, readFileSync(join(import.meta.dirname, '../../../migrations/schema.sql'), 'utf8'))
    assert.deepEqual(rows, [{ has: false, may: true }])
  } finally {
    run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
    rmSync(folder, { recursive: true })
  }
})
