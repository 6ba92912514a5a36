import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { staffActor } from '../../../test/cast/cases-ground.ts'
import { type Asked, requestsGround, type RequestsGround } from '../../../test/cast/requests-ground.ts'
import { changeStatus } from '../../cases/index.ts'
import { remindOfDeadlines } from '../../cases/tasks/remind-of-deadlines.ts'
import { beginThreadByAgency } from '../../correspondence/messages/office-threads.ts'
import { beginThread } from '../../correspondence/messages/write-message.ts'
import { tellOthersJob } from '../../correspondence/telling/tell-others.ts'
import { workerOver } from '../../../test/cast/printing-ground.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'

let ground: RequestsGround
let asked: Asked
let ana: Actor
const [person, representative] = ['both-maria@example.test', 'both-ana@example.test'] as const
before(async () => {
  ground = await requestsGround()
  asked = await ground.asked({ email: person })
  ana = await ground.newAccount(representative)
  await ground.owner().insertInto('cases.party').values({ id: newId(), case: asked.caseId, account: String(ana.id), role: 'representative', from_at: ground.services.clock.now() } as never).execute()
})
after(() => ground.database.drop())

const officer = staffActor('officer')
const beginForTest = operation({
  name: 'test.begin-thread-by-agency',
  allow: () => true,
  refusals: [],
  run: async (context, input: Parameters<typeof beginThreadByAgency>[1]) => ({ said: await beginThreadByAgency(context, input) }),
})
const writes = async (who: Actor) => {
  const press = newId()
  const written = await ground.as(who).perform(beginThread, { receiptNumber: asked.receiptNumber, topic: 'status', text: 'Hello', press })
  assert.ok(written.ok)
  await tellOthersJob.run(workerOver(ground), { id: press, case: asked.caseId, ending: asked.receiptNumber.slice(-4), by: [String(who.id)] })
}

/** What is done, the mail that follows, and who is told; the other one did it. */
const news: Readonly<Record<string, readonly [() => Promise<unknown>, string, readonly string[]]>> = {
  'a new status': [() => ground.as(officer).perform(changeStatus, { receiptNumber: asked.receiptNumber, status: 'actively-reviewed', reason: 'It was reviewed.' } as never), 'cases.news', [person, representative]],
  'a message of the agency': [() => ground.as(officer).perform(beginForTest, { caseId: asked.caseId, receiptNumber: asked.receiptNumber, topic: 'status', text: 'Hello', press: newId() }), 'correspondence.message', [person, representative]],
  'a message of the person': [() => writes(asked.account), 'cases.news', [representative]],
  'a message of the representative': [() => writes(ana), 'cases.news', [person]],
  'a deadline that comes near': [
    async () => {
      const until = ground.services.clock.now().until(asked.dueAt).total('hours')
      ground.services.clock.advance({ hours: Math.floor(until) - 24 * 13 })
      return ground.as(systemActor('test')).perform(remindOfDeadlines, { most: 200 })
    },
    'cases.deadline',
    [person, representative],
  ],
  'a request that nobody answered in time': [
    async () => {
      ground.services.clock.advance({ hours: 24 * 40 })
      return ground.lapse()
    },
    'cases.news',
    [person, representative],
  ],
}

describe('news of a case', () => {
  for (const [what, [act, kind, told]] of Object.entries(news))
    it(`${what} reaches ${told.length === 2 ? 'both sides' : 'the other side'}`, async () => {
      const count = async (to: string) => (await ground.mailsTo(to)).filter((mail) => mail.kind === kind).length
      const before_ = await Promise.all([person, representative].map(count))
      await act()
      const after_ = await Promise.all([person, representative].map(count))
      assert.deepEqual(after_.map((number, side) => number - (before_[side] ?? 0)), [person, representative].map((who) => Number(told.includes(who))))
    })

  it('goes nowhere in the code but to everybody on the case, or to those of whom it is said why', () => {
    /** One side of a case alone, or no case at all. */
    const apart: Readonly<Record<string, string>> = {
      'cases/representatives/end-representation.ts': 'each side in words of its own',
      'correspondence/notices/tell-joined.ts': 'who joined is told of what was there before them',
      'correspondence/telling/tell-others.ts': 'everybody but who wrote',
    }
    const src = join(import.meta.dirname, '../..')
    const files = ['cases', 'correspondence'].flatMap((room) => readdirSync(join(src, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    const others = files.filter((file) => {
      const text = readFileSync(join(src, file), 'utf8')
      return [...text.matchAll(/notify\((?:context|notifying), \{ ([^}]*)/g)].some(([, facts = '']) => !/await (accountsOnCase|listPartyAccounts)\(/.test(facts) && !(file === 'cases/tell-parties.ts'))
    })
    assert.deepEqual(others.toSorted(), Object.keys(apart).toSorted())
  })
})
