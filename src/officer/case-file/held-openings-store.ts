import type { Tx } from '../../platform/db/transaction.ts'

/** Who opened the files of these cases, the oldest first: never which staff member. */
export const listOpeningsOf = (tx: Tx, cases: readonly string[]) =>
  cases.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('officer.file_opening')
        .select(['case', 'office', 'role', 'reason', 'at'])
        .where('case', 'in', cases)
        .orderBy('at')
        .orderBy('id')
        .execute()

export const listRolesOf = (tx: Tx, staff: readonly string[]) =>
  staff.length === 0
    ? Promise.resolve([])
    : tx.selectFrom('officer.staff').select(['id', 'role']).where('id', 'in', staff).execute()
