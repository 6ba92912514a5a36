import { sql } from 'kysely'
import { hashCandidates, keyedHash } from '../../crypto/keyed-hash.ts'
import type { Keys } from '../../crypto/keys.ts'
import type { Tx } from '../../db/transaction.ts'
import type { DeliveryReport } from './delivery-report.ts'

const purpose = 'mail-address'

const plain = (address: string) => address.trim().toLowerCase()

export const addressHash = (keys: Keys, address: string): string => keyedHash(keys, purpose, plain(address))

/** Whether mails to this address of a person come back. */
export async function isUnreachable(tx: Tx, keys: Keys, { person, address }: { person: string; address: string }): Promise<boolean> {
  const hashes = hashCandidates(keys, purpose, plain(address))
  const { rows } = await sql<{ unreachable: boolean }>`select mail.is_unreachable(${person}, ${hashes}::text[]) as unreachable`.execute(tx)
  return rows[0]?.unreachable ?? false
}

/** Those of many people to whose address mails come back. */
export async function listUnreachable(tx: Tx, keys: Keys, people: readonly { person: string; address: string }[]): Promise<ReadonlySet<string>> {
  const asked = JSON.stringify(people.map(({ person, address }) => ({ person, hashes: hashCandidates(keys, purpose, plain(address)) })))
  const { rows } = await sql<{ person: string }>`
    select person from json_to_recordset(${asked}::json) as r (person text, hashes text[]) where mail.is_unreachable(person, hashes)`.execute(tx)
  return new Set(rows.map(({ person }) => person))
}

/** The person says that mail reaches them after all: news goes there again. */
export async function forgetBounces(tx: Tx, people: readonly string[]): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('mail.reach').where('person', 'in', people).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** RFC 3463: there is no such mailbox, or it is closed for good. Once is enough; anything else may be the server's mood. */
const definiteCodes = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'])

/** So many mails that came back for another reason make an address unreachable. */
const bouncesEnough = 3

/** True: it was news. */
export async function noteBounce(tx: Tx, { mail, code }: { mail: string; code: string }, at: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ news: boolean }>`
    select mail.note_bounce(${mail}::uuid, ${code}, ${definiteCodes.has(code)}, ${bouncesEnough}, ${at}) as news`.execute(tx)
  return rows[0]?.news ?? false
}

async function noteDelivery(tx: Tx, mail: string, at: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ news: boolean }>`select mail.note_delivery(${mail}::uuid, ${at}) as news`.execute(tx)
  return rows[0]?.news ?? false
}

export const noteOutcome = (tx: Tx, report: DeliveryReport, at: Temporal.Instant): Promise<boolean> =>
  report.outcome === 'bounced' ? noteBounce(tx, report, at) : noteDelivery(tx, report.mail, at)
