import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type AccountsGround, accountsGround } from '../../../test/cast/accounts-ground.ts'
import { visitor } from '../../platform/actor.ts'
import { operation } from '../../platform/operation.ts'
import { type Destination, giveSendsBack, maySendTo } from './send-limits.ts'

let ground: AccountsGround
before(async () => {
  ground = await accountsGround()
})
after(() => ground.end())
/** Each rule on a day of its own, from its first minute on. */
beforeEach(() => {
  const { clock } = ground.services
  clock.set(clock.now().toZonedDateTimeISO('UTC').add({ days: 2 }).round({ smallestUnit: 'day', roundingMode: 'floor' }).toInstant())
})

const sending = operation({
  name: 'test.send',
  gate: true,
  allow: (_actor, _to: Destination) => true,
  refusals: [],
  run: (context, to) => maySendTo(context, to),
})

const givingBack = operation({
  name: 'test.give-back',
  gate: true,
  allow: (_actor, _sent: { account: string; sent_at: Temporal.Instant; sent_to: string[] }) => true,
  refusals: [],
  run: (context, sent) => giveSendsBack(context, sent),
})

const fresh = (() => {
  let made = 0
  return (what: string) => {
    made += 1
    return `${what}-${made}`
  }
})()

async function send(to: Partial<Destination> = {}, network = fresh('network')): Promise<boolean> {
  const by = ground.as(visitor, { id: null, network })
  const sent = await by.perform(sending, { addressHash: fresh('address'), account: fresh('account'), isProven: true, ...to })
  return sent.ok && sent.output
}

/** Of so many sends, hours apart where said, how many are let through. */
async function letThrough(times: number, each: () => Promise<boolean>, hoursApart = 0): Promise<number> {
  let sent = 0
  for (let time = 0; time < times; time += 1) {
    if (await each()) sent += 1
    if (hoursApart) ground.services.clock.advance({ minutes: hoursApart * 60 })
  }
  return sent
}

test('an address gets five codes an hour and twenty a day, whichever account and network asks', async () => {
  const addressHash = fresh('address')
  assert.equal(await letThrough(8, () => send({ addressHash })), 5)
  ground.services.clock.advance({ hours: 1 })
  assert.equal(await letThrough(20, () => send({ addressHash }), 0.25), 15)
})

test('of forty parallel sends to one address five leave', async () => {
  const addressHash = fresh('address')
  const sent = await Promise.all(Array.from({ length: 40 }, () => send({ addressHash })))
  assert.equal(sent.filter(Boolean).length, 5)
})

test('a code used rightly gives its place back, in the hour in which it was sent', async () => {
  const addressHash = fresh('address')
  const sentAt = ground.services.clock.now()
  await letThrough(5, () => send({ addressHash }))
  await ground.as().perform(givingBack, { account: 'any', sent_at: sentAt, sent_to: [addressHash] })
  assert.equal(await letThrough(3, () => send({ addressHash })), 1)
})

test('a number nobody has proven gets three an hour and six a day, and leaves its owner two of the hour', async () => {
  const addressHash = fresh('address')
  assert.equal(await letThrough(5, () => send({ addressHash, isProven: false })), 3)
  assert.equal(await letThrough(5, () => send({ addressHash })), 2)
  ground.services.clock.advance({ hours: 1 })
  assert.equal(await letThrough(6, () => send({ addressHash, isProven: false }), 0.5), 3)
})

test('an account has five proofs an hour and ten a day, to whatever numbers, used rightly or not', async () => {
  const account = fresh('account')
  const proof = async () => {
    const addressHash = fresh('address')
    const sentAt = ground.services.clock.now()
    const sent = await send({ account, addressHash, isProven: false })
    await ground.as().perform(givingBack, { account, sent_at: sentAt, sent_to: [addressHash] })
    return sent
  }
  assert.equal(await letThrough(7, proof), 5)
  ground.services.clock.advance({ hours: 1 })
  assert.equal(await letThrough(8, proof, 0.5), 5)
})

test('a network has twenty proofs an hour and sixty a day', async () => {
  const network = fresh('network')
  assert.equal(await letThrough(24, () => send({ isProven: false }, network)), 20)
  for (const left of [20, 20, 0]) {
    ground.services.clock.advance({ hours: 1 })
    assert.equal(await letThrough(24, () => send({ isProven: false }, network)), left)
  }
})

test('a send that is refused is counted nowhere', async () => {
  const [addressHash, account] = [fresh('address'), fresh('account')]
  await letThrough(3, () => send({ addressHash, isProven: false }))
  await letThrough(9, () => send({ addressHash, account, isProven: false }))
  assert.equal(await letThrough(7, () => send({ account, isProven: false })), 5)
})
