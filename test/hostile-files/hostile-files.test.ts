import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { paths } from '../../src/platform/paths.ts'
import { type EvidenceGround, evidenceGround, type TestDraft } from '../cast/evidence-ground.ts'
import { seededRandom } from '../faults/random.ts'
import { hostileFiles } from './corpus.ts'
import { endsAtOnce, type HostileFile } from './hostile-file.ts'
import { faultsOfFile, type Sender } from './judge-file.ts'
import { malformedForms } from './malformed-forms.ts'
import { sendMalformed } from './send-malformed.ts'

const seed = 2026
const files = hostileFiles(seed)
/** Each costs a process of its own or two: `npm run faults` sends them all. */
const checkedHere = 20

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
  const draft = await newDraft()
  const evidencePage = paths.draftEvidence({ draft: draft.id })
  const csrf = await ground.tokenOf(evidencePage, draft.owner)
  return {
    evidencePage,
    upload: (fileName, bytes) => ground.upload(draft, { csrf, fileName, file: bytes }),
    get: (path) => ground.send('GET', path, draft.owner),
    post: (path) => ground.press(path, draft.owner, evidencePage),
    settle: async () => void (await ground.work()),
  }
}

async function faultsOf(sent: readonly HostileFile[]): Promise<string[]> {
  const faults: string[] = []
  let sender = await newSender()
  for (const [index, file] of sent.entries()) {
    if (index % 200 === 199) sender = await newSender()
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

  it('that look like documents end in a sentence or as a clean file: served as a download, byte for byte, pictures without a word of theirs', async () => {
    const looked = files.filter((file) => !endsAtOnce(file) && !file.needsScanner)
    assert.deepEqual(await faultsOf(drawn(looked, checkedHere)), [])
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
