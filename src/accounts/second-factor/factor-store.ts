import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Factors } from './factors.ts'

/** One statement, under the rights of the caller: one's own account, or any at the gate. */
export async function readFactors(tx: Tx, account: string): Promise<Factors> {
  const { rows } = await sql<{ phone: string | null; apps: number; passkeys: number; has_backup_code: boolean }>`
    select
      (select id from accounts.contact_point where account = ${account}
        and kind = 'phone' and purpose = 'codes' and proven_at is not null and removed_at is null) as phone,
      (select count(*)::int from accounts.authenticator_app
        where account = ${account} and proven_at is not null and removed_at is null) as apps,
      (select count(*)::int from accounts.passkey where account = ${account} and removed_at is null) as passkeys,
      exists (select from accounts.backup_code where account = ${account} and used_at is null) as has_backup_code`.execute(tx)
  const found = rows[0]
  return {
    phone: found?.phone ?? null,
    apps: found?.apps ?? 0,
    passkeys: found?.passkeys ?? 0,
    hasBackupCode: found?.has_backup_code ?? false,
  }
}

/** When a code that was mailed, and one that was texted, last proved a session; null: not within the sessions kept. */
export async function lastUses(tx: Tx, account: string): Promise<{ email: Temporal.Instant | null; sms: Temporal.Instant | null }> {
  const { rows } = await sql<{ email: Temporal.Instant | null; sms: Temporal.Instant | null }>`
    select max(proved_at) filter (where proved_by in ('email', 'email-and-sms')) as email,
      max(proved_at) filter (where proved_by in ('sms', 'email-and-sms')) as sms
    from accounts.session where account = ${account}`.execute(tx)
  return rows[0] ?? { email: null, sms: null }
}

/** How many other accounts the proven telephone of who acts opens; who is protected is not counted. */
export async function countOthersOnPhone(tx: Tx): Promise<number> {
  const { rows } = await sql<{ others: number }>`select accounts.others_on_own_phone() as others`.execute(tx)
  return rows[0]?.others ?? 0
}
