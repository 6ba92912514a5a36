import type { OperationContext } from '../../platform/operation.ts'
import { normalEmail } from '../../platform/crypto/normalise.ts'
import { nameOf, openOfStaff } from './staff.ts'
import { listSealedEmails, listSealedNames } from './staff-store.ts'

type Reading = Pick<OperationContext, 'tx' | 'services'>

/** What colleagues are called on the office's pages, by id; an id that is nobody's, or nobody at all, has no name. */
export async function colleaguesNamed(
  { tx, services }: Reading,
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => typeof id === 'string'))]
  const rows = known.length > 0 ? await listSealedNames(tx, known) : []
  return new Map(rows.map((row) => [row.id, nameOf(services.keys, row)]))
}

/** Whose address this is among colleagues; null: nobody's. */
export async function colleagueOfEmail({ tx, services }: Reading, email: string): Promise<string | null> {
  const sought = normalEmail(email)
  const all = await listSealedEmails(tx)
  return all.find(({ id, email_sealed }) => normalEmail(openOfStaff(services.keys, id, 'email_sealed', email_sealed)) === sought)?.id ?? null
}
