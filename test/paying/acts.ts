import fc from 'fast-check'
import { notePaymentEvent } from '../../src/filing/payment/payment-events.ts'
import { type PayEventKind, payEventKinds } from '../../src/platform/pay/index.ts'
import type { Ground } from './ground.ts'
import type { Person } from './person.ts'
import { type News, type Trouble, troubles } from './provider.ts'
import { askForWaiver, grantWaiver } from './waiver.ts'

/** One thing that somebody does. Plain, so that a failing order can be read and shrunk; `which` picks among what is there. */
export type Act =
  | { readonly does: 'sign' | 'pay' | 'edit' | 'add-file' | 'delete' | 'restore' | 'look' | 'ask-waiver' | 'grant-waiver' }
  | { readonly does: 'pay-old-price'; readonly cents: number }
  | { readonly does: 'set-fee'; readonly cents: number }
  | { readonly does: Payers; readonly which: number }
  | { readonly does: 'deliver' | 'drop' | 'deliver-again'; readonly which: number }
  | { readonly does: 'claim'; readonly which: number; readonly kind: PayEventKind }
  | { readonly does: 'work'; readonly which: number; readonly times: number }
  | { readonly does: 'lose-jobs' | 'poll' | 'look-back' }
  | { readonly does: 'trouble'; readonly with: readonly Trouble[] }
  | { readonly does: 'provider'; readonly isDown: boolean }
  | { readonly does: 'clock'; readonly seconds: number }
  | { readonly does: 'at-once'; readonly acts: readonly Act[] }

const payers = ['approve', 'slow', 'debit', 'decline', 'leave', 'bankAgrees', 'bankRefuses', 'bankTakesBack', 'dispute'] as const
type Payers = (typeof payers)[number]

const which = fc.nat(20)
const jumps = [-90, 5, 5, 35, 35, 130, 130, 130, 7_200, 26 * 3600, 8 * 86_400]
const fees = fc.constantFrom(41_500, 42_500, 38_000)
const plain = (...names: (Act & { which?: never })['does'][]) => fc.constantFrom(...names).map((does) => ({ does }) as Act)

const single: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: plain('sign') },
  { weight: 8, arbitrary: plain('pay') },
  { weight: 2, arbitrary: plain('edit', 'add-file', 'delete', 'restore', 'restore') },
  { weight: 2, arbitrary: plain('ask-waiver', 'grant-waiver', 'grant-waiver') },
  { weight: 2, arbitrary: plain('lose-jobs', 'look-back') },
  { weight: 8, arbitrary: plain('poll', 'poll', 'look') },
  { weight: 1, arbitrary: fees.map((cents): Act => ({ does: 'pay-old-price', cents })) },
  { weight: 1, arbitrary: fees.map((cents): Act => ({ does: 'set-fee', cents })) },
  { weight: 7, arbitrary: which.map((at): Act => ({ does: 'approve', which: at })) },
  { weight: 9, arbitrary: fc.tuple(fc.constantFrom(...payers), which).map(([does, at]): Act => ({ does, which: at })) },
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom('deliver', 'drop', 'deliver-again'), which).map(([does, at]) => ({ does, which: at }) as Act) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...payEventKinds), which).map(([kind, at]): Act => ({ does: 'claim', kind, which: at })) },
  { weight: 18, arbitrary: fc.tuple(which, fc.constantFrom(1, 1, 1, 2, 3)).map(([at, times]): Act => ({ does: 'work', which: at, times })) },
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...troubles), { minLength: 1, maxLength: 4 }).map((list): Act => ({ does: 'trouble', with: list })) },
  { weight: 1, arbitrary: fc.boolean().map((isDown): Act => ({ does: 'provider', isDown })) },
  { weight: 5, arbitrary: fc.constantFrom(...jumps).map((seconds): Act => ({ does: 'clock', seconds })) },
)

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 9, arbitrary: single },
  { weight: 2, arbitrary: fc.array(single, { minLength: 2, maxLength: 3 }).map((acts): Act => ({ does: 'at-once', acts })) },
)

const work: Act = { does: 'work', which: 0, times: 1 }
const opened: readonly Act[] = [{ does: 'sign' }, { does: 'pay' }, work, { does: 'look' }]
const by = (does: Payers): Act => ({ does, which: 0 })
const heard: readonly Act[] = [{ does: 'clock', seconds: 5 }, { does: 'poll' }]

/** How far most have come before things go wrong: an order that begins with nothing seldom comes to the rarer states. */
const beginnings = fc.constantFrom<readonly Act[]>(
  [],
  opened,
  [{ does: 'sign' }, { does: 'pay' }],
  [...opened, by('approve')],
  [...opened, by('approve'), ...heard],
  [...opened, by('slow'), ...heard],
  [...opened, by('decline'), by('decline')],
  [...opened, by('debit'), ...heard],
  [...opened, by('debit'), ...heard, by('bankAgrees'), ...heard],
  [...opened, by('debit'), { does: 'edit' }, ...heard, work, by('bankAgrees')],
  [...opened, by('approve'), ...heard, work, by('dispute')],
  [{ does: 'ask-waiver' }, ...opened],
  [{ does: 'ask-waiver' }, ...opened, by('approve'), { does: 'grant-waiver' }],
)

/** An order of acts over one filing. */
export const orders: fc.Arbitrary<readonly Act[]> = fc
  .tuple(beginnings, fc.array(act, { minLength: 3, maxLength: 20, size: 'max' }))
  .map(([beginning, more]) => [...beginning, ...more])

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]

/** Does one act. What it does not fit does nothing, as a page that is out of date. */
export async function perform(ground: Ground, person: Person, act: Act): Promise<void> {
  switch (act.does) {
    case 'sign': return person.sign()
    case 'pay': return person.pay()
    case 'edit': return person.edit()
    case 'add-file': return person.addFile()
    case 'delete': return void (await person.delete())
    case 'restore': return void (await person.restore())
    case 'look': return void (await person.look())
    case 'ask-waiver': return askForWaiver(ground, person)
    case 'grant-waiver': return void (await grantWaiver(ground, person))
    case 'pay-old-price': return person.pay(act.cents)
    case 'set-fee': return ground.setFee(act.cents)
    case 'poll': return ground.poll()
    case 'look-back': return ground.lookBack()
    case 'lose-jobs': return void (await ground.lose())
    case 'clock': return ground.clock.advance({ seconds: act.seconds })
    case 'at-once': return void (await Promise.all(act.acts.map((each) => perform(ground, person, each))))
    case 'work': return workOne(ground, act)
    default: return outside(ground, person, act)
  }
}

async function workOne({ waiting, work }: Ground, { which: at, times }: { which: number; times: number }): Promise<void> {
  const job = pick(await waiting(), at)
  if (job) await work(job, times)
}

type Outside = Extract<Act, { does: Payers | 'deliver' | 'drop' | 'deliver-again' | 'claim' | 'trouble' | 'provider' }>

/** What the payer, the banks, the provider and the network do. */
async function outside({ provider, gate }: Ground, { told }: Person, act: Outside): Promise<void> {
  const hear = (event: News) => gate().perform(notePaymentEvent, { event, at: provider.port.name })
  const { news, payer, ahead, standing } = provider
  if (act.does === 'trouble') ahead.push(...act.with)
  else if (act.does === 'provider') standing.isDown = act.isDown
  else if (act.does === 'claim') {
    // Signed by the provider, and yet not so: late, or about another moment.
    const providerId = pick(told.tabs, act.which)
    if (providerId) await hear({ eventId: `claimed_${act.kind}_${providerId}`, providerId, kind: act.kind })
  } else if (act.does === 'deliver' || act.does === 'drop' || act.does === 'deliver-again') {
    const event = pick(news, act.which)
    if (!event) return
    if (act.does !== 'drop') await hear(event)
    if (act.does !== 'deliver-again') news.splice(news.indexOf(event), 1)
  } else {
    const tab = pick(told.tabs, act.which)
    if (tab) payer[act.does](tab)
  }
}
