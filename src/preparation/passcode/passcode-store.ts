import type { Insertable, Selectable } from 'kysely'
import type { DB } from '../../platform/db/tables.ts'
import type { Tx } from '../../platform/db/transaction.ts'

export type PasscodeRow = Selectable<DB['preparation.passcode']>

export const findPasscode = (tx: Tx, id: string): Promise<PasscodeRow | undefined> =>
  tx.selectFrom('preparation.passcode').selectAll().where('id', '=', id).executeTakeFirst()

/** The passcode of a preparation that has not ended, locked. */
export const lockStandingPasscode = (tx: Tx, preparation: string): Promise<PasscodeRow | undefined> =>
  tx.selectFrom('preparation.passcode').selectAll().where('preparation', '=', preparation).where('ended_at', 'is', null).forUpdate().executeTakeFirst()

export async function countPasscodes(tx: Tx, preparation: string): Promise<number> {
  const { issued } = await tx
    .selectFrom('preparation.passcode')
    .select(({ fn }) => fn.countAll<number>().as('issued'))
    .where('preparation', '=', preparation)
    .executeTakeFirstOrThrow()
  return Number(issued)
}

export async function insertPasscode(tx: Tx, row: Insertable<DB['preparation.passcode']>): Promise<void> {
  await tx.insertInto('preparation.passcode').values(row).execute()
}

/** Ends a passcode: from here on it opens nothing. */
export async function endPasscode(tx: Tx, id: string, ended_as: 'replaced' | 'withdrawn', ended_at: Temporal.Instant): Promise<void> {
  await tx.updateTable('preparation.passcode').set({ ended_at, ended_as, shown_sealed: null }).where('id', '=', id).execute()
}

/** Forgets the code once a page has shown it. */
export async function forgetShown(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('preparation.passcode').set({ shown_sealed: null }).where('id', '=', id).execute()
}
