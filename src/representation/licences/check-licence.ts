import { accountsOfPerson, standingOf } from '../../accounts/index.ts'
import { notify } from '../../notifications/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { personsNamed } from '../../profile/index.ts'
import { openPractice, type Practice } from '../practice/practice.ts'
import { findPractice } from '../practice/practice-store.ts'
import { type Licence, licenceOf, sealLicence } from './licence.ts'
import { findLicence, listLicences, listToCheck, lockLicence, updateLicence } from './licence-store.ts'

type Reading = Pick<OperationContext, 'tx' | 'services'>

export interface LicenceToCheck {
  readonly licence: Licence
  /** As the representative states it in their profile; null: not stated. */
  readonly name: string | null
}

/** Licences that nobody looked at, the longest wait first, each with whose it is. */
export async function licencesToCheck({ tx, services }: Reading, page: { after: { at: string; id: string } | null; most: number }): Promise<LicenceToCheck[]> {
  const rows = await listToCheck(tx, page)
  const names = await personsNamed({ tx, services }, [...new Set(rows.map(({ account }) => account))])
  return rows.map((row) => ({ licence: licenceOf(services.keys, row), name: names.get(row.account)?.names[0] ?? null }))
}

export interface LicenceForOffice extends LicenceToCheck {
  readonly account: string
  readonly practice: Practice | null
  /** What else the same representative states. */
  readonly others: readonly Licence[]
}

/** One licence that stands, with the practice it is of; null: there is none. */
export async function licenceForOffice({ tx, services }: Reading, id: string): Promise<LicenceForOffice | null> {
  const row = await findLicence(tx, id)
  if (!row || row.removed_at) return null
  const { account } = row
  const names = await personsNamed({ tx, services }, [account])
  const accounts = await accountsOfPerson({ tx }, (await standingOf({ tx }, account)) ?? account)
  const practice = await findPractice(tx, accounts)
  const all = (await listLicences(tx, accounts)).map((each) => licenceOf(services.keys, each))
  return {
    account,
    name: names.get(account)?.names[0] ?? null,
    licence: licenceOf(services.keys, row),
    practice: practice ? openPractice(services.keys, practice) : null,
    others: all.filter((each) => each.id !== id),
  }
}

/** `statedAt`: of what was looked at. `reason`: why it is not accepted; null: it is verified. */
export interface Finding {
  readonly id: string
  readonly statedAt: string
  readonly reason: string | null
}

export const findingRefusals = ['no-such-licence', 'stated-anew', 'found-already'] as const

/**
 * What the office found of a licence, inside its operation; its representative is told that somebody looked, and reads what on the
 * page. What was stated anew since it was looked at is not found anything of; what was found is found once.
 */
export async function recordFinding(context: OperationContext, { id, statedAt, reason }: Finding): Promise<(typeof findingRefusals)[number] | null> {
  const { tx, actor, now, services, audit } = context
  const row = await lockLicence(tx, id)
  if (!row || row.removed_at) return 'no-such-licence'
  audit({ account: row.account, subject: id, detail: { verified: reason === null } })
  if (row.stated_at.toString() !== statedAt) return 'stated-anew'
  if (row.state !== 'claimed') return 'found-already'
  const found = { checked_by: actor.id as string, checked_at: now }
  if (reason === null) await updateLicence(tx, id, { state: 'verified', ...found })
  else await updateLicence(tx, id, { state: 'refused', reason_sealed: sealLicence(services.keys, row, 'reason_sealed', reason), ...found })
  await notify(context, { accounts: [row.account], topic: 'messages', mail: { kind: 'representation.licence-checked', values: {} } })
  return null
}
