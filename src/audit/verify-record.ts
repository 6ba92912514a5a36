import type { Kysely } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import type { Keys } from '../platform/crypto/keys.ts'
import { isSignature } from '../platform/crypto/signing.ts'
import { asActor, type Tx } from '../platform/db/transaction.ts'
import type { DB } from '../platform/db/tables.ts'
import * as store from './audit-store.ts'
import { chainStart, headMessage, linkHash } from './seal-entries.ts'

export interface Verification {
  sealed: number
  unsealed: number
  /** When the first and the last entry that no link covers were written; null: there is none. */
  tail: { from: Temporal.Instant; until: Temporal.Instant } | null
  /** Positions whose entry was changed or removed, or that are missing; signed heads that do not fit. */
  faults: { position: number; fault: 'entry-changed' | 'entry-removed' | 'link-missing' | 'head-not-signed-by-us' | 'shipped-head-differs' }[]
}

const pageMost = 2000
const faultsMost = 100

/** A signed head as it was shipped out of the database: whoever draws the chain anew has to change it there too. */
export interface ShippedHead {
  readonly position: number
  readonly hash: Buffer
  readonly signature: string
}

/** Walks the whole chain and every signed head, those shipped elsewhere too; finds what was changed behind the application's back. */
export async function verifyRecord(pool: Kysely<DB>, keys: Keys, shipped: readonly ShippedHead[] = []): Promise<Verification> {
  return asActor(pool, systemActor('audit-verifier'), { readOnly: true }, async (tx) => {
    const hashes = new Map<number, Buffer>()
    const faults = await walk(tx, (position, hash) => hashes.set(position, hash))
    for (const head of await store.listSignedHeads(tx)) {
      const kept = hashes.get(head.position)
      const fits = kept?.equals(head.hash) && isSignature(keys, 'audit', headMessage(head.position, head.hash), head.signature)
      if (!fits) faults.push({ position: head.position, fault: 'head-not-signed-by-us' })
    }
    for (const { position, hash, signature } of shipped)
      if (!hashes.get(position)?.equals(hash) || !isSignature(keys, 'audit', headMessage(position, hash), signature)) faults.push({ position, fault: 'shipped-head-differs' })
    const { count, from, until } = await store.unlinked(tx)
    return { sealed: hashes.size, unsealed: count, tail: from && until ? { from, until } : null, faults: faults.slice(0, faultsMost) }
  })
}

async function walk(tx: Tx, seen: (position: number, hash: Buffer) => void): Promise<Verification['faults']> {
  const faults: Verification['faults'] = []
  let before: Buffer = chainStart
  let position = 0
  for (;;) {
    const links = await store.listLinks(tx, position, pageMost)
    if (links.length === 0) return faults
    for (const link of links) {
      position += 1
      const at = Number(link.position)
      if (at !== position) faults.push({ position, fault: 'link-missing' })
      position = at
      if (link.content === null) faults.push({ position: at, fault: 'entry-removed' })
      else if (!linkHash(before, link.content).equals(link.hash)) faults.push({ position: at, fault: 'entry-changed' })
      before = link.hash
      seen(at, link.hash)
    }
  }
}
