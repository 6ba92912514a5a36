import type { Kysely } from 'kysely'
import { type Actor, accountsOf } from '../actor.ts'
import type { PipelinedConnection } from './connection.ts'
import { handleOn, ours } from './pipelined-driver.ts'
import type { DB } from './tables.ts'

/** A database handle inside a transaction that carries its actor. Stores take this and nothing else. */
export type Tx = Kysely<DB>

export interface TransactionOptions {
  /** Runs under `portolan_gate`: the few operations that come before anyone is signed in. */
  gate?: boolean
  readOnly?: boolean
  /** Every statement sees the moment of the first one (repeatable read). */
  snapshot?: boolean
  /** Sets the savepoint that `toSavepoint` returns to in the same round trip: nothing is written before the work. */
  savepoint?: boolean
}

/** Only ids reach these settings, and a value that is not one is refused rather than quoted. */
const setting = (name: string, value: string | null) => {
  if (value !== null && !/^[\w:,-]*$/.test(value)) throw new Error(`A transaction cannot carry this ${name}`)
  return `set local portolan.${name} = '${value ?? ''}'`
}

/** BEGIN, role, actor and savepoint in one text: row-level security reads the actor from the transaction. */
function opening(actor: Actor, options: TransactionOptions): string {
  return [
    `begin${options.snapshot ? ' isolation level repeatable read' : ''}${options.readOnly ? ' read only' : ''}`,
    ...(options.gate ? ['set local role portolan_gate'] : []),
    setting('actor_kind', actor.kind),
    setting('account', actor.kind === 'account' ? actor.id : null),
    ...(actor.merged?.length ? [setting('accounts', accountsOf(actor).join(','))] : []),
    setting('staff', actor.kind === 'staff' ? actor.id : null),
    ...(options.savepoint ? ['savepoint work'] : []),
  ].join('; ')
}

/** What was sent and not waited for. Should it fail, so does everything after it in the transaction, which then says so. */
const unwaited = new WeakMap<Tx, Promise<unknown>[]>()

const connections = new WeakMap<Tx, PipelinedConnection>()

/** Statements leave the moment they are given: nothing waits for the answer to a BEGIN or a savepoint. */
function sendAhead(tx: Tx, text: string): void {
  const connection = connectionOf(tx)
  if (!connection) throw new Error('This handle is not of a transaction of ours')
  const sent = connection.simple(text)
  void unawaited(tx, sent)
}

/**
 * For a statement whose answer nobody needs: settles at once, while the transaction waits for it before it ends and
 * fails with it. Only for statements that have left already (`compiledOnce`): one that Kysely still builds would come
 * after the commit. Outside a transaction of ours it is waited for as ever.
 */
export function unawaited(tx: Tx, sent: Promise<unknown>): Promise<void> {
  const others = unwaited.get(tx)
  if (!others) return sent.then(() => undefined)
  sent.catch(() => undefined)
  others.push(sent)
  return Promise.resolve()
}

/** The connection of a transaction's handle; none for a pool. */
export const connectionOf = (tx: Tx): PipelinedConnection | undefined => connections.get(tx)

/**
 * Runs `work` in one transaction as this actor; no actor, no rows.
 * Commits what `work` returns, undoes everything when it throws.
 * @param last sends one statement more, with which the commit leaves
 */
export async function asActor<T>(
  pool: Kysely<DB>,
  actor: Actor,
  options: TransactionOptions,
  work: (tx: Tx) => Promise<T>,
  last?: (tx: Tx, result: T) => Promise<void>,
): Promise<T> {
  const text = opening(actor, options)
  return pool.getExecutor().provideConnection(async (provided) => {
    const connection = ours(provided)
    const tx = handleOn(pool, connection)
    connections.set(tx, connection)
    const sent: Promise<unknown>[] = []
    unwaited.set(tx, sent)
    try {
      sendAhead(tx, text)
      const result = await work(tx)
      if (last) {
        connection.commitBehindNext()
        await last(tx, result)
      }
      await Promise.all([...sent, connection.commit()])
      return result
    } catch (fault) {
      await connection.rollback().catch(() => undefined)
      throw await firstFault(sent, fault)
    }
  })
}

/** The cause: a statement after one that failed says only that the transaction is aborted. */
async function firstFault(sent: readonly Promise<unknown>[], fault: unknown): Promise<unknown> {
  const failed = (await Promise.allSettled(sent)).find((each) => each.status === 'rejected')
  return failed ? failed.reason : fault
}

export const setSavepoint = (tx: Tx): void => sendAhead(tx, 'savepoint work')

/** Undoes what `work` wrote since the savepoint when it returns a refusal, and keeps what was done before it. */
export async function toSavepoint<T>(tx: Tx, isRefused: (result: T) => boolean, work: () => Promise<T>): Promise<T> {
  const result = await work()
  if (isRefused(result)) sendAhead(tx, 'rollback to savepoint work')
  return result
}
