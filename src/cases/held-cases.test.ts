import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { addPaperForTest, type CasesGround, casesGround } from '../../test/cast/cases-ground.ts'
import { systemActor } from '../platform/actor.ts'
import { asActor } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { heldCases } from './index.ts'

let ground: CasesGround
before(async () => {
  ground = await casesGround()
})
after(() => ground.database.drop())

async function papersInArchive(isProtected: boolean): Promise<string[]> {
  const { account, caseId } = await ground.openCase({ isProtected })
  for (const kind of ['scanned-address', 'scanned-returned-mail', 'scanned-answer']) {
    const paper = { caseId, kind, source: newId(), titleKey: 'scans.title.other', storageKey: newId(), sha256: 'a'.repeat(64) } as const
    await ground.as(systemActor('documents')).perform(addPaperForTest, { ...paper, sizeBytes: 1, pages: 1 })
  }
  const worker = systemActor('archive')
  const { data } = await asActor(ground.database.pools.worker, worker, {}, (tx) =>
    heldCases.read({ tx, accounts: [account.id as string], services: ground.services, now: ground.services.clock.now() }),
  )
  return data.cases.flatMap(({ papers }) => papers.map(({ kind }) => kind)).toSorted()
}

it('papers that say where somebody lives are in the archive of who is on the case, and of a protected case in nobody’s', async () => {
  assert.deepEqual(await papersInArchive(false), ['scanned-address', 'scanned-answer', 'scanned-returned-mail'])
  assert.deepEqual(await papersInArchive(true), ['scanned-answer'])
})
