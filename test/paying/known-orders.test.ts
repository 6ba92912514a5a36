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

/** Orders that once broke something, or that chance seldom finds. */
const known: readonly (readonly [title: string, acts: readonly Act[]])[] = [
  ['a clock that is set back between two signatures never hides the newer one', [...opened, { does: 'clock', seconds: -90 }, { does: 'edit' }, { does: 'sign' }, { does: 'pay' }]],
  [
    'a debit that is to be let go, is taken and then sent back by the bank ends, and nothing is given back twice',
    [...opened, by('debit'), { does: 'edit' }, ...hear, work, by('bankAgrees'), by('bankTakesBack'), ...hear, work],
  ],
  [
    'a debit that is to be let go and is taken meanwhile is given back',
    [...opened, by('debit'), { does: 'edit' }, ...hear, work, by('bankAgrees'), ...hear, work],
  ],
]

for (const [title, acts] of known) test(title, () => runOrder(ground, acts))
