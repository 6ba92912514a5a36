import type { Client } from 'pg'
import { boundary, formOf, only, type Posted, sent } from '../cast/multipart-sender.ts'
import type { Sender } from '../hostile-files/judge-file.ts'
import type { WebClient } from '../web-client.ts'
import { fillPages, paidScenario, startForm } from './file-i90.ts'
import { signUp } from './filer.ts'

/** A person of their own with a draft whose answers ask for a document. */
export interface Uploader extends Sender {
  readonly draft: string
  readonly document: string
  readonly client: WebClient
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
  where task.identifier like 'evidence.%' and job.payload->>'file' in (select id::text from evidence.file where draft = $1)`

/** Whether every job of this draft's files is done. */
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
  return {
    client,
    draft,
    document,
    evidencePage,
    send,
    upload: (fileName, file) => send({ fileName, file }),
    get: (path) => sent(port, 'GET', path, headers()),
    post: (path) => sent(port, 'POST', path, { ...headers(), 'content-type': 'application/x-www-form-urlencoded' }, only(Buffer.from(new URLSearchParams({ csrf }).toString()))),
    settle: () => until('every check of the draft is done', () => isIdle(truth(), draft)),
  }
}
