import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, mock, test } from 'node:test'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { type Config, readConfig } from '../config.ts'
import { template } from '../officer/intake/file/template.ts'
import { samplePdf } from '../platform/preview/sample-files.ts'
import { intakeImport } from './intake-import.ts'
import { intakeLater } from './intake-later.ts'

let database: TestDatabase
let config: Config
let home: string
let papers: string
before(async () => {
  home = mkdtempSync(join(tmpdir(), 'portolan-later-'))
  chmodSync(home, 0o755)
  papers = join(home, 'papers')
  mkdirSync(papers)
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

/** What a command ended with and printed. */
async function ran(command: () => Promise<number>): Promise<{ code: number; said: string }> {
  const said: string[] = []
  const keep = (line: string) => void said.push(line)
  const mocks = [mock.method(console, 'error', keep), mock.method(console, 'log', keep)]
  try {
    return { code: await command(), said: said.join('\n') }
  } finally {
    for (const each of mocks) each.mock.restore()
  }
}
const later = (path: string, options: Parameters<typeof intakeLater>[2] = {}) => ran(() => intakeLater(config, path, options))

test('papers of a folder are taken in, those that were refused are listed in it to be corrected, and brought again nothing changes', async () => {
  const [header = '', filing = ''] = template().split('\r\n')
  writeFileSync(join(home, 'filing.csv'), `${header}\r\nIOE9600000011${filing}\r\n`)
  assert.equal((await ran(() => intakeImport(config, join(home, 'filing.csv'), {}))).code, 0)
  writeFileSync(join(papers, 'answer.pdf'), samplePdf())
  const list = (second: string) => writeFileSync(join(papers, 'manifest.csv'), `file,receipt_number,kind,received_on\nanswer.pdf,ioe-96000 00011,answer,2026-03-09\nother.pdf,IOE9600000011,other,${second}\n`)
  list('2026-03-09')
  const dry = await later(papers, { dryRun: true, json: true })
  assert.deepEqual([dry.code, JSON.parse(dry.said).taken, JSON.parse(dry.said).refused], [1, 1, 1])
  const first = await later(papers)
  assert.deepEqual([first.code, /1 taken in, of which 0 wait for an officer, 0 known before, 1 refused/.test(first.said)], [1, true])
  assert.match(readFileSync(join(papers, 'manifest.refused.csv'), 'utf8'), /other\.pdf/)
  writeFileSync(join(papers, 'other.pdf'), samplePdf({ pages: 2 }))
  const second = await later(papers, { json: true })
  assert.deepEqual([second.code, JSON.parse(second.said).taken, JSON.parse(second.said).known], [0, 1, 1])
  assert.equal(existsSync(join(papers, 'manifest.refused.csv')), false)
  assert.doesNotMatch(first.said + second.said, /Lopez|Harbor|IOE96/)
})

test('what is no folder and no zip, has no list, or would be written over is told, and nothing is done', async () => {
  const empty = join(home, 'empty')
  mkdirSync(empty)
  writeFileSync(join(home, 'not.zip'), 'no zip')
  for (const [path, words] of [[join(home, 'nothing'), /no folder or zip/], [empty, /has no manifest\.csv/], [join(home, 'not.zip'), /is no zip/]] as const) {
    const { code, said } = await later(path)
    assert.deepEqual([code, words.test(said)], [2, true], said)
  }
  assert.equal((await later(papers, { report: join(papers, 'manifest.csv') })).code, 2)
})
