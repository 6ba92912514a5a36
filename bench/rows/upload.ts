import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { freeScenario, fillPages, startForm } from '../../test/faults/file-i90.ts'
import { samplePdf } from '../../src/platform/preview/sample-files.ts'
import { formWith, type WebClient } from '../../test/web-client.ts'
import { ask } from '../ground/ask.ts'
import { type Deployment, freePort } from '../ground/deployment.ts'
import { type MeasuredProcess, startMeasured } from '../ground/measured-process.ts'
import { signIn } from '../ground/people.ts'
import { openQuiet } from '../ground/quiet.ts'
import { inTurns, type Round, round } from '../measure.ts'
import { milliseconds, type Row } from '../table.ts'

const megabyte = 1024 * 1024
const sizeBytes = 11.5 * megabyte
const rounds = 9
const atOnce = 20
const draftsAtOnce = 4
const floorShares = { plain: 0.6, resumable: 0.75 }
const rssMost = 200 * megabyte
const document = 'other-document'

/** A PDF of the size, different every time: a file that is there already is not taken twice. */
const bigPdf = (): Buffer => {
  const words = randomBytes(sizeBytes / 2).toString('hex')
  return samplePdf({ objects: [`<< /Length ${words.length} >>\nstream\n${words}\nendstream`] })
}

async function draftWithEvidence(client: WebClient): Promise<string> {
  const draft = await startForm(client)
  await fillPages(client, draft, freeScenario)
  await client.get(`/drafts/${draft}/evidence`)
  return draft
}

/** The form of one document, filled in as a browser does: token first, file last. */
function multipartOf(client: WebClient, file: Buffer) {
  const forms = client.last.html.match(/<form\b[\s\S]*?<\/form>/g) ?? []
  const form = formWith(forms.find((each) => each.includes(`value="${document}"`)) ?? client.last.html, 'Upload')
  const boundary = `bench-${randomBytes(8).toString('hex')}`
  const field = ([name, value]: [string, string]) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const head = form.fields.map(field).join('')
  const about = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="big.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  return {
    body: Buffer.concat([Buffer.from(head + about), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      cookie: client.cookieHeader(),
      origin: client.origin,
    },
  }
}

/** The first piece as the page's script sends it; on a line this fast all the rest is the second. */
const firstPiece = megabyte

/** Announces a file and sends it in pieces, as the script does. */
async function sendResumable(agent: Agent, deployment: Deployment, client: WebClient, draft: string, file: Buffer): Promise<void> {
  const forms = client.last.html.match(/<form\b[\s\S]*?<\/form>/g) ?? []
  const { fields } = formWith(forms.find((each) => each.includes(`value="${document}"`)) ?? client.last.html, 'Upload')
  const token = fields.find(([name]) => name === 'csrf')?.[1] ?? ''
  const own = { cookie: client.cookieHeader(), origin: client.origin, 'tus-resumable': '1.0.0', 'x-portolan-csrf': token }
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const about = { 'upload-length': `${file.length}`, 'upload-metadata': `filename ${base64('big.pdf')},document ${base64(document)}` }
  const begun = await ask(agent, `${deployment.url}/drafts/${draft}/evidence/uploads`, { method: 'POST', headers: { ...own, ...about } })
  if (begun.status !== 201) throw new Error(`an upload was not begun: ${begun.status}`)
  for (const [from, to] of [[0, firstPiece], [firstPiece, file.length]] as const) {
    const piece = { 'upload-offset': `${from}`, 'content-type': 'application/offset+octet-stream' }
    const body = file.subarray(from, to)
    const { status, headers } = await ask(agent, deployment.url + begun.headers.location, { method: 'PATCH', headers: { ...own, ...piece }, body })
    if (status !== 204 || Number(headers['upload-offset']) !== to) throw new Error(`a piece gave ${status}`)
  }
}

/** Makes what is sent before the clock runs: a browser has it too. */
type Prepare = () => () => Promise<void>

/** A file of nearly twelve megabytes, one after the other beside the bare stream, and twenty at once for the memory. */
export async function uploadRows(deployment: Deployment): Promise<Row[]> {
  const [port, folder] = [await freePort(), join(deployment.home, 'floor-files')]
  mkdirSync(folder)
  const floor = await startMeasured({
    file: 'bench/floor/bare-upload.ts',
    env: { PORT: `${port}`, FOLDER: folder },
    readyOn: /ready/,
    logFile: join(deployment.home, 'floor.log'),
  })
  const [agent, quiet] = [new Agent({ keepAlive: true }), await openQuiet(deployment)]
  // Two people: one alone may not have so much in drafts.
  const [client, other] = [await signIn(deployment, 3), await signIn(deployment, 4)]
  const bare = (path: string): Prepare => () => {
    const body = bigPdf()
    return async () => void (await ask(agent, `http://127.0.0.1:${port}${path}`, { method: 'POST', body }))
  }
  const plain = (draft: string): Prepare => () => {
    const { body, headers } = multipartOf(client, bigPdf())
    return () => sendPlain(agent, `${deployment.url}/drafts/${draft}/evidence`, headers, body)
  }
  const resumable = (draft: string): Prepare => () => {
    const file = bigPdf()
    return () => sendResumable(agent, deployment, other, draft, file)
  }
  /** One upload, and the check of it outside the time: the bare stream checks nothing, and nobody waits for it. */
  const one = (server: MeasuredProcess, prepare: Prepare) => () => {
    const send = prepare()
    return round(deployment, { server, jobs: deployment.worker }, { operations: 1, parallel: 1, settled: quiet.settled }, send)
  }
  try {
    const [draft, more] = [await draftWithEvidence(client), await draftWithEvidence(other)]
    const taken = await inTurns(rounds, {
      floor: one(floor, bare('/')),
      plain: one(deployment.portal, plain(draft)),
      unsynced: one(floor, bare('/unsynced')),
      resumable: one(deployment.portal, resumable(more)),
    })
    const many = async (who: WebClient, prepare: (draft: string) => Prepare) => {
      const drafts: string[] = []
      for (let each = 0; each < draftsAtOnce; each += 1) drafts.push(await draftWithEvidence(who))
      const sends = Array.from({ length: atOnce }, (_, n) => prepare(drafts[n % draftsAtOnce] ?? draft)())
      return rssWhile(deployment, async () => void (await Promise.all(sends.map((send) => send()))))
    }
    const [plainRss, resumableRss] = [await many(client, plain), await many(other, resumable)]
    return [rowOf('plain', taken, plainRss), rowOf('resumable', taken, resumableRss)]
  } finally {
    agent.destroy()
    await quiet.close()
    await floor.stop()
  }
}

async function sendPlain(agent: Agent, url: string, headers: Record<string, string>, body: Buffer): Promise<void> {
  const { status, headers: got } = await ask(agent, url, { method: 'POST', headers, body })
  if (status !== 303 || !/received/.test(got.location ?? '')) throw new Error(`an upload gave ${status} ${got.location}`)
}

async function rssWhile({ portal }: Deployment, work: () => Promise<void>): Promise<number> {
  const seen: number[] = []
  let over = false
  const watching = (async () => {
    while (!over) {
      seen.push((await portal.usage()).rssBytes)
      await new Promise((settle) => setTimeout(settle, 50))
    }
  })()
  await work()
  over = true
  await watching
  return Math.max(...seen)
}

type Way = keyof typeof floorShares

function rowOf(way: Way, taken: Record<Way | 'floor' | 'unsynced', Round>, rss: number): Row {
  const ours = taken[way]
  const [speed, bare, unsynced] = [ours, taken.floor, taken.unsynced].map(({ perSecond }) => (perSecond * sizeBytes) / megabyte) as [number, number, number]
  const floorShare = floorShares[way]
  const shares = `${Math.round((speed / bare) * 100)} % of the floor, ${Math.round((speed / unsynced) * 100)} % of one that does not wait for the disk`
  return {
    work: `evidence upload of 11.5 MB, ${way === 'plain' ? 'plain form' : 'resumable'}`,
    rate: `${speed.toFixed(0)} MB/s`,
    cpu: milliseconds(ours.cpuMs),
    jobsCpu: milliseconds(ours.jobsCpuMs),
    postgresCpu: milliseconds(ours.postgresCpuMs),
    floor: `stream to disk + sha256 + AES-GCM, durable: ${bare.toFixed(0)} MB/s, ${milliseconds(taken.floor.cpuMs)}`,
    ratio: `${shares}; ${Math.round(rss / megabyte)} MB RSS with ${atOnce} at once`,
    reach: `≥ ${floorShare * 100} %, < ${rssMost / megabyte} MB`,
    reached: speed / bare >= floorShare && rss < rssMost,
  }
}
