import type { From } from '../../src/filing/payment/transitions.ts'
import { cards, debitWith, payFormWith } from '../../src/platform/pay/cashier-bench.ts'
import { bringPaper, paidScenario, sign } from './file-i90.ts'
import type { HeldWhere, Question } from './held-answers.ts'
import { type Filing, formOn, type PayingServer } from './paying-server.ts'
import { isIdle, until } from './uploader.ts'

/** Something that a person, their bank, the provider or the network does to a filing. */
export type Act = (ground: PayingServer, filing: Filing) => Promise<unknown>

/** One after the other. */
export const then =
  (...acts: readonly Act[]): Act =>
  async (ground, filing) => {
    for (const act of acts) await act(ground, filing)
  }

export const at =
  (state: From): Act =>
  ({ untilState }, { draft }) =>
    untilState(draft, state)

export const press: Act = ({ press }, filing) => press(filing)
export const opened = then(press, at('open'))
export const payWith =
  (cardNumber: string): Act =>
  async ({ lastOf }, { draft }) =>
    payFormWith((await lastOf(draft)).provider_url ?? '', { cardNumber })
export const pay = payWith(cards.approved)
export const debit =
  (account: string): Act =>
  async ({ lastOf }, { draft }) =>
    debitWith((await lastOf(draft)).provider_url ?? '', account)
export const leave: Act = async ({ lastOf }, { draft }) => payFormWith((await lastOf(draft)).provider_url ?? '', { action: 'cancel' })
export const hoursPass =
  (hours: number): Act =>
  async ({ cashier, lastOf }, { draft }) =>
    cashier.pass(hours, (await lastOf(draft)).provider_id ?? '')

/** Does something of which the server hears nothing but this question, which is held up. */
export const heldAt =
  (question: Question, where: HeldWhere, act: Act): Act =>
  async (ground, filing) => {
    const reached = ground.gate.hold(question, where)
    const acting = act(ground, filing)
    await reached
    // A press that nobody answers any more is over when the server is dead.
    void acting
  }

/** Does something that waits, in the middle of its transaction, for the row of the draft. */
export const inItsTransaction =
  (act: Act): Act =>
  async (ground, filing) => {
    const row = ground.heldRow()
    await row.take(filing.draft)
    void act(ground, filing)
    await row.untilWaitedFor()
  }
export const rowIsFree: Act = (ground) => ground.heldRow().letGo()
export const hearsNothing: Act = async ({ gate }) => void gate.hold('find', 'unheard')

/** Another file, while what was paid has not been heard of: the signature does not cover it. */
const change: Act = async ({ truth }, { client, draft }) => {
  await bringPaper(client, draft, 'lost-card-copy')
  await until('the file is checked', () => isIdle(truth, draft))
}
export const paidAndChanged = then(opened, heldAt('find', 'unheard', pay), change)
export const heard =
  (question: Question): Act =>
  async ({ gate }) =>
    gate.letPass(question)
export const refused: Act = async ({ gate }) => gate.refuse('open')
export const letGoElsewhere: Act = async ({ cashier, lastOf }, { draft }) => cashier.cancel((await lastOf(draft)).provider_id ?? '', `elsewhere:${draft}`)
export const tenTimes = (act: Act) => Array.from({ length: 10 }, () => act)

export const signAgain: Act = async (_, filing) => {
  const { client, email, draft } = filing
  await sign(client, email, draft, paidScenario)
  Object.assign(filing, { form: formOn(client) })
}
export const payAgain = then(at('open'), pay, at('captured'))
