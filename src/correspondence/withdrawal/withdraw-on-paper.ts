import { agencyDay, type Entering, enterApart, findApplicant, lockForAct, paperPeople, statusEntry } from '../../cases/index.ts'
import { signersOfCases } from '../../filing/index.ts'
import { textOf } from '../../platform/i18n/text.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { personsNamed } from '../../profile/index.ts'
import { endWithCase, holdAppointments } from '../ending/end-with-case.ts'
import { issueNotice } from '../notices/index.ts'
import { isTheirName } from './names-known.ts'
import { findPaperWithdrawal, insertPaperWithdrawal, isPaperTakenBefore } from './paper-withdrawal-store.ts'
import { canWithdraw } from './withdraw.ts'
import { openOfPaper, sealOfPaper, withdrawnStatus } from './withdrawal.ts'

type Acting = Entering & Pick<OperationContext, 'audit'>

export interface PaperWithdrawal {
  readonly receiptNumber: string
  /** The day on which the paper came, as stamped. */
  readonly receivedOn: Temporal.PlainDate
  /** The name it is signed with. */
  readonly name: string
  /** Why it is taken though that is not the name we know; null: it is. */
  readonly why: string | null
  readonly press: string
}

/** By which names the office knows the person of a case: as they signed its form here or on paper, and as they say they are called. */
export async function namesForOffice({ tx, services }: Pick<Acting, 'tx' | 'services'>, caseId: string): Promise<readonly string[]> {
  const account = await findApplicant(tx, caseId)
  const signed = (await signersOfCases({ tx, services }, [caseId])).get(caseId)?.names ?? []
  const onPaper = (await paperPeople({ tx, services }, [caseId])).get(caseId)?.names ?? []
  const stated = account === null ? [] : ((await personsNamed({ tx, services }, [account])).get(account)?.names ?? [])
  return [...new Set([...signed, ...onPaper, ...stated])]
}

export const paperWithdrawalRefusals = ['unknown-case', 'case-is-over', 'day-to-come', 'before-receipt', 'name-does-not-fit'] as const
type Refusal = (typeof paperWithdrawalRefusals)[number]

/**
 * Takes a signed paper by which a person withdraws their case, inside the caller's transaction: the case ends and what is open on it
 * with it, and its people are told. Whoever ends it first counts; the second finds it over.
 */
export async function withdrawOnPaper(context: Acting, its: PaperWithdrawal & { caseReceivedOn: Temporal.PlainDate }): Promise<{ caseId: string; isNew: boolean } | Refusal> {
  const { tx, actor, now, services, audit } = context
  const { receiptNumber, receivedOn, name, why, press } = its
  const { agency, keys } = services
  await holdAppointments(context, receiptNumber)
  const found = await lockForAct({ tx }, receiptNumber)
  if (!found) return 'unknown-case'
  audit({ subject: found.id, detail: { act: 'withdrawal', withdrawal: press } })
  const by = actor.id as string
  if (await isPaperTakenBefore(tx, { id: press, caseId: found.id, by })) return { caseId: found.id, isNew: false }
  if (!canWithdraw(statusEntry(agency, found.status))) return 'case-is-over'
  if (Temporal.PlainDate.compare(receivedOn, agencyDay(agency, now)) > 0) return 'day-to-come'
  if (Temporal.PlainDate.compare(receivedOn, its.caseReceivedOn) < 0) return 'before-receipt'
  const fits = isTheirName(name, await namesForOffice(context, found.id))
  if (!fits && why === null) return 'name-does-not-fit'
  const sealed = (column: 'name_sealed' | 'why_sealed', text: string) => sealOfPaper(keys, found.id, press, column, text)
  const words = { name_sealed: sealed('name_sealed', name), why_sealed: fits || why === null ? null : sealed('why_sealed', why) }
  await insertPaperWithdrawal(tx, { ...words, id: press, case: found.id, receipt_number: receiptNumber, received_on: receivedOn, by, at: now })
  const reason = textOf(agency.languageOfRecord, agency.timeZone)('decisions.withdrawal.reason')
  const entered = await enterApart(context, { receiptNumber, status: withdrawnStatus, reason, isToldApart: true })
  if (typeof entered === 'string') throw new Error(`A case that can be withdrawn was not: ${entered}`)
  await endWithCase(context, { caseId: found.id, receiptNumber, end: 'withdrawal', why: reason })
  await issueNotice(context, { caseId: found.id, receiptNumber, kind: 'withdrawal', values: { withdrawnOn: receivedOn }, source: press })
  return { caseId: found.id, isNew: true }
}

export interface TakenPaper {
  readonly receivedOn: Temporal.PlainDate
  readonly name: string
  readonly why: string | null
  readonly by: string
  readonly at: Temporal.Instant
}

/** The paper by which a case was withdrawn, the newest; null: none was taken. */
export async function paperWithdrawalOf({ tx, services: { keys } }: Pick<Acting, 'tx' | 'services'>, caseId: string): Promise<TakenPaper | null> {
  const row = await findPaperWithdrawal(tx, caseId)
  if (!row) return null
  const open = (column: 'name_sealed' | 'why_sealed', sealed: Uint8Array) => openOfPaper(keys, caseId, row.id, column, sealed)
  return { receivedOn: row.received_on, name: open('name_sealed', row.name_sealed), why: row.why_sealed && open('why_sealed', row.why_sealed), by: row.by, at: row.at }
}
