import type { AgencyPack, CardStep } from '../../agency/index.ts'
import { closeTasksOfKind, type Entering, enterApart, lockForAct, openTask, statusEntry } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { insertCard, insertStep, isStepOf, listCards, listSteps } from './card-store.ts'
import { businessDayFrom } from '../evidence-requests/business-day.ts'
import { endOfDay } from '../evidence-requests/deadline.ts'
import { issueNotice } from '../notices/index.ts'
import { openOfAct, sealOfAct } from './sealed-act.ts'

export const cardSteps = ['ordered', 'produced', 'mailed', 'picked-up', 'delivered', 'returned', 'destroyed'] as const satisfies readonly CardStep[]

const trackingPlace = { table: 'correspondence.card_step', column: 'tracking_sealed' } as const

/** The card that a form yields; undefined: none. */
export const cardKindOf = ({ caseActs }: AgencyPack, form: string): string | undefined => caseActs.cards.kinds.find(({ forms }) => forms.includes(form))?.kind

/** The steps that can follow where a case stands; none for a form that yields no card. */
export function nextCardSteps(agency: AgencyPack, { status, form }: { status: string; form: string }): CardStep[] {
  if (!cardKindOf(agency, form)) return []
  const { next } = statusEntry(agency, status)
  return cardSteps.filter((step) => next.includes(agency.caseActs.cards.steps[step]))
}

export interface StepToRecord {
  /** Made with the page; becomes the step's id. */
  readonly press: string
  readonly receiptNumber: string
  readonly step: CardStep
  readonly doneOn: Temporal.PlainDate
  /** Only where it is mailed: one of the pack's carriers, and the number it is found by there. */
  readonly carrier: string
  readonly tracking: string
  readonly note: string
}

type NotRecorded = 'unknown-case' | 'not-a-next-step' | 'no-carrier'

/** A step of a card, inside the caller's transaction: the case has its status, and its people are told. Ordered anew, a card takes the place of the one before. */
export async function recordCardStep(context: Entering & Pick<OperationContext, 'audit'>, its: StepToRecord): Promise<{ caseId: string; isNew: boolean } | NotRecorded> {
  const { tx, actor, now, services, audit } = context
  const { agency, keys } = services
  const found = await lockForAct({ tx }, its.receiptNumber)
  if (!found) return 'unknown-case'
  audit({ subject: found.id, detail: { step: its.step } })
  if (await isStepOf(tx, its.press, found.id)) return { caseId: found.id, isNew: false }
  const kind = cardKindOf(agency, found.form)
  if (!kind || !nextCardSteps(agency, found).includes(its.step)) return 'not-a-next-step'
  const isMailed = its.step === 'mailed'
  if (isMailed && !(agency.caseActs.cards.carriers.some(({ id }) => id === its.carrier) && its.tracking !== '')) return 'no-carrier'
  const [newest] = await listCards(tx, [found.id])
  if (its.step !== 'ordered' && !newest) return 'not-a-next-step'
  const entered = await enterApart(context, { receiptNumber: its.receiptNumber, status: agency.caseActs.cards.steps[its.step], reason: its.note, on: its.doneOn, isToldApart: isMailed })
  if (typeof entered === 'string') return 'not-a-next-step'
  const card = its.step === 'ordered' ? newId() : (newest?.id ?? '')
  if (its.step === 'ordered') await insertCard(tx, { id: card, case: found.id, receipt_number: its.receiptNumber, kind, replaces: newest?.id ?? null, ordered_at: now })
  const sent = isMailed ? { carrier: its.carrier, tracking_sealed: sealOfAct(keys, found.id, its.press, trackingPlace, its.tracking) } : {}
  await insertStep(tx, { id: its.press, card, step: its.step, done_on: its.doneOn, by: actor.id as string, at: now, ...sent })
  await askForAddress(context, { caseId: found.id, its })
  if (isMailed) {
    const values = { what: { file: 'decisions', key: `card.${kind}` }, sentOn: its.doneOn, tracking: its.tracking }
    await issueNotice(context, { caseId: found.id, receiptNumber: its.receiptNumber, kind: 'card', source: its.press, values })
  }
  return { caseId: found.id, isNew: true }
}

/** The card came back: its people say where mail reaches them. Sent again or ordered anew, they need not any more; destroyed, they were too late. */
async function askForAddress(context: Entering, { caseId, its: { press, step, doneOn } }: { caseId: string; its: StepToRecord }): Promise<void> {
  const { agency } = context.services
  await closeTasksOfKind(context, { cases: [caseId], kind: 'confirm-address', how: step === 'destroyed' ? 'lapsed' : 'withdrawn' })
  if (step !== 'returned') return
  const dueAt = endOfDay(agency, businessDayFrom(agency.daysOff, doneOn.add({ days: agency.caseActs.cards.returnedDays })))
  await openTask(context, { caseId, kind: 'confirm-address', subject: press, dueAt })
}

export interface Card {
  readonly id: string
  readonly receiptNumber: string
  readonly kind: string
  readonly isReplacement: boolean
  readonly steps: readonly { readonly step: CardStep; readonly doneOn: Temporal.PlainDate; readonly carrier: string | null; readonly tracking: string | null }[]
}

/** The cards of these cases with their steps, the newest card first; for whoever may read them. */
export async function cardsOf(tx: Tx, keys: Keys, cases: readonly string[]): Promise<Card[]> {
  const cards = cases.length === 0 ? [] : await listCards(tx, cases)
  const steps = await listSteps(tx, cards.map(({ id }) => id))
  return cards.map((card) => ({
    id: card.id,
    receiptNumber: card.receipt_number,
    kind: card.kind,
    isReplacement: card.replaces !== null,
    steps: steps
      .filter((row) => row.card === card.id)
      .map(({ id, step, done_on, carrier, tracking_sealed }) => ({
        step: step as CardStep,
        doneOn: done_on,
        carrier,
        tracking: tracking_sealed && openOfAct(keys, card.case, id, trackingPlace, tracking_sealed),
      })),
  }))
}
