import type { AgencyPack } from '../../agency/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { isId, newId } from '../../platform/ids.ts'
import { type OperationContext, query } from '../../platform/operation.ts'
import { statusEntry } from '../case.ts'
import { mailGoesAgain } from '../later-paper/mail-hold.ts'
import { mayReadOwnCases } from '../may.ts'
import { type CaseAddresses, sealCaseAddresses } from './case-address.ts'
import { type CaseToAddress, findPress, insertAddressChanges, insertPress, listOwnCases, lockOwnCases, type PressedCase, touchCases } from './case-address-store.ts'

export interface CaseNamed {
  receiptNumber: string
  form: string
}

const isReached = (agency: AgencyPack, its: CaseToAddress) => !its.protected && !statusEntry(agency, its.status).final

const namesOf = (cases: readonly Pick<CaseToAddress, 'receipt_number' | 'form'>[]): CaseNamed[] =>
  cases.map(({ receipt_number, form }) => ({ receiptNumber: receipt_number, form }))

/** The cases that a change of address would reach now, and those it would not because the law protects them. */
export const casesToAddress = query({
  name: 'cases.to-address',
  allow: (actor, _input: Record<string, never>) => mayReadOwnCases(actor),
  async run({ tx, actor, services }): Promise<{ reached: readonly CaseNamed[]; guarded: readonly CaseNamed[] }> {
    const cases = await listOwnCases(tx, accountsOf(actor))
    return {
      reached: namesOf(cases.filter((its) => isReached(services.agency, its))),
      guarded: namesOf(cases.filter((its) => its.protected)),
    }
  },
})

/**
 * Changes a person's address on every pending case of theirs, inside the operation of a higher room: all of them or, when
 * one cannot be changed, none. A decided case stays as it was decided. A protected case is never changed from the
 * portal: who got into the account must not be able to send the mail of a protected person to themselves (8 U.S.C.
 * 1367; the agency has a way of its own for it).
 * @returns the id of this press, and the cases it changed
 */
export async function changeAddressOfCases(
  context: Pick<OperationContext, 'tx' | 'actor' | 'now' | 'services' | 'enqueue'>,
  addresses: CaseAddresses,
): Promise<{ press: string; changed: readonly CaseNamed[] }> {
  const { tx, actor, now, services } = context
  const press = newId()
  await insertPress(tx, { id: press, account: actor.id as string, at: now })
  const cases = await lockOwnCases(tx, accountsOf(actor))
  const pending = cases.filter((its) => isReached(services.agency, its))
  const changes = pending.map((its) => {
    const id = newId()
    const sealed = sealCaseAddresses(services.keys, its.id, id, addresses)
    return { id, press, case: its.id, account: its.account, sealed, at: now }
  })
  await insertAddressChanges(tx, changes)
  await touchCases(tx, pending.map(({ id }) => id), now)
  await mailGoesAgain(context, { cases: pending.map(({ id }) => id), addressee: 'applicant', as: 'changed' })
  return { press, changed: namesOf(pending) }
}

/** What one press did: which cases it changed, and which it did not because they are decided, or protected by law. */
export interface AddressPress {
  at: Temporal.Instant
  changed: readonly CaseNamed[]
  decided: readonly CaseNamed[]
  guarded: readonly CaseNamed[]
}

export const addressPress = query({
  name: 'cases.address-press',
  allow: (actor, _input: { press: string }) => mayReadOwnCases(actor),
  async run({ tx, actor }, { press }): Promise<AddressPress | null> {
    const found = isId(press) ? await findPress(tx, accountsOf(actor), press) : undefined
    if (!found) return null
    const { cases } = found
    const named = (keep: (its: PressedCase) => boolean) => namesOf(cases.filter(keep))
    return {
      at: found.at,
      changed: named(({ changed }) => changed),
      decided: named((its) => !its.changed && !its.protected),
      guarded: named((its) => !its.changed && its.protected),
    }
  },
})
