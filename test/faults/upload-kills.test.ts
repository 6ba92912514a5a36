import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { after, before, test } from 'node:test'
import type { Client } from 'pg'
import { type EmbeddedServer, startEmbeddedServer } from '../../src/platform/db/embedded-server.ts'
import { samplePdf } from '../../src/platform/preview/sample-files.ts'
import { sent } from '../cast/multipart-sender.ts'
import { signUp } from './filer.ts'
import { fillPages, paidScenario, startForm } from './file-i90.ts'
import { openTruth } from './ground-truth.ts'
import { seededRandom } from './random.ts'
import { type ServerProcess, serverProcess } from './server-process.ts'

const killsLeast = 4
const pieceBytes = 512 * 1024
const random = seededRandom(Number(process.env.FAULT_SEED ?? 2026))

let server: ServerProcess
let database: EmbeddedServer
let truth: Client

before(async () => {
  server = await serverProcess()
  await server.start()
  database = await startEmbeddedServer({ home: server.home })
  truth = await openTruth(database)
})
after(async () => {
  await truth?.end()
  await database?.stop()
  await server?.end()
})

const words = randomBytes(3 * 1024 * 1024).toString('hex')
const bytes = samplePdf({ objects: [`<< /Length ${words.length} >>\nstream\n${words}\nendstream`] })

/** A person's own script: what it was told is there, and what it asks. */
async function uploader() {
  const client = await signUp(server.portalUrl, 'killed-upload@example.test')
  const draft = await startForm(client)
  await fillPages(client, draft, paidScenario)
  const { html } = await client.get(`/drafts/${draft}/evidence`)
  const found = (pattern: RegExp) => pattern.exec(html)?.[1] ?? ''
  const [document, csrf] = [found(/name="document" value="([^"]+)"/), found(/name="csrf" value="([^"]*)"/)]
  const { host, port } = new URL(server.portalUrl)
  const headers = { host, origin: server.portalUrl, cookie: client.cookieHeader(), 'tus-resumable': '1.0.0', 'x-portolan-csrf': csrf }
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const ask = (method: string, path: string, more: Record<string, string> = {}) => sent(Number(port), method, path, { ...headers, ...more })
  const about = `filename ${base64('card.pdf')},document ${base64(document)}`
  const { location } = await ask('POST', `/drafts/${draft}/evidence/uploads`, { 'upload-length': `${bytes.length}`, 'upload-metadata': about })
  const offset = async () => Number((await ask('HEAD', location)).headers['upload-offset'])
  /** Sends one piece; the server may be killed once so many of its bytes have left. Null: no answer came. */
  const piece = (from: number, killAfter: number | null) =>
    new Promise<number | null>((settle) => {
      const body = bytes.subarray(from, from + pieceBytes)
      const lines = { 'upload-offset': `${from}`, 'content-type': 'application/offset+octet-stream', 'content-length': `${body.length}` }
      const asked = request({ host: '127.0.0.1', port, method: 'PATCH', path: location, agent: false, headers: { ...headers, ...lines } })
      asked.on('error', () => settle(null))
      asked.on('response', (answer) => settle(answer.resume().statusCode === 204 ? Number(answer.headers['upload-offset']) : null))
      if (killAfter === null) asked.end(body)
      else asked.write(body.subarray(0, killAfter), () => void server.kill())
      if (killAfter === body.length) asked.end()
    })
  return { draft, offset, piece }
}

test('an upload whose server is killed again and again goes on, loses the last piece at most, and comes in whole', async () => {
  const { draft, offset, piece } = await uploader()
  let [at, told, kills] = [0, 0, 0]
  while (told < bytes.length) {
    const length = Math.min(pieceBytes, bytes.length - at)
    const killAfter = kills < killsLeast && at > 0 ? [1, Math.floor(random() * length), length][kills % 3] ?? null : null
    const answered = await piece(at, killAfter)
    if (answered !== null) told = answered
    if (killAfter !== null) {
      kills += 1
      await server.kill()
      await server.start()
    }
    at = await offset()
    assert.ok(at >= told && at <= told + pieceBytes, `${told} bytes were acknowledged, ${at} are there`)
    told = at
  }
  assert.equal(kills, killsLeast)
  const { rows } = await truth.query<{ sha256: string }>('select sha256 from evidence.file where draft = $1', [draft])
  assert.deepEqual(rows, [{ sha256: createHash('sha256').update(bytes).digest('hex') }])
})
