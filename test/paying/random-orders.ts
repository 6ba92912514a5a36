import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Act, orders, perform } from './acts.ts'
import { type Ground, payingGround } from './ground.ts'
import { checkQuiet, checkStep } from './invariants.ts'
import { type Person, personWithDraft } from './person.ts'

export type Seen = Record<string, number>

const roundsMost = 60

const count = (seen: Seen, what: string) => {
  seen[what] = (seen[what] ?? 0) + 1
}

/** Nothing more goes wrong and nobody presses anything: what was begun comes to its end by itself. */
async function settle(ground: Ground, { draft }: Person): Promise<void> {
  const { provider, clock, waiting, work, poll } = ground
  provider.standing.isDown = false
  provider.ahead.length = 0
  for (let round = 0; round < roundsMost; round += 1) {
    for (const { providerId } of provider.checkouts.values()) {
      provider.payer.bankAgrees(providerId)
      provider.payer.closeDispute(providerId, true)
    }
    for (const job of await waiting()) await work(job)
    const open = await ground.rows<{ n: number }>(
      `select count(*)::int as n from filing.payment p join filing.submission s on s.id = p.submission
       where s.draft = $1 and (p.state in ('preparing', 'open', 'pending', 'authorised', 'processing', 'releasing') or p.dispute = 'open')`,
      [draft],
    )
    if (open[0]?.n === 0 && (await waiting()).length === 0) break
    clock.advance({ hours: 1 })
    await poll()
  }
  await ground.lookBack()
}

/** Whoever has no receipt yet gets one by doing what the pages say: restore, sign, pay. */
async function goOn(ground: Ground, person: Person): Promise<void> {
  const { provider, waiting, work } = ground
  await person.restore()
  await person.sign()
  await person.pay()
  for (const job of await waiting()) await work(job)
  const standing = await person.look()
  const tab = person.told.tabs.at(-1)
  if (!standing?.received && tab) provider.payer.approve(tab)
  await settle(ground, person)
  assert.ok((await person.look())?.received, 'a person can always go on to a receipt')
}

/** One order of acts over one filing, with what always holds looked at after each. */
export async function runOrder(ground: Ground, acts: readonly Act[], seen: Seen = {}): Promise<void> {
  ground.setFee(41_500)
  ground.provider.forget()
  const person = await personWithDraft(ground)
  try {
    await walk(ground, person, acts, seen)
  } catch (fault) {
    throw new Error(await tale(ground, person), { cause: fault })
  }
}

/** What the record has of it, for whoever reads a failure. */
async function tale({ rows, clock }: Ground, { actor, draft }: Person): Promise<string> {
  const entries = await rows<Record<string, unknown>>(
    `select at, operation, outcome, refusal, detail from audit.entry
     where account = $1 or actor_id = $1::text or subject in (select s.id::text from filing.submission s where s.draft = $2) order by ordinal`,
    [actor.id, draft],
  )
  const lines = entries.map(({ at, operation, outcome, refusal, detail }) => [(at as Date).toISOString(), operation, refusal ?? outcome, JSON.stringify(detail)].join(' '))
  return [`it is ${clock.now()}`, ...lines].join('\n')
}

async function walk(ground: Ground, person: Person, acts: readonly Act[], seen: Seen): Promise<void> {
  for (const act of acts) {
    await perform(ground, person, act)
    const { payments } = await checkStep(ground, person)
    for (const state of new Set(payments.map((payment) => payment.state))) count(seen, state)
    if (act.does !== 'at-once') await person.look()
  }
  await settle(ground, person)
  await person.look()
  const { submission, payments } = await checkQuiet(ground, person)
  for (const { state, reason } of payments) count(seen, reason ? `ended ${state}, ${reason}` : `ended ${state}`)
  if (!submission?.received) {
    await goOn(ground, person)
    await checkQuiet(ground, person)
  }
  count(seen, 'receipts')
}

/** Clears what a failed order left, so that the next one begins with nothing under way. */
async function clear(ground: Ground): Promise<void> {
  await ground.lose()
  await ground.rows("update filing.payment set next_check_at = 'infinity' where state not in ('captured', 'released')")
}

/**
 * Tries random orders, in so many lanes at once, each with a database of its own; throws with the shortest order that
 * fails and the seed and path that lead to it. What is done at once is raced by the real database: such an order may need
 * to be tried more than once. Says how often each state was seen.
 */
export async function tryOrders({ runs, seed, lanes }: { runs: number; seed: number; lanes: number }): Promise<Seen> {
  const seen: Seen = {}
  const oneLane = async (lane: number) => {
    const ground = await payingGround()
    try {
      await fc.assert(
        fc.asyncProperty(orders, async (acts) => {
          try {
            await runOrder(ground, acts, seen)
          } catch (fault) {
            await clear(ground)
            throw fault
          }
        }),
        { numRuns: Math.ceil(runs / lanes), seed: seed + lane, endOnFailure: process.env.PAYING_SHRINK === 'no' },
      )
    } finally {
      await ground.end()
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: lanes }, (_, lane) => oneLane(lane)))
  for (const each of ended) if (each.status === 'rejected') throw each.reason
  return seen
}
