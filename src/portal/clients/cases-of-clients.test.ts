import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { accountActor, type CasesGround, casesGround } from '../../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../../test/cast/portal-ground.ts'
import { openTask } from '../../cases/index.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation, query } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { setNames } from '../../profile/person/set-names.ts'
import { addClient } from '../../representation/clients/add-client.ts'
import { noContact } from '../../representation/clients/client.ts'
import { linkClient } from '../../representation/index.ts'
import { clientDeadlines } from '../../representation/clients/client-deadlines.ts'
import { clientOfCaseJob } from '../../representation/clients/client-of-case.ts'
import { ownClients } from '../../representation/clients/own-clients.ts'
import { clientRoutes } from './routes.ts'

const askForTest = operation({
  name: 'test.open-task',
  allow: () => true,
  refusals: [],
  run: (context, input: { caseId: string; dueAt: Temporal.Instant | null }) => openTask(context, { ...input, kind: 'answer-request', subject: newId() }),
})

const linkForTest = operation({
  name: 'test.link-client',
  allow: () => true,
  refusals: [],
  run: async (context, input: { client: string; account: string }) => void (await linkClient(context, input)),
})

describe('the cases of a client', () => {
  let ground: CasesGround
  let portal: PortalGround
  let people = 0
  const worker = systemActor('test')
  before(async () => {
    ground = await casesGround()
    portal = await portalGround(ground, clientRoutes)
  })
  after(async () => {
    await portal.close()
    await ground.database.drop()
  })

  const owner = () => {
    assert.ok(ground.database.pools.owner)
    return ground.database.pools.owner
  }
  async function somebody(given: string, roles: readonly string[] = ['applicant']): Promise<Actor> {
    people += 1
    const { id } = await ground.newAccount(`cases-of-${people}@example.test`)
    const actor: Actor = { ...accountActor(String(id)), roles: [...roles] }
    await ground.as(actor).perform(setNames, { given, family: `Client${people}`, order: 'given-first', ownScript: '', called: '', others: [] })
    return actor
  }
  const join = async (representative: Actor, caseId: string): Promise<string> => {
    const id = newId()
    await owner().insertInto('cases.party').values({ id, case: caseId, account: String(representative.id), role: 'representative', from_at: ground.services.clock.now() }).execute()
    return id
  }
  const runJob = (party: string) => clientOfCaseJob.run({ ...ground.as(worker), services: ground.services } as never, { party })
  const ask = (caseId: string, days: number | null) =>
    ground.as(worker).perform(askForTest, { caseId, dueAt: days === null ? null : ground.services.clock.now().add({ hours: 24 * days }) })
  const listed = async (who: Actor, list: 'active' | 'asked' = 'active') => (await ground.as(who).read(ownClients, { list, page: 1 }))?.clients ?? []

  it('are those on which the representative is now; whoever joins one has its person among their clients, once, however often the job runs', async () => {
    const ana = await somebody('Ana', ['representative'])
    const maria = await somebody('Maria')
    const { caseId, receiptNumber } = await ground.openCase({ account: maria.id })
    const party = await join(ana, caseId)
    await Promise.all([runJob(party), runJob(party), runJob(party)])
    const second = await ground.openCase({ account: maria.id })
    await runJob(await join(ana, second.caseId))
    const clients = await listed(ana)
    assert.deepEqual(clients.map(({ names, standing, cameBy }) => [names.kind === 'person' && names.given, standing.cases, cameBy]), [['Maria', 2, 'case']])
    const page = await portal.get(paths.client({ client: clients[0]?.id ?? '' }), ana)
    assert.match(page.body, new RegExp(receiptNumber))
    await owner().updateTable('cases.party').set({ until_at: ground.services.clock.now() }).where('id', '=', party).execute()
    const later = await portal.get(paths.client({ client: clients[0]?.id ?? '' }), ana)
    assert.doesNotMatch(later.body, new RegExp(receiptNumber))
    assert.match(later.body, new RegExp(second.receiptNumber))
    assert.equal((await listed(ana))[0]?.standing.cases, 1)
    // The function itself leaves it out, and not only the wall around cases behind it.
    const told = query({ name: 'test.cases-of-client', allow: () => true, run: async ({ tx }) => (await sql`select * from cases.cases_of_client(${String(maria.id)}::uuid)`.execute(tx)).rows.length })
    assert.deepEqual([await ground.as(ana).read(told, undefined), await ground.as(maria).read(told, undefined)], [1, 0])
    await runJob(party)
    assert.equal((await listed(ana)).length, 1)
  })

  it('show what is asked and the nearest day, in words beside the red; only clients of whom something is asked stand under “Action required”', async () => {
    const ana = await somebody('Ana', ['representative'])
    const [maria, li] = [await somebody('Maria'), await somebody('Li')]
    for (const person of [maria, li]) {
      const { caseId } = await ground.openCase({ account: person.id })
      await runJob(await join(ana, caseId))
      if (person === maria) for (const days of [30, 3, null]) await ask(caseId, days)
    }
    const [first, second] = await listed(ana)
    assert.deepEqual([first?.standing.asked, second?.standing.asked], [3, 0])
    assert.equal(first?.standing.nextAt?.toString(), ground.services.clock.now().add({ hours: 72 }).toString())
    assert.deepEqual((await listed(ana, 'asked')).map(({ id }) => id), [first?.id])
    const page = await portal.get(`${paths.clients()}?show=asked`, ana)
    assert.match(page.body, /Action required<\/span> 3 things are asked/)
    assert.match(page.body, /1 client</)
  })

  it('are nobody else’s: what another representative and a stranger are told of these accounts is nothing', async () => {
    const [ana, other] = [await somebody('Ana', ['representative']), await somebody('Ben', ['representative'])]
    const maria = await somebody('Maria')
    const { caseId } = await ground.openCase({ account: maria.id })
    await runJob(await join(ana, caseId))
    await ask(caseId, 5)
    assert.deepEqual(await listed(other), [])
    const added = await ground.as(other).perform(addClient, { names: { kind: 'person', family: 'Too', given: 'Maria', middle: '' }, contact: noContact, isAnother: false, press: newId() })
    assert.ok(added.ok)
    await ground.as(worker).perform(linkForTest, { client: added.output.id, account: String(maria.id) })
    assert.deepEqual((await listed(other)).map(({ account, standing }) => [account, standing.cases, standing.asked]), [[maria.id, 0, 0]])
    assert.deepEqual(await listed(other, 'asked'), [])
    for (const who of [other, maria]) assert.doesNotMatch((await portal.get(paths.clients(), who)).body, /\d things? (is|are) asked/)
  })

  it('stay with their client when two accounts of the client become one, and with one client only', async () => {
    const ana = await somebody('Ana', ['representative'])
    const [opened, own] = [await somebody('Maria'), await somebody('Maria')]
    const first = await ground.openCase({ account: opened.id })
    await runJob(await join(ana, first.caseId))
    const at = ground.services.clock.now()
    await owner().insertInto('accounts.forwarding').values({ retired: String(opened.id), kept: String(own.id), cause: 'claimed', forwarded_at: at }).execute()
    await ask(first.caseId, 4)
    const second = await ground.openCase({ account: own.id })
    await runJob(await join(ana, second.caseId))
    assert.deepEqual((await listed(ana)).map(({ account, standing }) => [account, standing.cases, standing.asked]), [[own.id, 2, 1]])
    assert.equal((await listed(ana, 'asked')).length, 1)
  })

  it('give all their days to one page, the nearest first and by kind, and to a calendar that says no name; an ended one is in neither', async () => {
    const ana = await somebody('Ana', ['representative'])
    const maria = await somebody('Mariadne')
    const { caseId, receiptNumber } = await ground.openCase({ account: maria.id })
    const party = await join(ana, caseId)
    await runJob(party)
    for (const days of [40, 2, null]) await ask(caseId, days)
    const page = (await portal.get(paths.clientDeadlines(), ana)).body
    assert.match(page, /Mariadne/)
    assert.equal(page.split('Answer our request for evidence').length - 1, 2)
    assert.match(page, /2 days left.*40 days left/s)
    assert.match((await portal.get(`${paths.clientDeadlines()}?show=appointments`, ana)).body, /No day is set/)
    const file = (await portal.get(paths.clientCalendar(), ana)).body
    assert.equal(file.split('BEGIN:VEVENT').length - 1, 2)
    assert.doesNotMatch(file, new RegExp(`Mariadne|${receiptNumber}`))
    for (const who of [maria, await somebody('Ben', ['representative'])]) assert.doesNotMatch((await portal.get(paths.clientCalendar(), who)).body, /VEVENT/)
    await owner().updateTable('cases.party').set({ until_at: ground.services.clock.now() }).where('id', '=', party).execute()
    assert.match((await portal.get(paths.clientDeadlines(), ana)).body, /No day is set/)
    assert.doesNotMatch((await portal.get(paths.clientCalendar(), ana)).body, /VEVENT/)
  })

  it('go on where a page of days ends, and leave none out and none twice', async () => {
    const ana = await somebody('Ana', ['representative'])
    const { caseId } = await ground.openCase({ account: (await somebody('Many')).id })
    await runJob(await join(ana, caseId))
    for (let days = 1; days <= 53; days += 1) await ask(caseId, Math.ceil(days / 5))
    const first = await ground.as(ana).read(clientDeadlines, { what: 'dated', after: undefined })
    const second = await ground.as(ana).read(clientDeadlines, { what: 'dated', after: first?.next ?? undefined })
    assert.deepEqual([first?.asked.length, second?.asked.length, second?.next], [50, 3, null])
    assert.equal(new Set([...(first?.asked ?? []), ...(second?.asked ?? [])].map(({ id }) => id)).size, 53)
  })
})
