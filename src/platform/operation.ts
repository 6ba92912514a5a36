import type { Kysely } from 'kysely'
import { type Actor, visitor } from './actor.ts'
import { countAttempts, forgiveAttempts, type Limit } from './attempts.ts'
import { asActor, setSavepoint, toSavepoint, type Tx, unawaited } from './db/transaction.ts'
import type { DB } from './db/tables.ts'
import { insertJob } from './jobs/queue-store.ts'
import type { Turn } from './jobs/turns.ts'
import type { Services } from './services.ts'

export interface Refused<R extends string = string> {
  readonly refused: R
}

/** Every operation can also be refused for these two; the page type knows how to show them. */
export type BuiltInRefusal = 'not-allowed' | 'too-many-attempts'

export type Result<O, R extends string> =
  | { readonly ok: true; readonly output: O }
  | { readonly ok: false; readonly refusal: R | BuiltInRefusal }

export interface EnqueueOptions {
  /** A job of the same key that has not begun is replaced, so that pressing twice queues once. */
  jobKey?: string
  runAt?: Temporal.Instant
  /** At once where it is left out. */
  turn?: Turn
}

export interface OperationContext<R extends string = string> {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Temporal.Instant
  readonly services: Services
  readonly request: RequestFacts
  refuse(code: R): Refused<R>
  /** Queues a job in this transaction: it exists if and only if the change does. Payloads carry ids, never personal data. */
  enqueue(task: string, payload: Record<string, unknown>, options?: EnqueueOptions): Promise<void>
  /** What the audit entry is about and what else it keeps: ids and codes, never personal data. */
  audit(about: AuditDetail): void
  /** The record has this already: once done, it adds no entry. Refusals are recorded all the same. */
  recordedBefore(): void
}

/** What an operation may know of the request it serves. */
export interface RequestFacts {
  readonly id: string | null
  /** The caller's network: an IPv4 address or an IPv6 /64, as a keyed hash. */
  readonly network: string | null
  /** The kind of device, as `deviceOf` names it; null or left out: not known. */
  readonly device?: string | null
  /** The country of the network, as `countryOf` tells it; null or left out: none or not known. */
  readonly country?: string | null
  /**
   * The secret by which this browser is known again, 128 bits. Asking gives a browser that has none a cookie with one;
   * it proves nothing and opens nothing. Left out: the request came from no browser.
   */
  readonly browserSecret?: () => string
}

export interface AuditDetail {
  subject?: string
  account?: string
  detail?: Record<string, string | number | boolean | null>
}

/** One row of the record: written in the transaction of the change it tells of. */
export interface AuditRecord extends AuditDetail {
  operation: string
  actor: Actor
  at: Temporal.Instant
  outcome: 'done' | 'refused'
  refusal: string | null
  requestId: string | null
}

export interface Operation<I, O, R extends string> {
  readonly name: string
  /** Runs under the gate's role: the operations that come before anyone is signed in. */
  readonly gate?: boolean
  readonly allow: (actor: Actor, input: I) => boolean
  readonly limits?: readonly Limit<I>[]
  readonly refusals: readonly R[]
  readonly run: (context: OperationContext<R>, input: I) => Promise<O | Refused<R>>
}

/** Declares an operation: one verb, one transaction, one audit entry. Its refusals are part of its type. */
export function operation<I, O, const R extends string>(declared: Operation<I, O, R>): Operation<I, O, R> {
  return declared
}

/** A read under the actor's own rights; it changes nothing and leaves no audit entry. */
export interface Query<I, O> {
  readonly name: string
  readonly gate?: boolean
  /** One statement that asks for nobody's rights (a public function of the database): no transaction around it. */
  readonly alone?: boolean
  readonly allow: (actor: Actor, input: I) => boolean
  readonly run: (context: { tx: Tx; actor: Actor; now: Temporal.Instant; services: Services }, input: I) => Promise<O>
}

export function query<I, O>(declared: Query<I, O>): Query<I, O> {
  return declared
}

export interface Performer {
  perform<I, O, R extends string>(operation: Operation<I, O, R>, input: I): Promise<Result<O, R>>
  read<I, O>(query: Query<I, O>, input: I): Promise<O | null>
  readonly actor: Actor
  /** The same request as a visitor of another session: for who proves, while signed in, that another account is theirs too. */
  inSession(session: string): Performer
}

export interface PerformerParts {
  pool: Kysely<DB>
  services: Services
  record: (tx: Tx, entry: AuditRecord) => Promise<void>
}

const isRefused = (result: unknown): result is Refused => typeof result === 'object' && result !== null && 'refused' in result

/**
 * Binds a database, the services and the record-keeper to one actor and request.
 * `perform` runs an operation in its transaction and returns its output or refusal; a fault is thrown and undoes all.
 * `read` runs a query; null when the actor may not.
 */
export function performerFor(parts: PerformerParts, actor: Actor, request: RequestFacts): Performer {
  return {
    actor,
    inSession: (sessionId) => performerFor(parts, { ...visitor, sessionId }, request),
    perform: (operation, input) => performOperation(parts, actor, request, operation, input),
    read: (declared, input) => {
      if (!declared.allow(actor, input)) return Promise.resolve(null)
      const { services } = parts
      const run = (tx: Tx) => declared.run({ tx, actor, now: services.clock.now(), services }, input)
      if (declared.alone) return run(parts.pool)
      return asActor(parts.pool, actor, { readOnly: true, gate: declared.gate ?? false }, run)
    },
  }
}

async function performOperation<I, O, R extends string>(
  parts: PerformerParts,
  actor: Actor,
  request: RequestFacts,
  declared: Operation<I, O, R>,
  input: I,
): Promise<Result<O, R>> {
  const now = parts.services.clock.now()
  const savepoint = mayRefuse(declared) && countsNothing(declared)
  const about: AuditDetail = {}
  const said = { recorded: false }
  const work = (tx: Tx) => guarded(parts.services, { tx, actor, now, request, about, said }, declared, input)
  const result = await asActor(parts.pool, actor, { gate: declared.gate ?? false, savepoint }, work, async (tx, ended) => {
    if (said.recorded && !isRefused(ended)) return
    await parts.record(tx, { ...about, ...endOf(ended), operation: declared.name, actor, at: now, requestId: request.id })
  })
  return isRefused(result)
    ? { ok: false, refusal: result.refused as R | BuiltInRefusal }
    : { ok: true, output: result as O }
}

const endOf = (result: unknown): Pick<AuditRecord, 'outcome' | 'refusal'> =>
  isRefused(result) ? { outcome: 'refused', refusal: result.refused } : { outcome: 'done', refusal: null }

const mayRefuse = ({ refusals }: { refusals: readonly string[] }) => refusals.length > 0
/** Attempts are counted before the savepoint, so that a refusal keeps them. */
const countsNothing = ({ limits = [] }: { limits?: readonly unknown[] }) => limits.length === 0

interface Running {
  tx: Tx
  actor: Actor
  now: Temporal.Instant
  request: RequestFacts
  about: AuditDetail
  said: { recorded: boolean }
}

/** Rights, then limits, then the work: an attempt is counted before anything looks at what was tried. */
async function guarded<I, O, R extends string>(
  services: Services,
  running: Running,
  declared: Operation<I, O, R>,
  input: I,
): Promise<O | Refused> {
  const { tx, actor, now, request } = running
  if (!declared.allow(actor, input)) return { refused: 'not-allowed' }
  const subjects = { actor, input, request, services }
  const limits = declared.limits ?? []
  if (!(await countAttempts(tx, limits, subjects, now))) return { refused: 'too-many-attempts' }
  const context = contextOf(services, running) as OperationContext<R>
  if (mayRefuse(declared) && !countsNothing(declared)) setSavepoint(tx)
  const result = await (mayRefuse(declared)
    ? toSavepoint<O | Refused<R>>(tx, isRefused, () => declared.run(context, input))
    : declared.run(context, input))
  if (!isRefused(result)) await forgiveAttempts(tx, limits, subjects, now)
  return result
}

function contextOf(services: Services, { tx, actor, now, request, about, said }: Running): OperationContext {
  return {
    tx,
    actor,
    now,
    request,
    services,
    refuse: (code) => ({ refused: code }),
    enqueue: (task, payload, { jobKey = null, runAt = null, turn = 'at-once' } = {}) => unawaited(tx, insertJob(tx, { task, payload, jobKey, runAt, turn })),
    audit: (detail) => void Object.assign(about, detail),
    recordedBefore: () => {
      said.recorded = true
    },
  }
}
