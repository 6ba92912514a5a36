import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Client } from 'pg'
import { layoutOf } from '../../src/app/layout.tsx'
import { recordEntry } from '../../src/audit/index.ts'
import {
  type AskedDocument,
  type EvidenceFile,
  evidenceJobs,
  evidenceRoutes,
  filesOfDraft,
} from '../../src/evidence/index.ts'
import { type Actor, visitor } from '../../src/platform/actor.ts'
import { buildServer, type Listener } from '../../src/platform/http/server.ts'
import type { Visit } from '../../src/platform/http/visit.ts'
import { newId } from '../../src/platform/ids.ts'
import { jobContext } from '../../src/platform/jobs/run-worker.ts'
import { openLog } from '../../src/platform/log.ts'
import { paths } from '../../src/platform/paths.ts'
import type { Services } from '../../src/platform/services.ts'
import { createDiskStorage } from '../../src/platform/storage/index.ts'
import type { Assets } from '../../src/ui/index.ts'
import type { TestDatabase } from '../database.ts'
import { casesGround } from './cases-ground.ts'
import { type Answered, boundary, formOf, only, type Posted, sent, wholeFirst } from './multipart-sender.ts'
import { anyHost } from './services.ts'

/** The draft that a test hands in: whose it is, and which documents its answers ask for. */
export interface TestDraft {
  id: string
  owner: Actor
  documents: AskedDocument[]
  open: boolean
}

export interface EvidenceGroundOptions {
  waitsForCheck?: boolean
  /** In place of what the pack says of documents. */
  documents?: Services['agency']['documents']
  /** For those who want to look at the pages: the built assets. */
  assets?: Assets
  assetsFolder?: string
}

export type EvidenceGround = Awaited<ReturnType<typeof evidenceGround>>

/** The evidence pages on a server that listens, over a real database and disk. Call `end` in `after`. */
export async function evidenceGround(options: EvidenceGroundOptions = {}) {
  const cases = await casesGround()
  const folder = mkdtempSync(join(tmpdir(), 'portolan-evidence-'))
  const agency = options.documents ? { ...cases.services.agency, documents: options.documents } : cases.services.agency
  const services = { ...cases.services, agency, storage: createDiskStorage(folder) }
  const parts = { pool: cases.database.pools.portal, services, record: recordEntry }
  const drafts = new Map<string, TestDraft>()
  const visits = new Map<string, Visit>()
  const faults: unknown[] = []
  const silent = openLog('silent')
  const log = { ...silent, fault: (_line: unknown, fault: unknown) => void faults.push(fault) }
  const build = () => buildServer(
    {
      ...parts,
      name: 'portal',
      origin: services.publicUrl,
      answersTo: anyHost,
      log,
      trustedProxies: [],
      noIndex: true,
      languages: ['en', 'en-XA', 'ar-XB'],
      timeZone: services.agency.timeZone,
      assetsFolder: options.assetsFolder ?? new URL('../../assets/icons', import.meta.url).pathname,
      visitOf: async (secret) => visits.get(secret ?? '') ?? { actor: visitor, session: null, endedAccount: null },
      park: async () => {},
      takeParked: async () => null,
      ready: async () => true,
      layout: layoutOf({
        audience: 'portal',
        agency: services.agency,
        assets: options.assets ?? ((name) => `/assets/${name}`),
        demonstration: true,
        operatorName: '',
        languages: ['en', 'ar-XB'],
        viewerOf: () => ({ kind: 'account' }),
        extendSessionPath: paths.extendSession(),
      }),
    },
    evidenceRoutes({
      waitsForCheck: options.waitsForCheck ?? false,
      usedDraftsOf: async (_context, ids) =>
        new Map(
          ids.flatMap((id) => (drafts.get(id)?.open ? [[id, { form: 'i-90', submission: null, receiptNumber: null, receivedOn: null }] as const] : [])),
        ),
      draftOf: async ({ actor }, id) => {
        const draft = drafts.get(id)
        return draft?.open && draft.owner.id === actor.id ? { id, form: 'i-90', documents: draft.documents } : null
      },
    }),
  )
  const servers = [await listening(await build())]
  const port = servers[0]?.port ?? 0
  let people = 0
  const cookieOf = (actor?: Actor): string => {
    if (!actor) return ''
    const secret = String(actor.id).replaceAll('-', '').slice(0, 22)
    visits.set(secret, visitFor(actor))
    return `portolan_portal=${secret}`
  }
  const askingAt = (at: number) => {
    const send = (method: string, path: string, actor?: Actor, headers: Record<string, string> = {}, body?: AsyncIterable<Buffer>) =>
      sent(at, method, path, { cookie: cookieOf(actor), ...headers }, body)
    const tokenOf = async (path: string, actor?: Actor) =>
      /name="csrf" value="([^"]*)"/.exec((await send('GET', path, actor)).body)?.[1] ?? ''
    return { services, send, tokenOf, cookieOf, port: at }
  }
  const { send, tokenOf } = askingAt(port)
  const workerParts = { ...parts, pool: cases.database.pools.worker, log: silent }
  const context = jobContext(workerParts, 'test')

  return {
    services,
    folder,
    faults,
    database: cases.database,
    as: cases.as,
    openCase: cases.openCase,
    send,
    cookieOf,
    port,
    tokenOf,
    context,
    /** The same pages by a second server, which remembers nothing of what went through the first. */
    async anotherProcess() {
      const another = await listening(await build())
      servers.push(another)
      return askingAt(another.port)
    },
    newAccount: () => {
      people += 1
      return cases.newAccount(`${'p'.repeat(people)}@example.test`)
    },
    newDraft(owner: Actor, documents: AskedDocument[] = [{ id: 'card-copy', required: true, filesMax: 4 }]): TestDraft {
      const draft = { id: newId(), owner, documents, open: true }
      drafts.set(draft.id, draft)
      return draft
    },
    /** Posts the form of a document as a browser does. */
    async upload(draft: TestDraft, posted: Posted = {}, actor: Actor | undefined = draft.owner): Promise<Answered> {
      const path = paths.draftEvidence({ draft: draft.id })
      const csrf = posted.csrf ?? (await tokenOf(path, draft.owner))
      const headers = { origin: services.publicUrl, 'content-type': `multipart/form-data; boundary=${boundary}` }
      return send('POST', path, actor, headers, formOf(csrf, posted))
    },
    /** Sends the whole form before it reads a byte of the answer; returns the answer's first line. */
    async sendWholeFirst(draft: TestDraft, posted: Posted): Promise<string> {
      const form = formOf(posted.csrf ?? '', posted)
      const { origin, path } = { origin: services.publicUrl, path: paths.draftEvidence({ draft: draft.id }) }
      return wholeFirst(port, path, { origin, cookie: cookieOf(draft.owner) }, form)
    },
    async press(path: string, actor: Actor, page: string, fields: Record<string, string> = {}): Promise<Answered> {
      const body = new URLSearchParams({ csrf: await tokenOf(page, actor), ...fields }).toString()
      const headers = { origin: services.publicUrl, 'content-type': 'application/x-www-form-urlencoded' }
      return send('POST', path, actor, headers, only(Buffer.from(body)))
    },
    files: async (draft: TestDraft): Promise<readonly EvidenceFile[]> =>
      (await cases.as(draft.owner).read(filesOfDraft, draft.id)) ?? [],
    /** Runs every job that is queued, and those that come of them; each may be run twice. */
    async work({ twice = false, scanner = services.scanner } = {}): Promise<string[]> {
      const working = { ...context, services: { ...services, scanner } }
      const done: string[] = []
      for (let queued = await takeJobs(cases.database); queued.length > 0; queued = await takeJobs(cases.database)) {
        for (const { task, payload } of queued) {
          const job = evidenceJobs.find((each) => each.task === task)
          await job?.run(working, payload)
          if (twice) await job?.run(working, payload)
          done.push(task)
        }
      }
      return done
    },
    /** Every file on the disk with its size, unfinished ones too. */
    stored: () => storedIn(folder).map(({ path, sizeBytes }) => ({ name: basename(path), sizeBytes })),
    /** Changes a byte near the end of every stored file. */
    async spoilStorage() {
      for (const { path, sizeBytes } of storedIn(folder)) {
        const file = await open(path, 'r+')
        await file.write(Buffer.from('x'), 0, 1, sizeBytes - 20)
        await file.close()
      }
    },
    /** The stored files in which a text can be read. */
    find: (text: string) => storedIn(folder).filter(({ path }) => readFileSync(path).includes(text)),
    /** What an administrator of the database sees or does. */
    rows: (statement: string) => rowsOf(cases.database, statement),
    end: async () => {
      for (const { server } of servers) await server.close()
      await cases.database.drop()
    },
  }
}

async function listening(server: Listener): Promise<{ server: Listener; port: number }> {
  await server.listen({ port: 0, host: '127.0.0.1' })
  return { server, port: (server.server.address() as AddressInfo).port }
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the statement gives
async function rowsOf({ urls }: TestDatabase, statement: string): Promise<any[]> {
  const client = new Client({ connectionString: urls.superuser })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

const takeJobs = (database: TestDatabase): Promise<{ task: string; payload: Record<string, unknown> }[]> =>
  rowsOf(
    database,
    `with taken as (delete from graphile_worker._private_jobs returning id, task_id, payload)
     select tasks.identifier as task, taken.payload from taken
     join graphile_worker._private_tasks tasks on tasks.id = taken.task_id order by taken.id`,
  )

function storedIn(folder: string): { path: string; sizeBytes: number }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({ path, sizeBytes: statSync(path).size }))
}

const later = Temporal.Instant.from('2026-11-24T16:00:00Z')

const visitFor = (actor: Actor): Visit => ({
  actor,
  endedAccount: null,
  session: {
    id: String(actor.sessionId),
    idleEndsAt: later,
    endsAt: later,
    holder: {
      account: String(actor.id),
      stage: 'full',
      nextStep: null,
      accountType: 'applicant',
      hasRecentProof: true,
      hasParkedForm: false,
    },
  },
})
