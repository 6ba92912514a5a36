import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { after, before, beforeEach, describe, it } from 'node:test'
import { everyLetter, homeAddress } from '../../../../test/cast/paper-letters.ts'
import { type PrintingGround, printingGround } from '../../../../test/cast/printing-ground.ts'
import { systemActor } from '../../../platform/actor.ts'
import { asActor } from '../../../platform/db/transaction.ts'
import { operation } from '../../../platform/operation.ts'
import { keepAddress, type PostalAddress } from '../../../profile/index.ts'
import { letterKinds, type LetterName } from '../letter/letters.ts'
import { letterRow } from '../paper-case.ts'
import { filesInZip } from '../../../platform/archive/index.ts'
import { openBundle } from './print-batch.ts'
import { placeLettersJob } from './place-letters.ts'
import { postLettersJob } from './post-letters.ts'
import { letterToPrint } from './print-by-hand.ts'
import { tendNoticesChore } from './print-chores.ts'
import { listApart } from './print-store.ts'
import { queueLetters } from './queue-letters.ts'
import { openLetter } from './sealed-letter.ts'

let ground: PrintingGround
before(async () => {
  ground = await printingGround()
})
after(() => ground.end())
beforeEach(() => ground.clear())

const safeAddress: PostalAddress = { country: 'US', street: '9 Lantern Row', city: 'Peoria', region: 'IL', postalCode: '61602' }

const applicantOf = async (caseId: string) =>
  (await ground.owner.selectFrom('cases.party').select('account').where('case', '=', caseId).executeTakeFirstOrThrow()).account
const mark = async (caseId: string) =>
  ground.owner.updateTable('accounts.account').set({ protected_at: ground.services.clock.now() }).where('id', '=', await applicantOf(caseId)).execute()
const saySafe = async (caseId: string, address: PostalAddress | null) => {
  const account = await applicantOf(caseId)
  const { services } = ground
  await asActor(ground.owner, systemActor('test'), {}, (tx) => keepAddress({ tx, now: services.clock.now(), services }, account, 'safe', address))
}
const place = (caseId: string) => placeLettersJob.run(ground.worker, { case: caseId })
const streetIn = ({ id, case: caseId, kind, sealed }: Awaited<ReturnType<PrintingGround['letters']>>[number]) =>
  sealed && openLetter(ground.services.keys, { id, case: caseId ?? '', kind, sealed }).facts.addressee.address.street

/** One letter of every kind and role about this case, queued as the product queues them. */
async function queueEvery(caseId: string) {
  const queued = operation({
    name: 'test.queue-every',
    allow: () => true,
    refusals: [],
    run: (context, _input: null) =>
      queueLetters(context, Object.values(everyLetter('en')).map(([name, facts]) => letterRow(context.services, { caseId, notice: null, name, facts } as Parameters<typeof letterRow>[1]))),
  })
  assert.ok((await ground.worker.perform(queued, null)).ok)
}

async function markedCase() {
  const [opened] = await ground.open({})
  assert.ok(opened)
  await mark(opened.caseId)
  await ground.clear()
  return opened.caseId
}

describe('a letter about a protected case', () => {
  it('of every kind waits apart, in no batch, in no outbox and for nobody who prints by hand', async () => {
    const caseId = await markedCase()
    await queueEvery(caseId)
    await ground.owner.deleteFrom('mail.demo_outbox').execute()
    const letters = await ground.letters()
    assert.deepEqual(new Set(letters.map(({ kind }) => kind)), new Set(Object.keys(letterKinds) as LetterName[]))
    assert.deepEqual(new Set(letters.map(({ apart_as }) => apart_as)), new Set(['protected']))
    await ground.make()
    await place(caseId)
    await ground.make()
    await postLettersJob.run(ground.worker, { letters: letters.map(({ id }) => id) })
    assert.deepEqual([await ground.batches(), await ground.outbox()], [[], []])
    await asActor(ground.owner, systemActor('test'), {}, async (tx) => {
      assert.deepEqual(await listApart(tx, 50), [])
      for (const { id } of letters) assert.equal(await letterToPrint({ tx }, id), null)
    })
  })

  it('of every kind goes to the safe address, but for a representative’s, which waits for an officer', async () => {
    const caseId = await markedCase()
    await saySafe(caseId, safeAddress)
    await queueEvery(caseId)
    await place(caseId)
    const roles = Object.values(everyLetter('en')).map(([, facts]) => ('role' in facts ? facts.role : 'applicant'))
    const letters = await ground.letters()
    assert.equal(letters.filter((letter) => letter.safe_at && streetIn(letter) === safeAddress.street).length, roles.filter((role) => role === 'applicant').length)
    assert.equal(letters.filter((letter) => letter.apart_as === 'protected' && streetIn(letter) === homeAddress.street).length, roles.filter((role) => role === 'representative').length)
    await ground.make()
    const [batch] = await ground.batches()
    assert.ok(batch)
    const manifest = (await textsIn(await buffer(await openBundle(ground.services, batch)))).join('\n')
    assert.ok(manifest.includes(safeAddress.street ?? '') && !manifest.includes(homeAddress.street ?? ''))
  })

  it('is the same word for word as anybody’s: only the address is another', async () => {
    const caseId = await markedCase()
    await queueEvery(caseId)
    const before = new Map((await ground.letters()).map((letter) => [letter.id, letter]))
    await saySafe(caseId, safeAddress)
    await place(caseId)
    for (const letter of await ground.letters()) {
      const was = before.get(letter.id)
      if (!letter.safe_at || !was?.sealed || !letter.sealed) continue
      const open = (sealed: Buffer) => openLetter(ground.services.keys, { id: letter.id, case: letter.case ?? '', kind: letter.kind, sealed }).facts
      assert.deepEqual({ ...open(letter.sealed), addressee: null }, { ...open(was.sealed), addressee: null })
      assert.equal(open(letter.sealed).addressee.name, open(was.sealed).addressee.name)
    }
  })

  it('follows the safe address when that changes, and waits again when it is taken away', async () => {
    const caseId = await markedCase()
    await saySafe(caseId, safeAddress)
    await queueEvery(caseId)
    await place(caseId)
    await saySafe(caseId, { ...safeAddress, street: '2 Beacon Lane' })
    await place(caseId)
    assert.ok((await ground.letters()).some((letter) => letter.safe_at && streetIn(letter) === '2 Beacon Lane'))
    assert.ok(!(await ground.letters()).some((letter) => streetIn(letter) === safeAddress.street))
    await saySafe(caseId, null)
    await place(caseId)
    await ground.make()
    assert.deepEqual([await ground.batches(), (await ground.letters()).filter(({ safe_at }) => safe_at)], [[], []])
  })
})

describe('when a person becomes protected', () => {
  it('their codes are dead, printed or not, their letters with codes are withdrawn, and the others wait apart', async () => {
    const [its, others] = await ground.open({}, {})
    assert.ok(its && others)
    await queueEvery(its.caseId)
    await mark(its.caseId)
    const notices = await ground.owner.selectFrom('cases.access_notice').selectAll().execute()
    assert.deepEqual(notices.map(({ case: of, ended_as }) => [of === its.caseId, ended_as]).toSorted(), [[false, null], [true, 'withdrawn']].toSorted())
    for (const letter of await ground.letters()) {
      if (letter.case === others.caseId) assert.deepEqual([letter.withdrawn_at, letter.apart_at], [null, null])
      else if (letter.notice) assert.ok(letter.withdrawn_at && letter.sealed === null)
      else assert.equal(letter.apart_as, 'protected')
    }
  })

  it('a batch with a letter of theirs is none any more, fetched or not: its other letters wait again, and its file goes', async () => {
    const [its, others] = await ground.open({}, {})
    assert.ok(its && others)
    await ground.make()
    const [batch] = await ground.batches()
    await ground.owner.updateTable('cases.print_batch').set({ fetched_at: ground.services.clock.now() }).execute()
    await mark(its.caseId)
    assert.ok((await ground.batches())[0]?.withdrawn_at)
    const letters = await ground.letters()
    assert.deepEqual(letters.map(({ batch: in_, withdrawn_at }) => [in_, withdrawn_at !== null]).toSorted(), [[null, false], [null, true]].toSorted())
    await ground.make()
    const made = (await ground.batches())[1]
    assert.deepEqual([made?.letters, (await ground.letters()).find(({ batch: in_ }) => in_ === made?.id)?.case], [1, others.caseId])
    assert.notEqual(batch?.storage_key, made?.storage_key)
  })

  it('while a batch is being written, the batch is made anew without their letters', async () => {
    const [its] = await ground.open({}, {})
    assert.ok(its)
    const { put } = ground.services.storage
    ground.services.storage.put = async (key, bytes) => {
      const kept = await put(key, bytes)
      ground.services.storage.put = put
      await mark(its.caseId)
      return kept
    }
    await ground.make()
    assert.deepEqual((await ground.batches()).map(({ letters, withdrawn_at }) => [letters, withdrawn_at]), [[1, null]])
    assert.ok((await ground.letters()).every(({ case: of, batch }) => (of === its.caseId) === (batch === null)))
  })

  it('at the very moment a batch is recorded, none that stands has a letter of theirs', async () => {
    for (let round = 0; round < 8; round += 1) {
      await ground.clear()
      const opened = await ground.open({}, {})
      await Promise.all([ground.make(), mark(opened[0]?.caseId ?? '')])
      const standing = new Set((await ground.batches()).flatMap(({ id, withdrawn_at }) => (withdrawn_at ? [] : [id])))
      for (const letter of await ground.letters()) if (letter.case === opened[0]?.caseId) assert.ok(letter.batch === null || !standing.has(letter.batch), `${round}`)
    }
  })

  it('a letter that was written in that moment is printed nowhere and is set apart soon after', async () => {
    const caseId = await markedCase()
    await queueEvery(caseId)
    await ground.owner.updateTable('cases.letter').set({ apart_at: null, apart_as: null }).execute()
    await ground.make()
    assert.deepEqual(await ground.batches(), [])
    await tendNoticesChore.run(ground.worker)
    assert.ok((await ground.letters()).every(({ apart_as }) => apart_as === 'protected'))
  })
})

async function textsIn(bundle: Buffer): Promise<string[]> {
  const texts: string[] = []
  for await (const file of filesInZip(bundle)) if (file.path.endsWith('.csv')) texts.push(String(await buffer(await file.open())))
  return texts
}
