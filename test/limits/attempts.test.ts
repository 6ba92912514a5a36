import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { recordEntry } from '../../src/audit/index.ts'
import { tellOfNewBrowser } from '../../src/accounts/browsers/tell-of-new-browser.ts'
import { type Destination, maySendTo } from '../../src/accounts/one-time-password/send-limits.ts'
import { getAccount } from '../../src/accounts/account-store.ts'
import { type Actor, visitor } from '../../src/platform/actor.ts'
import { operation, performerFor } from '../../src/platform/operation.ts'
import { type AccountsGround, accountsGround } from '../cast/accounts-ground.ts'
import { readyPerson } from '../cast/ready-person.ts'
import { type CountedOperation, countedOperations } from './counted-operations.ts'
import { holds } from './holds.ts'

let ground: AccountsGround
let person: Awaited<ReturnType<typeof readyPerson>>
before(async () => {
  ground = await accountsGround()
  person = await readyPerson(ground, 'counted@example.test')
})
after(() => ground.end())

/** Who presses: a visitor, the one person there is, or a staff member. */
function actorFor({ by = 'visitor' }: CountedOperation): Actor {
  if (by === 'visitor') return visitor
  if (by === 'staff') return { kind: 'staff', id: randomUUID(), roles: ['support', 'intake', 'officer'], sessionId: randomUUID() }
  return { kind: 'account', id: person.id, roles: ['applicant'], sessionId: randomUUID() }
}

/** One press: what is counted stays the same, all else is new each time, so that no other limit is what stops it. */
function presser(counted: CountedOperation): () => Promise<boolean> {
  const [actor, mark] = [actorFor(counted), randomUUID()]
  const pool = counted.by === 'staff' ? ground.database.pools.office : ground.database.pools.portal
  const countsNetwork = counted.of === 'network' || counted.of === 'address and network'
  let pressed = 0
  return async () => {
    pressed += 1
    const network = countsNetwork ? mark : `${mark}-${pressed}`
    const key = counted.of === 'network' ? `${mark.slice(0, 8)}-${pressed}` : mark.slice(0, 8)
    const by = performerFor({ pool, services: ground.services, record: recordEntry }, actor, { id: null, network })
    return counted.press(by, { key, account: person.id })
  }
}

for (const counted of countedOperations)
  test(counted.title, () => holds(ground.services.clock, counted, presser(counted)))

const sending = operation({
  name: 'test.send',
  gate: true,
  allow: (_actor, _to: Destination) => true,
  refusals: [],
  run: (context, to) => maySendTo(context, to),
})

const hour = { withinSeconds: 3600 }
const day = { withinSeconds: 86_400 }

/** Sends that keep one thing the same: the mailbox or number, whether proven or not; the account; the network. */
function sender(same: 'proven address' | 'phone' | 'account' | 'network'): () => Promise<boolean> {
  const mark = randomUUID()
  let sent = 0
  return async () => {
    sent += 1
    const kept = (what: typeof same) => (what === same ? mark : `${mark}-${sent}`)
    const isProven = same === 'proven address'
    const to = { addressHash: isProven ? mark : kept('phone'), account: kept('account'), isProven }
    const by = performerFor(ground.parts, visitor, { id: null, network: kept('network') })
    const result = await by.perform(sending, to)
    return result.ok && result.output
  }
}

const sends = [
  { title: 'codes to an address or number: 5 in an hour', limit: 'accounts.codes-sent.hour', same: 'proven address', most: 5, ...hour },
  { title: 'codes to an address or number: 20 in a day', limit: 'accounts.codes-sent.day', same: 'proven address', most: 20, ...day, paceMinutes: 30 },
  { title: 'codes to a number nobody has proven: 3 in an hour', limit: 'accounts.proofs-sent.phone.hour', same: 'phone', most: 3, ...hour },
  { title: 'codes to a number nobody has proven: 6 in a day', limit: 'accounts.proofs-sent.phone.day', same: 'phone', most: 6, ...day, paceMinutes: 30 },
  { title: 'codes that prove a number, of one account: 5 in an hour', limit: 'accounts.proofs-sent.account.hour', same: 'account', most: 5, ...hour },
  { title: 'codes that prove a number, of one account: 10 in a day', limit: 'accounts.proofs-sent.account.day', same: 'account', most: 10, ...day, paceMinutes: 30 },
  { title: 'codes that prove a number, from one network: 20 in an hour', limit: 'accounts.proofs-sent.network.hour', same: 'network', most: 20, ...hour },
  { title: 'codes that prove a number, from one network: 60 in a day', limit: 'accounts.proofs-sent.network.day', same: 'network', most: 60, ...day, paceMinutes: 20 },
] as const

for (const counted of sends) test(counted.title, () => holds(ground.services.clock, counted, sender(counted.same)))

const entering = operation({
  name: 'test.enter',
  gate: true,
  allow: () => true,
  refusals: [],
  run: async (context, _input: undefined) => tellOfNewBrowser(context, await getAccount(context.tx, person.id), randomUUID()),
})

/** A sign-in from a browser never seen; whether its owner is told of it. */
async function enterFromNewBrowser(): Promise<boolean> {
  const told = async () => (await ground.mails(person.email)).filter(({ kind }) => kind === 'accounts.new-browser').length
  const before = await told()
  const request = { id: null, network: randomUUID(), browserSecret: () => randomUUID() }
  await performerFor(ground.parts, visitor, request).perform(entering, undefined)
  return (await told()) > before
}

const tellings = [
  { title: 'mails that tell of a new browser: 5 in an hour', limit: 'accounts.new-browser-told.hour', most: 5, ...hour },
  { title: 'mails that tell of a new browser: 20 in a day', limit: 'accounts.new-browser-told.day', most: 20, ...day, paceMinutes: 30 },
]

for (const counted of tellings) test(counted.title, () => holds(ground.services.clock, counted, enterFromNewBrowser))
