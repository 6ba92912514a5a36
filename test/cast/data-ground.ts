import { buffer } from 'node:stream/consumers'
import { createHash } from 'node:crypto'
import { Logger, runOnce, type TaskList } from 'graphile-worker'
import { Pool } from 'pg'
import { fromBuffer, type ZipFile } from 'yauzl'
import { recordEntry } from '../../src/audit/index.ts'
import { sealedFileReader } from '../../src/platform/crypto/sealed-file.ts'
import { sealedFor } from '../../src/evidence/stored-file.ts'
import { type Actor, visitor } from '../../src/platform/actor.ts'
import { newId } from '../../src/platform/ids.ts'
import type { Chore } from '../../src/platform/jobs/job.ts'
import { jobContext } from '../../src/platform/jobs/run-worker.ts'
import { openLog } from '../../src/platform/log.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { askArchive } from '../../src/portal/my-data/ask-archive.ts'
import { type ArchiveFrame, makeArchiveJob } from '../../src/portal/my-data/make-archive.ts'
import { takeArchive } from '../../src/portal/my-data/take-archive.ts'
import { portalChores } from '../../src/portal/index.ts'
import { sealName } from '../../src/evidence/stored-file.ts'
import { testRequest } from './services.ts'
import { submitGround } from './submit-ground.ts'

export const demonstrationSentence = 'Demonstration of Portolan'

/** A file out of a zip, by its path. */
export type Unzipped = ReadonlyMap<string, Buffer>

export const jsonIn = (files: Unzipped, path: string) => JSON.parse(String(files.get(path) ?? 'null'))

/** Reads a whole zip with another hand than the one that wrote it. */
export function unzip(bytes: Buffer): Promise<Unzipped> {
  return new Promise((settle, fail) => {
    const files = new Map<string, Buffer>()
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (fault, zip) => {
      if (fault) return fail(fault)
      zip.on('entry', (entry) =>
        readEntry(zip, entry).then((read) => {
          files.set(entry.fileName, read)
          zip.readEntry()
        }, fail),
      )
      zip.on('end', () => settle(files))
      zip.on('error', fail)
      zip.readEntry()
    })
  })
}

const readEntry = (zip: ZipFile, entry: Parameters<ZipFile['openReadStream']>[0]): Promise<Buffer> =>
  new Promise((settle, fail) => {
    zip.openReadStream(entry, (fault, stream) => (fault ? fail(fault) : buffer(stream).then(settle, fail)))
  })

/** People with filings, and the job and chores of their data. Call `end` in `after`. */
export async function dataGround() {
  const ground = await submitGround()
  const { services, database, rows } = ground
  const log = openLog('silent')
  const worker = { pool: database.pools.worker, services, record: recordEntry, log }
  const queue = new Pool({ connectionString: database.urls.worker, max: 2 })
  queue.on('error', () => {})
  queue.on('connect', (client) => client.on('error', () => {}))
  const owner = database.pools.owner as NonNullable<typeof database.pools.owner>

  const jobContextOf = (name: string) => jobContext(worker, name)
  /** Runs what is queued of the archives; the frame may be another one. */
  async function makeArchives(frame: ArchiveFrame = { demonstration: () => demonstrationSentence }): Promise<void> {
    const job = makeArchiveJob(frame)
    const taskList: TaskList = { [job.task]: (payload) => job.run(jobContextOf(job.task), payload as Record<string, unknown>) }
    await runOnce({ pgPool: queue, taskList, logger: new Logger(() => () => undefined) })
  }

  const archivesOf = (account: string) =>
    owner.selectFrom('portal.archive').selectAll().where('account', '=', account).orderBy('asked_at').execute()

  /** A person proves a factor anew in the session they are in. */
  const prove = (actor: Actor) =>
    owner.updateTable('accounts.session').set({ proved_at: services.clock.now() }).where('id', '=', String(actor.sessionId)).execute()

  async function storedBytes(account: string, storageKey: string): Promise<Buffer> {
    const reader = sealedFileReader(services.keys, { owner: account, file: storageKey })
    return buffer((await services.storage.get(storageKey)).pipe(reader))
  }

  return {
    ...ground,
    owner,
    rows,
    worker,
    jobContextOf,
    makeArchives,
    archivesOf,
    prove,
    storedBytes,
    visitor: (request = testRequest) => performerFor({ pool: database.pools.portal, services, record: recordEntry }, visitor, request),
    /** Runs the job of one archive as a worker would, beside whatever else runs. */
    makeOne: (archive: string) => makeArchiveJob({ demonstration: () => undefined }).run(jobContextOf('portal.make-archive'), { archive }),
    ask: (actor: Actor) => ground.as(actor).perform(askArchive, {}),
    take: (actor: Actor, archive: string) => ground.as(actor).perform(takeArchive, { archive }),
    runChore: (chore: Chore) => chore.run(jobContextOf(chore.name)),
    async runChores() {
      for (const chore of portalChores) await chore.run(jobContextOf(chore.name))
    },
    /** A case of this account that is decided. */
    async openFinalCase(account: string): Promise<string> {
      const opened = await ground.openCase({ account, status: 'rejected-fee' })
      return opened.caseId
    },
    /** A supervisor opens the file of each case of an account, and signs the person out: the staff member's id. */
    async openFileOf(account: string): Promise<string> {
      const [staff, session, at] = [newId(), newId(), services.clock.now()]
      const secret = { email_hash: newId() + newId(), email_sealed: Buffer.from('x'), role: 'supervisor', added_at: at }
      await owner.insertInto('officer.staff').values({ id: staff, ...secret }).execute()
      const visit = { stage: 'full', begun_at: at, last_seen_at: at, ends_at: at.add({ hours: 1 }), secret_hash: newId() + newId() }
      await owner.insertInto('officer.staff_session').values({ id: session, staff, ...visit }).execute()
      const cases = await owner.selectFrom('cases.party').select('case').where('account', '=', account).execute()
      for (const { case: caseId } of cases)
        await owner
          .insertInto('officer.file_opening')
          .values({ id: newId(), staff, session, case: caseId, role: 'supervisor', reason: 'decision', at })
          .execute()
      await owner.insertInto('officer.person_opening').values({ id: newId(), staff, session, account, role: 'supervisor', reason: 'decision', at }).execute()
      await rows(
        `insert into audit.entry (at, operation, actor_kind, actor_id, account, subject, outcome, detail)
         values ($1, 'officer.look', 'staff', $2, $3, $2, 'done', $4)`,
        [at.toString(), staff, account, JSON.stringify({ by: staff })],
      )
      return staff
    },
    /** What is in the newest archive that was made for an account. */
    async newestArchive(account: string): Promise<Unzipped> {
      const ready = (await archivesOf(account)).filter(({ ready_at }) => ready_at).at(-1)
      if (!ready?.storage_key) throw new Error('no archive is ready')
      return unzip(await storedBytes(account, ready.storage_key))
    },
    /** A file of a person's draft whose bytes lie in the storage. */
    async storeFile(actor: Actor, draft: string, name: string, bytes: Buffer, state: 'clean' | 'received' | 'refused' = 'clean', translates: string | null = null) {
      const account = String(actor.id)
      const [id, storage_key] = [newId(), newId()]
      const now = services.clock.now()
      await services.storage.put(storage_key, sealedFor(services.keys, { account, storageKey: storage_key }, [bytes]))
      const checked = { clean: { pages: 1, checked_at: now }, refused: { refusal: 'malware', checked_at: now }, received: {} }[state]
      await owner
        .insertInto('evidence.file')
        .values({
          id,
          account,
          draft,
          document: 'other',
          translates,
          name_sealed: sealName(services.keys, account, id, name),
          type: 'pdf',
          size_bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          storage_key,
          state,
          uploaded_at: now,
          ...checked,
        })
        .execute()
      return { id, storageKey: storage_key }
    },
    async end() {
      await queue.end()
      await ground.end()
    },
  }
}

export type DataGround = Awaited<ReturnType<typeof dataGround>>
