import { after, before, test } from 'node:test'
import type { Act } from './acts.ts'
import { type Ground, payingGround } from './ground.ts'
import { runOrder } from './random-orders.ts'

let ground: Ground
before(async () => {
  ground = await payingGround()
})
after(() => ground.end())

const work: Act = { does: 'work', which: 0, times: 1 }
const opened: readonly Act[] = [{ does: 'sign' }, { does: 'pay' }, work, { does: 'look' }]
const hear: readonly Act[] = [{ does: 'clock', seconds: 150 }, { does: 'poll' }]
const by = (does: 'approve' | 'debit' | 'bankAgrees' | 'bankTakesBack'): Act => ({ does, which: 0 })

// Orders that once broke something, or that chance seldom finds.

test('a clock that is set back between two signatures never hides the newer one', () =>
  runOrder(ground, [{ does: 'sign' }, { does: 'clock', seconds: -90 }, { does: 'edit' }]))

test('a debit that is to be let go, is taken and then sent back by the bank ends, and nothing is given back twice', () =>
  runOrder(ground, [...opened, by('debit'), { does: 'edit' }, ...hear, work, by('bankAgrees'), by('bankTakesBack'), ...hear, work]))

test('a debit that is to be let go and is taken meanwhile is given back', () =>
  runOrder(ground, [...opened, by('debit'), { does: 'edit' }, ...hear, work, by('bankAgrees'), ...hear, work]))

test('a debit that was sure and came back before anybody here heard of it is written down as it moved', () =>
  runOrder(ground, [...opened, by('debit'), by('bankAgrees'), by('bankTakesBack'), { does: 'approve', which: 0 }, ...hear]))

test('an answer that changes after the payment is not received under the old signature', () =>
  runOrder(ground, [...opened, by('approve'), { does: 'edit' }, ...hear, work]))

test('a page that was opened after its payment was let go is let go too', () =>
  runOrder(ground, [{ does: 'sign' }, { does: 'pay' }, { does: 'edit' }, { does: 'sign' }, { does: 'pay' }, work, work, work, { does: 'look' }]))

test('a price that changed after the page was shown is not charged', () =>
  runOrder(ground, [{ does: 'sign' }, { does: 'set-fee', cents: 42_500 }, { does: 'pay-old-price', cents: 41_500 }, { does: 'pay' }, work, { does: 'look' }, by('approve'), ...hear]))

test('an untrue event that says a page was paid receives nothing', () =>
  runOrder(ground, [...opened, { does: 'claim', which: 0, kind: 'authorised' }, work]))

test('a page that was opened and not heard of is found again', () =>
  runOrder(ground, [{ does: 'sign' }, { does: 'pay' }, { does: 'trouble', with: ['timed-out-after'] }, work, work, { does: 'look' }]))

test('jobs that were lost with their queue are made up for', () =>
  runOrder(ground, [{ does: 'sign' }, { does: 'pay' }, { does: 'lose-jobs' }, ...hear, work, { does: 'look' }, by('approve'), ...hear, { does: 'lose-jobs' }]))

test('a form that is paid for and waived at once is received once, and the money let go', () =>
  runOrder(ground, [{ does: 'ask-waiver' }, ...opened, by('approve'), { does: 'grant-waiver' }, { does: 'sign' }, ...hear, work]))

test('presses at once, of people who press twice and in two tabs, never end in a fault', () =>
  runOrder(ground, [{ does: 'sign' }, { does: 'at-once', acts: [{ does: 'pay' }, { does: 'pay' }, { does: 'pay' }, { does: 'sign' }, { does: 'pay' }] }, work, { does: 'look' }, by('approve'), ...hear]))
