import type { Client } from 'pg'
import { type Answered, boundary, formOf, only, type Posted, sent } from '../cast/multipart-sender.ts'
import { type AskTus, deliverByPieces } from '../hostile-files/deliver-by-pieces.ts'
import { deliveredByForm, type Sender } from '../hostile-files/judge-file.ts'
import type { TusPerson } from '../hostile-files/judge-uploads.ts'
import { csrfHeaderName } from '../../src/platform/http/csrf.ts'
import type { WebClient } from '../web-client.ts'
import { fillPages, paidScenario, startForm } from './file-i90.ts'
import { signUp } from './filer.ts'

/** A person of their own with a draft whose answers ask for a document. */
export interface Uploader extends Sender {
  readonly draft: string
  readonly document: string
  readonly client: WebClient
  /** The token of its page. */
  readonly csrf: string
  upload(fileName: string, bytes: Buffer): Promise<Answered>
  readonly port: number
  /** What stands in the head of each of their requests in tus. */
  own(): Record<string, string>
  /** Asks as the page's script does, in tus. */
  tus: AskTus
  /** Begins an upload and does not wait: the answer, or the fault of a connection that broke. */
  send(posted: Posted): ReturnType<typeof sent>
}

const looksMost = 4_000
const lookEveryMilliseconds = 30

/** Looks until it holds; each look is bounded, and so are they all. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < looksMost; look += 1) {
    if (await holds()) return
    await new Promise((settle) => setTimeout(settle, lookEveryMilliseconds))
  }
  throw new Error(`it never came that ${what}`)
}

const jobsOfDraft = `select count(*)::int as n from graphile_worker._private_jobs job
  join graphile_worker._private_tasks task on task.id = job.task_id
  where task.identifier like 'evidence.%' and job.run_at < now() + interval '1 hour' and job.payload->>'file' in (select id::text from evidence.file where draft = $1)`

/** Whether every job of this draft's files is done; what is put off for a day does not count. */
export async function isIdle(truth: Client, draft: string): Promise<boolean> {
  const { rows } = await truth.query<{ n: number }>(jobsOfDraft, [draft])
  return rows[0]?.n === 0
}

export async function newUploader(portalUrl: string, truth: () => Client, email: string): Promise<Uploader> {
  const client = await signUp(portalUrl, email)
  const draft = await startForm(client)
  await fillPages(client, draft, paidScenario)
  const evidencePage = `/drafts/${draft}/evidence`
  const { html } = await client.get(evidencePage)
  const document = /name="document" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const csrf = /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''
  const port = Number(new URL(portalUrl).port)
  const headers = () => ({ host: new URL(portalUrl).host, origin: portalUrl, 'sec-fetch-site': 'same-origin', cookie: client.cookieHeader() })
  const send = (posted: Posted) =>
    sent(port, 'POST', evidencePage, { ...headers(), 'content-type': `multipart/form-data; boundary=${boundary}` }, formOf(csrf, { document, ...posted }))
  const upload = (fileName: string, file: Buffer) => send({ fileName, file })
  const get = (path: string) => sent(port, 'GET', path, headers())
  const own = () => ({ host: new URL(portalUrl).host, origin: portalUrl, cookie: client.cookieHeader(), 'tus-resumable': '1.0.0', [csrfHeaderName]: csrf })
  const tus: AskTus = (method, path, more = {}, body) => sent(port, method, path, { ...own(), ...more }, body && only(body))
  return {
    client,
    csrf,
    port,
    own,
    draft,
    document,
    evidencePage,
    send,
    upload,
    get,
    tus,
    deliver: async (fileName, file) => deliveredByForm(await upload(fileName, file), get),
    post: (path) => sent(port, 'POST', path, { ...headers(), 'content-type': 'application/x-www-form-urlencoded' }, only(Buffer.from(new URLSearchParams({ csrf }).toString()))),
    settle: () => until('every check of the draft is done', () => isIdle(truth(), draft)),
  }
}

/** The same person, whose files come in pieces as the page's script sends them. */
export const inPieces = (uploader: Uploader, random: () => number): Uploader => ({
  ...uploader,
  deliver: (fileName, bytes) => deliverByPieces({ ...uploader, random }, fileName, bytes),
})

/** The same person as the judge of broken uploads needs them. */
export const asTusPerson = (uploader: Uploader, truth: Client): TusPerson => ({
  ...uploader,
  async filesTaken() {
    const { rows } = await truth.query<{ sha256: string }>('select sha256 from evidence.file where draft = $1 and removed_at is null', [uploader.draft])
    return rows.map(({ sha256 }) => sha256)
  },
  expire: async (upload) => void (await truth.query("update evidence.resumable_upload set expires_at = now() - interval '1 second' where id = $1", [upload])),
  async clear() {
    const { rows } = await truth.query<{ id: string }>('select id from evidence.file where draft = $1 and removed_at is null', [uploader.draft])
    for (const { id } of rows) await uploader.post(`${uploader.evidencePage}/${id}/remove`)
  },
})
