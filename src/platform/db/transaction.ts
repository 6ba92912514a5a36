import { type Kysely, sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { DB } from './tables.ts'

/** A database handle inside a transaction that carries its actor. Stores take this and nothing else. */
export type Tx = Kysely<DB>

export interface TransactionOptions {
  /** Runs under `portolan_gate`: the few operations that come before anyone is signed in. */
  gate?: boolean
  readOnly?: boolean
  /** Sets the savepoint that `toSavepoint` returns to in the same round trip: nothing is written before the work. */
  savepoint?: boolean
}

/** Only ids reach these settings, and a value that is not one is refused rather than quoted. */
const setting = (name: string, value: string | null) => {
  if (value !== null && !/^[\w:-]*$/.test(value)) throw new Error(`A transaction cannot carry this ${name}`)
  return `set_config('portolan.${name}', '${value ?? ''}', true)`
}

/** BEGIN, role, actor and savepoint in one round trip: row-level security reads the actor from the transaction. */
function opening(actor: Actor, options: TransactionOptions): string {
  const begin = options.readOnly ? 'begin read only' : 'begin'
  const role = options.gate ? 'set local role portolan_gate;' : ''
  const ids = [
    setting('actor_kind', actor.kind),
    setting('account', actor.kind === 'account' ? actor.id : null),
    setting('staff', actor.kind === 'staff' ? actor.id : null),
  ]
  return `${begin}; ${role} select ${ids.join(', ')}${options.savepoint ? '; savepoint work' : ''}`
}

/**
 * Runs `work` in one transaction as this actor; no actor, no rows.
 * Commits what `work` returns, undoes everything when it throws.
 */
export async function asActor<T>(
  pool: Kysely<DB>,
  actor: Actor,
  options: TransactionOptions,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return pool.connection().execute(async (tx) => {
    try {
      await sql.raw(opening(actor, options)).execute(tx)
      const result = await work(tx)
      await sql.raw('commit').execute(tx)
      return result
    } catch (fault) {
      await sql.raw('rollback').execute(tx).catch(() => undefined)
      throw fault
    }
  })
}

export const setSavepoint = (tx: Tx) => sql.raw('savepoint work').execute(tx)

/** Undoes what `work` wrote since the savepoint when it returns a refusal, and keeps what was done before it. */
export async function toSavepoint<T>(tx: Tx, isRefused: (result: T) => boolean, work: () => Promise<T>): Promise<T> {
  const result = await work()
  if (isRefused(result)) await sql.raw('rollback to savepoint work').execute(tx)
  return result
}
