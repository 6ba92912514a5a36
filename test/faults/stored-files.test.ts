import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import type { Client } from 'pg'
import { type EmbeddedServer, startEmbeddedServer } from '../../src/platform/db/embedded-server.ts'
import { samplePdf } from '../../src/platform/preview/sample-files.ts'
import { type RealClamd, realClamd } from '../cast/real-clamd.ts'
import { type S3Server, s3Server } from '../cast/s3-server.ts'
import { filesOnPage } from '../hostile-files/read-evidence-page.ts'
import { plainText } from '../web-client.ts'
import { farSide } from './far-side.ts'
import { openTruth } from './ground-truth.ts'
import { type ServerProcess, serverProcess } from './server-process.ts'
import { newUploader, until, type Uploader } from './uploader.ts'

const rounds = Number(process.env.FAULT_RUNS ?? 1)
let made = 0
/** Different bytes each time; of about so many. */
function paper(bytes = 1_000, pages = 1): Buffer {
  made += 1
  return samplePdf({ pages, objects: [`null %${made} ${'x'.repeat(bytes)}`] })
}

interface Ground {
  server: ServerProcess
  truth: () => Client
  uploader: Uploader
  end(): Promise<void>
}

async function openGround(settings: Record<string, string>): Promise<Ground> {
  const server = await serverProcess(settings)
  await server.start()
  const database: EmbeddedServer = await startEmbeddedServer({ home: server.home })
  const truth = await openTruth(database)
  const uploader = await newUploader(server.portalUrl, () => truth, 'uploader@example.test')
  return {
    server,
    truth: () => truth,
    uploader,
    end: async () => {
      await truth.end()
      await database.stop()
      await server.end()
    },
  }
}

const outcomeOf = ({ location }: { location: string }) => new URL(location || '/none', 'http://portal.test').searchParams.get('outcome')
const pageOf = async ({ get, evidencePage }: Uploader) => (await get(evidencePage)).body
const storageWords = /Our file storage does not answer/

async function rowsOf({ truth, uploader }: Ground): Promise<{ state: string; previews: number }[]> {
  return (await truth().query('select state, previews from evidence.file where draft = $1 and removed_at is null order by uploaded_at', [uploader.draft])).rows
}

/** What was acknowledged is there once each, clean, and byte for byte; then it is taken away. */
async function assertKept(ground: Ground, sent: readonly Buffer[]): Promise<void> {
  const { uploader } = ground
  await until('every file is clean', async () => {
    const rows = await rowsOf(ground)
    return rows.length === sent.length && rows.every(({ state }) => state === 'clean')
  })
  const files = filesOnPage(await pageOf(uploader))
  const served = await Promise.all(files.map(async ({ download }) => (await uploader.get(download ?? '/none')).bytes))
  for (const bytes of sent) assert.equal(served.filter((each) => each.equals(bytes)).length, 1)
  for (const { remove } of files) await uploader.post(remove)
}

describe('the scanner', () => {
  let clamd: RealClamd
  let ground: Ground
  before(async () => {
    clamd = await realClamd()
    ground = await openGround({ CLAMAV_URL: clamd.url })
  })
  after(async () => {
    await ground?.end()
    await clamd?.end()
  })

  it('killed in the middle of a queue: every file waits, the page says since when, and all are judged once it is back', async () => {
    const { uploader } = ground
    process.kill(clamd.pid, 'SIGSTOP')
    const sent = [paper(), paper(), paper()]
    for (const bytes of sent) assert.equal(outcomeOf(await uploader.upload('paper.pdf', bytes)), 'received')
    await clamd.kill()
    await until('the page says that the scanner is away', async () => /Our virus scanner has been away since/.test(plainText(await pageOf(uploader))))
    assert.ok((await rowsOf(ground)).every(({ state }) => state === 'received'))
    assert.ok(filesOnPage(await pageOf(uploader)).every(({ download }) => download === null))
    await clamd.start()
    await assertKept(ground, sent)
  })

  it('hanging while the server is killed: the file is judged by the next process, and its page says that it is being checked', async () => {
    const { uploader, server } = ground
    process.kill(clamd.pid, 'SIGSTOP')
    const bytes = paper()
    assert.equal(outcomeOf(await uploader.upload('paper.pdf', bytes)), 'received')
    await server.kill()
    await server.start()
    assert.match(plainText(await pageOf(uploader)), /We are checking what you uploaded/)
    process.kill(clamd.pid, 'SIGCONT')
    await assertKept(ground, [bytes])
  })
})

describe('a bucket', () => {
  let s3: S3Server
  let far: Awaited<ReturnType<typeof farSide>>
  let ground: Ground
  before(async () => {
    s3 = await s3Server()
    far = await farSide(() => s3.settings().endpoint ?? '')
    ground = await openGround({ STORAGE_URL: `s3://papers?endpoint=${far.url}`, AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' })
  })
  after(async () => {
    await ground?.end()
    await far?.end()
    await s3?.end()
  })

  for (const mode of ['away', 'failing'] as const) {
    it(`that is ${mode} is a page that says so, for who sends and who takes; nothing half is there, and back it does both`, async () => {
      const { uploader } = ground
      const first = paper()
      assert.equal(outcomeOf(await uploader.upload('first.pdf', first)), 'received')
      await uploader.settle()
      const download = filesOnPage(await pageOf(uploader))[0]?.download ?? ''
      far.become(mode)
      const second = paper(3_000_000)
      for (const answer of [await uploader.upload('second.pdf', second), await uploader.get(download)]) {
        assert.equal(answer.status, 503)
        assert.match(answer.body, storageWords)
      }
      assert.equal((await rowsOf(ground)).length, 1)
      far.become('there')
      assert.equal(outcomeOf(await uploader.upload('second.pdf', second)), 'received')
      await assertKept(ground, [first, second])
    })
  }

  it('that goes away while files wait for their check: they wait, and are checked when it is back', async () => {
    const { uploader } = ground
    s3.pause()
    const bytes = paper()
    const sending = uploader.upload('paper.pdf', bytes)
    s3.goOn()
    assert.equal(outcomeOf(await sending), 'received')
    await assertKept(ground, [bytes])
  })
})

describe('a disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-disk-'))
  const files = join(folder, 'files')
  let ground: Ground
  before(async () => {
    ground = await openGround({ STORAGE_URL: `file://${files}` })
  })
  after(async () => {
    await ground?.end()
    rmSync(folder, { recursive: true, force: true })
  })

  it('whose folder is gone takes nothing that would be lost, says so, and has everything when it is back', async () => {
    const { uploader } = ground
    const [first, second] = [paper(), paper()]
    assert.equal(outcomeOf(await uploader.upload('first.pdf', first)), 'received')
    await uploader.settle()
    const download = filesOnPage(await pageOf(uploader))[0]?.download ?? ''
    renameSync(files, `${files}-away`)
    const refused = await uploader.upload('second.pdf', second)
    assert.deepEqual([refused.status, storageWords.test(refused.body)], [503, true])
    assert.match((await uploader.get(download)).body, /We cannot open this file right now/)
    renameSync(`${files}-away`, files)
    assert.equal(outcomeOf(await uploader.upload('second.pdf', second)), 'received')
    await assertKept(ground, [first, second])
  })

  for (let round = 1; round <= 3 * rounds; round += 1) {
    it(`under a server that is killed while a file comes in keeps nothing of it, and takes it the next time (${round})`, async () => {
      const { uploader, server } = ground
      const bytes = paper(2_000_000)
      const half = async function* () {
        yield bytes.subarray(0, 300_000 * round)
        await server.kill()
        yield bytes.subarray(300_000 * round)
      }
      await assert.rejects(uploader.send({ fileName: 'paper.pdf', file: Readable.from(half()) }))
      await server.start()
      assert.deepEqual(await rowsOf(ground), [])
      assert.deepEqual(filesOnPage(await pageOf(uploader)), [])
      assert.equal(outcomeOf(await uploader.upload('paper.pdf', bytes)), 'received')
      await assertKept(ground, [bytes])
    })
  }

  it('under a server that is killed while it checks and while it draws: each goes on by itself to the last picture', async () => {
    const { uploader, server } = ground
    const bytes = paper(1_000, 5)
    assert.equal(outcomeOf(await uploader.upload('paper.pdf', bytes)), 'received')
    const stands = async (holds: (row: { state: string; previews: number }) => boolean) => (await rowsOf(ground)).some(holds)
    if (await stands(({ state }) => state === 'received')) {
      await server.kill()
      await server.start()
    }
    await until('the file is clean', () => stands(({ state }) => state === 'clean'))
    assert.ok(await stands(({ previews }) => previews < 5), 'the kill falls while it draws')
    await server.kill()
    await server.start()
    await until('every page has its picture', () => stands(({ previews }) => previews === 5))
    await assertKept(ground, [bytes])
  })
})

describe('a disk that is full', { skip: process.platform !== 'linux' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-full-'))
  const mount = (...args: string[]) => {
    const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' })
    assert.equal(status, 0, `this test mounts a small disk, and needs root for it: ${stderr}`)
  }
  let ground: Ground
  before(async () => {
    mount('-t', 'tmpfs', '-o', 'size=4m,mode=700', 'tmpfs', folder)
    ground = await openGround({ STORAGE_URL: `file://${folder}/files` })
  })
  after(async () => {
    await ground?.end()
    spawnSync('umount', [folder])
    rmSync(folder, { recursive: true, force: true })
  })

  it('is a page that says so, with nothing half kept; what fits is taken, and all of it once there is room', async () => {
    const { uploader } = ground
    const [small, large] = [paper(), paper(6_000_000)]
    for (let tries = 0; tries < 2; tries += 1) {
      const full = await uploader.upload('large.pdf', large)
      assert.deepEqual([full.status, storageWords.test(full.body)], [503, true])
      assert.deepEqual(await rowsOf(ground), [])
    }
    assert.equal(outcomeOf(await uploader.upload('small.pdf', small)), 'received')
    mount('-o', 'remount,size=40m', folder)
    assert.equal(outcomeOf(await uploader.upload('large.pdf', large)), 'received')
    await assertKept(ground, [small, large])
  })

  it('or that may not be written takes nothing, says so, and gives out what it has', async () => {
    const { uploader } = ground
    const [first, second] = [paper(), paper()]
    assert.equal(outcomeOf(await uploader.upload('first.pdf', first)), 'received')
    await uploader.settle()
    const download = filesOnPage(await pageOf(uploader))[0]?.download ?? ''
    mount('-o', 'remount,ro', folder)
    const refused = await uploader.upload('second.pdf', second)
    assert.deepEqual([refused.status, storageWords.test(refused.body)], [503, true])
    assert.ok((await uploader.get(download)).bytes.equals(first))
    mount('-o', 'remount,rw', folder)
    assert.equal(outcomeOf(await uploader.upload('second.pdf', second)), 'received')
    await assertKept(ground, [first, second])
  })
})
