import { insertSession } from '../../src/accounts/sessions/session-store.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { asActor } from '../../src/platform/db/transaction.ts'
import type { CasesGround } from './cases-ground.ts'

/** Gives a person the session their actor names, with a factor given now. */
export async function proveNow({ database, services }: Pick<CasesGround, 'database' | 'services'>, actor: Actor): Promise<void> {
  const now = services.clock.now()
  await asActor(database.pools.portal, actor, { gate: true }, (tx) =>
    insertSession(tx, null, {
      id: String(actor.sessionId),
      secret_hash: `test:${String(actor.sessionId).padEnd(44, '-')}`,
      account: String(actor.id),
      stage: 'full',
      begun_at: now,
      last_seen_at: now,
      ends_at: now.add({ hours: 12 }),
      proved_at: now,
      proved_by: 'email',
    network: null,
    device: null,
    country: null,
    }),
  )
}
