import { dateOfBirthHashes, listByNumbers, listStanding, type NumberedAccount } from '../../accounts/index.ts'
import { listTakenReceipts } from '../../cases/index.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { type LikenessKind, likenessHashes, listAlike, type StoredLikeness } from '../../profile/index.ts'
import type { IntakeRow } from './file/intake-row.ts'
import { listKnownRows } from './intake-store.ts'
import { rowHashes } from './row-hash.ts'

/** A row with its hashes; each list begins with the one under the current key. */
export interface HashedRow {
  readonly row: IntakeRow
  readonly rowHashes: readonly string[]
  readonly birthHashes: readonly string[]
  readonly likeness: ReadonlyMap<LikenessKind, readonly string[]>
}

export const hashedRow = (keys: Keys, row: IntakeRow): HashedRow => ({
  row,
  rowHashes: rowHashes(keys, row),
  birthHashes: dateOfBirthHashes(keys, row.person.dateOfBirth),
  likeness: likenessHashes(keys, { ...row.person, aNumber: row.aNumber, address: row.address }),
})

/** What the database has of these rows before any of them is taken. */
export interface Before {
  readonly knownRows: ReadonlySet<string>
  readonly takenReceipts: ReadonlySet<string>
  readonly numbered: ReadonlyMap<string, NumberedAccount>
  /** By the account that stands: a merged one's likeness leads to the one that was kept. */
  readonly alike: readonly StoredLikeness[]
  readonly numberOf: ReadonlyMap<string, string>
}

/** Four look-ups for a whole batch. */
export async function lookBefore({ tx }: Pick<OperationContext, 'tx'>, rows: readonly HashedRow[]): Promise<Before> {
  const knownRows = await listKnownRows(tx, rows.flatMap((each) => each.rowHashes))
  const takenReceipts = await listTakenReceipts(tx, rows.flatMap(({ row }) => row.receiptNumber ?? []))
  const numbered = await listByNumbers(tx, [...new Set(rows.flatMap(({ row }) => row.onlineAccountNumber ?? []))])
  const found = await listAlike(tx, rows.flatMap(({ likeness }) => [...likeness.values()].flat()))
  const standing = new Map((await listStanding(tx, [...new Set(found.map(({ account }) => account))])).map((each) => [each.asked, each]))
  const alike = found.flatMap((each) => {
    const stands = standing.get(each.account)
    return stands ? [{ ...each, account: stands.account }] : []
  })
  const numberOf = new Map([...standing.values()].map(({ account, number }) => [account, number]))
  return { knownRows, takenReceipts, numbered: new Map(numbered.map((each) => [each.number, each])), alike, numberOf }
}
