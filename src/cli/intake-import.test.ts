import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, mock, test } from 'node:test'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { type Config, readConfig } from '../config.ts'
import { template } from '../officer/intake/file/template.ts'
import { intakeImport } from './intake-import.ts'

let database: TestDatabase
let config: Config
let home: string
before(async () => {
  home = mkdtempSync(join(tmpdir(), 'portolan-intake-'))
  chmodSync(home, 0o755)
  database = await testDatabase()
  const { urls } = database
  const read = readConfig({
    ...{ PORTOLAN_HOME: home, PORTOLAN_LOG: 'silent', DATABASE_URL: urls.portal, DATABASE_OWNER_URL: urls.owner },
    ...{ DATABASE_OFFICE_URL: urls.office, DATABASE_WORKER_URL: urls.worker },
  })
  assert.ok(read.ok)
  config = read.config
})
after(async () => {
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

async function imported(file: string, options: Parameters<typeof intakeImport>[2]) {
  const keep = () => undefined
  const mocks = [mock.method(console, 'error', keep), mock.method(console, 'log', keep)]
  try {
    return await intakeImport(config, file, options)
  } finally {
    for (const each of mocks) each.mock.restore()
  }
}

const written = (name: string, text: string) => {
  const file = join(home, name)
  writeFileSync(file, text)
  return file
}

test('a report that would be the file itself is refused, and the file stays as it is', async () => {
  const file = written('own.csv', template().replace('1985-06-14', '14/06/1985'))
  const before = readFileSync(file, 'utf8')
  assert.equal(await imported(file, { report: join(home, '.', 'own.csv') }), 2)
  assert.equal(readFileSync(file, 'utf8'), before)
})

test('the report beside the file holds what was refused, and goes when nothing is any more; a file named for it is never taken away', async () => {
  const file = written('filings.csv', template().replace('1985-06-14', '14/06/1985'))
  assert.equal(await imported(file, {}), 1)
  assert.match(readFileSync(`${file}.refused.csv`, 'utf8'), /date_of_birth/)
  const other = written('other.txt', 'not ours')
  writeFileSync(file, template())
  assert.equal(await imported(file, { report: other }), 0)
  assert.equal(readFileSync(other, 'utf8'), 'not ours')
  assert.equal(await imported(file, {}), 0)
  assert.equal(existsSync(`${file}.refused.csv`), false)
})
