import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { csrfHeaderName } from '../../src/platform/http/csrf.ts'
import { paths } from '../../src/platform/paths.ts'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../cast/evidence-ground.ts'
import { only } from '../cast/multipart-sender.ts'
import { seededRandom } from '../faults/random.ts'
import { brokenAnnouncements } from './broken-announcements.ts'
import { hostileFiles } from './corpus.ts'
import { deliverByPieces } from './deliver-by-pieces.ts'
import { endsAtOnce, type HostileFile } from './hostile-file.ts'
import { deliveredByForm, faultsOfFile, type Sender } from './judge-file.ts'
import { faultsOfAddresses } from './judge-addresses.ts'
import { faultsOfAnnouncement, type TusPerson } from './judge-uploads.ts'
import { malformedForms } from './malformed-forms.ts'
import { sendMalformed } from './send-malformed.ts'

const seed = 2026
const files = hostileFiles(seed)
const filesInPieces = files.map((file) => ({ ...file, ends: file.inPieces ?? file.ends }))
/** Each costs a process of its own or two: `npm run faults` sends them all. */
const checkedHere = 20
const inPiecesHere = 60

let ground: EvidenceGround
before(async () => {
  ground = await evidenceGround()
})
after(() => ground.end())

async function newDraft(): Promise<TestDraft> {
  return ground.newDraft(await ground.newAccount())
}

/** A person may send 300 files in an hour. */
async function newSender(): Promise<Sender> {
  return senderOf(await newDraft())
}

async function senderOf(draft: TestDraft): Promise<Sender> {
  const evidencePage = paths.draftEvidence({ draft: draft.id })
  const csrf = await ground.tokenOf(evidencePage, draft.owner)
  const get = (path: string) => ground.send('GET', path, draft.owner)
  return {
    evidencePage,
    get,
    deliver: async (fileName, bytes) => deliveredByForm(await ground.upload(draft, { csrf, fileName, file: bytes }), get),
    post: (path) => ground.press(path, draft.owner, evidencePage),
    settle: async () => void (await ground.work()),
  }
}

async function newTusPerson(draft: TestDraft): Promise<TusPerson> {
  const evidencePage = paths.draftEvidence({ draft: draft.id })
  const heads = {
    host: 'portal.test',
    origin: ground.services.publicUrl,
    cookie: ground.cookieOf(draft.owner),
    'tus-resumable': '1.0.0',
    [csrfHeaderName]: await ground.tokenOf(evidencePage, draft.owner),
  }
  return {
    port: ground.port,
    own: () => heads,
    tus: (method, path, more = {}, body) => ground.send(method, path, draft.owner, { ...heads, ...more }, body && only(body)),
    evidencePage,
    document: 'card-copy',
    filesTaken: async () => (await ground.files(draft)).map(({ sha256 }) => sha256),
    expire: async (upload) => void (await ground.rows(`update evidence.resumable_upload set expires_at = begun_at where id = '${upload}'`)),
    clear: async () => void (await ground.rows(`delete from evidence.file where draft = '${draft.id}'`)),
  }
}

async function newSenderInPieces(): Promise<Sender> {
  const [draft, random] = [await newDraft(), seededRandom(seed)]
  const person = await newTusPerson(draft)
  return { ...(await senderOf(draft)), deliver: (fileName, bytes) => deliverByPieces({ ...person, random }, fileName, bytes) }
}

async function faultsOf(sent: readonly HostileFile[], newOne = newSender): Promise<string[]> {
  const faults: string[] = []
  let sender = await newOne()
  for (const [index, file] of sent.entries()) {
    if (index % 200 === 199) sender = await newOne()
    faults.push(...(await faultsOfFile(sender, file)))
  }
  return faults
}

/** Some of them, others with another seed, the same with the same. */
function drawn(from: readonly HostileFile[], count: number): HostileFile[] {
  const random = seededRandom(seed)
  return from.map((file) => ({ file, place: random() })).toSorted((one, other) => one.place - other.place).slice(0, count).map(({ file }) => file)
}

describe('the hostile files', () => {
  it('are more than 500, no two the same, and some of every ending', () => {
    assert.ok(files.length > 500, `${files.length}`)
    assert.equal(new Set(files.map(({ what }) => what)).size, files.length)
    assert.equal(new Set(files.map(({ ends }) => ends)).size, 15)
  })

  it('that are no documents end while they come in, with the sentence that says what to do, and nothing is kept', async () => {
    const before = ground.stored()
    assert.deepEqual(await faultsOf(files.filter(endsAtOnce)), [])
    assert.deepEqual(ground.stored(), before)
    assert.deepEqual(ground.faults.splice(0), [])
  })

  it('end in the same sentences in pieces, told in the answer to whose script it is', async () => {
    const before = ground.stored()
    assert.deepEqual(await faultsOf(drawn(filesInPieces.filter(endsAtOnce), inPiecesHere), newSenderInPieces), [])
    assert.deepEqual(ground.stored(), before)
    assert.deepEqual(ground.faults.splice(0), [])
  })

  it('that look like documents end in a sentence or as a clean file: served as a download, byte for byte, pictures without a word of theirs', async () => {
    const looked = files.filter((file) => !endsAtOnce(file) && !file.needsScanner)
    assert.deepEqual(await faultsOf(drawn(looked, checkedHere)), [])
    assert.deepEqual(ground.faults.splice(0), [])
  })
})

describe('a resumable upload that no script of ours makes', () => {
  it('announced wrongly ends in words or as an upload that can be ended', async () => {
    const [person, faults]: [TusPerson, string[]] = [await newTusPerson(await newDraft()), []]
    for (const broken of brokenAnnouncements(person.document)) faults.push(...(await faultsOfAnnouncement(person, broken)))
    assert.deepEqual(faults, [])
    assert.deepEqual(ground.faults.splice(0), [])
  })

  it('of another, of another draft, cancelled, expired or unknown is not there by any verb, and one that is all here takes nothing more', async () => {
    assert.deepEqual(await faultsOfAddresses(await newTusPerson(await newDraft()), await newTusPerson(await newDraft())), [])
    assert.deepEqual(ground.faults.splice(0), [])
  })
})

describe('a form that no browser sends', () => {
  it('ends in an answer that is no fault of ours, and a file of it is whole or not there', async () => {
    const faults: string[] = []
    for (const { what } of malformedForms('')) {
      const draft = await newDraft()
      const page = paths.draftEvidence({ draft: draft.id })
      const form = malformedForms(await ground.tokenOf(page, draft.owner)).find((each) => each.what === what)
      if (!form) continue
      const stored = ground.stored().length
      const headers = { origin: ground.services.publicUrl, cookie: ground.cookieOf(draft.owner) }
      const status = await sendMalformed(ground.port, page, headers, form).catch((fault: Error) => fault.message)
      if (status !== null && !form.ends.some((each) => each === status)) faults.push(`${what}: ${status}`)
      const taken = (await ground.files(draft)).length
      if (taken !== form.files) faults.push(`${what}: ${taken} files were taken`)
      // A connection that is cut is heard of a moment later.
      for (let looks = 0; looks < 2000 && ground.stored().length - stored > taken; looks += 1) await ground.files(draft)
      if (ground.stored().length - stored > taken) faults.push(`${what}: something of it is left`)
    }
    assert.deepEqual(faults, [])
    assert.deepEqual(ground.faults.splice(0), [])
  })
})
