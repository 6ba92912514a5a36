import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import type { Keys } from '../platform/crypto/keys.ts'
import { signature } from '../platform/crypto/signing.ts'
import { asActor, type Tx } from '../platform/db/transaction.ts'
import type { DB } from '../platform/db/tables.ts'
import * as store from './audit-store.ts'

const batchMost = 500

export interface SealedHead {
  position: number
  hash: Buffer
  signature: string
}

/** What is signed: the position and the hash, so that an old head cannot stand for a later one. */
export const headMessage = (position: number, hash: Buffer) => Buffer.from(`portolan audit ${position} ${hash.toString('hex')}`)

/** A link's hash: SHA-256 over the link before it and the entry's content. The first link stands on 32 zero bytes. */
export function linkHash(before: Buffer, content: string): Buffer {
  return createHash('sha256').update(before).update(content).digest()
}

export const chainStart = Buffer.alloc(32)

/**
 * Draws the chain through what was committed since the last time and signs the new head.
 * Returns it, or null when there was nothing to seal or another sealer was at work.
 */
export async function sealEntries(pool: Kysely<DB>, keys: Keys, now: Temporal.Instant): Promise<SealedHead | null> {
  return asActor(pool, systemActor('audit-sealer'), {}, async (tx) => {
    if (!(await store.takeSealerLock(tx))) return null
    const entries = await store.lockUnsealed(tx, batchMost)
    if (entries.length === 0) return null
    return appendLinks(tx, keys, now, entries)
  })
}

async function appendLinks(tx: Tx, keys: Keys, now: Temporal.Instant, entries: store.StoredEntry[]): Promise<SealedHead> {
  let head = (await store.lastLink(tx)) ?? { position: 0, hash: chainStart }
  const links = entries.map((entry) => {
    head = { position: head.position + 1, hash: linkHash(head.hash, entry.content) }
    return { ...head, entry }
  })
  await store.insertLinks(tx, links)
  const signed = signature(keys, 'audit', headMessage(head.position, head.hash))
  await store.insertSignedHead(tx, { ...head, signedAt: now, signature: signed })
  return { ...head, signature: signed }
}
