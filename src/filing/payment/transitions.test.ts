import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { productFiles, root } from '../../../test/guards/source-files.ts'
import { asActor } from '../../platform/db/transaction.ts'
import { checkedStates, paymentStates } from './payment.ts'
import { recordPayment } from './payment-store.ts'
import { isLast, transitions } from './transitions.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround({ chaos: { loseEvents: 'all' } })
})
after(() => ground.end())

const page = readFileSync(join(root, 'docs/payment-states.md'), 'utf8')
const section = (title: string) => page.split(/^## /m).find((each) => each.startsWith(title)) ?? ''
const rowsOf = (title: string) =>
  [...section(title).matchAll(/^\| (.+) \|$/gm)].map(([, cells = '']) => cells.split(' | ')).slice(1)
const sorted = (lines: Iterable<string>) => [...new Set(lines)].toSorted()

const ways = sorted(transitions.map(({ from, to, by }) => `${from} → ${to} by ${by}`))
const moves = sorted(transitions.map(({ from, to }) => `${from} → ${to}`))

test('docs/payment-states.md tells every way that a payment may go, with its operation, and no other', () => {
  const told = rowsOf('The ways').flatMap(([from = '', to, by]) => from.split(', ').map((each) => `${each} → ${to} by ${by}`))
  assert.deepEqual(sorted(told), ways)
})

test('its drawing has the same ways', () => {
  const named = (state = '') => (state === '[*]' ? 'none' : state === 'notCaptured' ? 'not-captured' : state)
  const drawn = [...section('Drawn').matchAll(/^ {2}(\S+) --> (\S+)$/gm)].map(([, from, to]) => `${named(from)} → ${named(to)}`)
  assert.deepEqual(sorted(drawn), moves)
})

test('it says of every state what the person sees and who moves it on; the poller looks after all that are not last', () => {
  const told = rowsOf('What the person sees')
  assert.deepEqual(told.map(([state]) => state), [...paymentStates])
  const last = told.filter(([, , , mover]) => mover?.startsWith('nobody') || mover?.startsWith('the office')).map(([state]) => state)
  assert.deepEqual(sorted(last as string[]), sorted([...paymentStates.filter(isLast), 'captured']))
  assert.deepEqual(sorted(checkedStates), sorted(paymentStates.filter((state) => !last.includes(state))))
})

test('every way is the work of an operation that is there, and every state can be reached', () => {
  const files = productFiles().filter(({ path }) => path.startsWith('src/filing/'))
  for (const by of new Set(transitions.map((each) => each.by)))
    assert.ok(files.some(({ text }) => text.includes(`name: '${by}'`)), by)
  assert.deepEqual(sorted(transitions.map(({ to }) => to)), sorted(paymentStates))
})

test('the database knows the same ways', async () => {
  const [row] = await ground.rows<{ text: string }>("select pg_get_functiondef('filing.payment_moves'::regproc) as text")
  const held = [...(row?.text ?? '').matchAll(/\('([a-z-]+)', '([a-z-]+)'\)/g)].map(([, from, to]) => `${from} → ${to}`)
  assert.deepEqual(sorted(held), moves.filter((move) => !move.startsWith('none')))
})

const asWorker = (work: Parameters<typeof asActor>[3]) => asActor(ground.database.pools.worker, ground.asSystem().actor, {}, work)

test('a move that there is no way for is a fault in the code, and another in the database; what is written down stays', async () => {
  const { payment } = await ground.payable()
  const moved = asWorker((tx) => recordPayment(tx, payment, { state: 'captured', captured_cents: 41_500, moved_at: ground.clock.now() }))
  await assert.rejects(moved, /cannot become captured from where it stands/)
  const change = (set: Record<string, unknown>) =>
    asWorker((tx) => tx.updateTable('filing.payment').set(set).where('id', '=', payment).execute())
  await assert.rejects(change({ state: 'captured' }), /cannot go from open to captured/)
  await assert.rejects(change({ provider_id: 'another' }), /stays at the page that was opened for it/)
  await assert.rejects(change({ amount_cents: 1 }), /What a payment is for does not change/)
  await change({ captured_cents: 100, moved_at: ground.clock.now() })
  await assert.rejects(change({ captured_cents: 0 }), /What was taken stays written down/)
})
