import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { BankStep } from './bank-steps.ts'
import type { Checkout, CheckoutRequest, CheckoutStatus, EventKind, Taking } from './checkout.ts'

export type StoredEvent = {
  id: string
  checkoutId: string
  kind: EventKind
  body: string
  webhookUrl: string
  tries: number
  copiesLeft: number
}

export type NewEvent = Omit<StoredEvent, 'tries'> & { dueAt: number }
export type Movement = { seq: number; checkoutId: string; kind: 'charge' | 'refund'; amountCents: number; at: number }
/** A movement as a merchant is told of it. */
export type Moved = { id: string; reference: string; kind: string; amountCents: number; at: number }
export type CashierStore = ReturnType<typeof openCashierStore>

const tables = `
  create table if not exists checkouts (
    id text primary key, status text not null, request text not null, reference text not null,
    attempts integer not null default 0, card_last4 text, is_doubled integer not null default 0,
    answer_due_at integer, created_at integer not null, expires_at integer not null
  ) strict;
  create index if not exists checkouts_by_reference on checkouts (reference);
  create index if not exists checkouts_waiting on checkouts (status, answer_due_at, expires_at);
  create table if not exists movements (
    seq integer primary key autoincrement, checkout_id text not null references checkouts (id),
    kind text not null check (kind in ('charge', 'refund')),
    amount_cents integer not null check (amount_cents > 0), at integer not null
  ) strict;
  create index if not exists movements_by_checkout on movements (checkout_id);
  create unique index if not exists one_charge_a_checkout on movements (checkout_id) where kind = 'charge';
  create table if not exists refunds (
    seq integer primary key autoincrement, checkout_id text not null references checkouts (id), key text not null unique,
    amount_cents integer not null check (amount_cents > 0), at integer not null
  ) strict;
  create index if not exists refunds_by_checkout on refunds (checkout_id);
  create table if not exists takings (
    checkout_id text primary key references checkouts (id), kind text not null check (kind in ('return', 'dispute')),
    status text not null check (status in ('open', 'won', 'lost')), amount_cents integer not null, at integer not null
  ) strict;
  create index if not exists takings_by_time on takings (at);
  create table if not exists bank_movements (
    seq integer primary key autoincrement, checkout_id text not null references checkouts (id),
    kind text not null check (kind in ('returned', 'disputed', 'won-back')),
    amount_cents integer not null check (amount_cents > 0), at integer not null
  ) strict;
  create index if not exists bank_movements_by_time on bank_movements (at);
  create index if not exists movements_by_time on movements (at);
  create table if not exists bank_plans (
    checkout_id text primary key references checkouts (id), is_debit integer not null, steps text not null, due_at integer
  ) strict;
  create index if not exists bank_plans_due on bank_plans (due_at) where due_at is not null;
  create table if not exists requests (
    key text primary key, fingerprint text not null, answer text not null, at integer not null
  ) strict;
  create table if not exists events (
    seq integer primary key autoincrement, id text not null unique, checkout_id text not null references checkouts (id),
    kind text not null, body text not null, webhook_url text not null, tries integer not null default 0,
    copies_left integer not null, due_at integer
  ) strict;
  create index if not exists events_due on events (due_at) where due_at is not null;
`

const columns = `id, status, request, attempts, card_last4 as "cardLast4", is_doubled as "isDoubled",
  created_at as "createdAt", expires_at as "expiresAt",
  (select is_debit from bank_plans where checkout_id = checkouts.id) as "isDebit",
  (select json_group_array(json_object('key', key, 'amountCents', amount_cents, 'status', 'done') order by seq)
    from refunds where checkout_id = checkouts.id) as refunds,
  (select json_object('kind', kind, 'status', status, 'amountCents', amount_cents) from takings
    where checkout_id = checkouts.id) as taking,
  (select coalesce(sum(amount_cents), 0) from movements where checkout_id = checkouts.id and kind = 'charge')
    as "capturedCents",
  (select coalesce(sum(amount_cents), 0) from movements where checkout_id = checkouts.id and kind = 'refund')
    as "refundedCents"`

type Row = Record<string, unknown>

function checkoutOf(row: Row): Checkout {
  const { request, isDoubled, isDebit, refunds, taking, ...rest } = row
  const method = isDebit === 1 ? 'bank-debit' : row.cardLast4 === null ? null : 'card'
  const bank = { method, refunds: JSON.parse(String(refunds)), taking: taking === null ? null : JSON.parse(String(taking)) }
  return { ...JSON.parse(String(request)), ...rest, ...bank, isDoubled: isDoubled === 1 } as Checkout
}

/**
 * Opens the cashier's file, making it and its folder when missing. `:memory:` keeps nothing.
 * Every commit is on the disk before it is answered (WAL, synchronous=FULL), so a kill loses no acknowledged thing.
 */
export function openCashierStore(file: string) {
  if (file !== ':memory:') settleFile(file)
  const db = new DatabaseSync(file)
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 2000')
  db.exec(tables)
  return { ...transactions(db), ...checkouts(db), ...money(db), ...bank(db), ...requests(db), ...events(db) }
}

/** Only its owner reads it; SQLite gives the files beside it the same rights. */
function settleFile(file: string) {
  mkdirSync(dirname(file), { recursive: true })
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

function transactions(db: DatabaseSync) {
  return {
    /** Runs the work whole or not at all. The work is synchronous, so no two interleave. */
    transaction<T>(work: () => T): T {
      db.exec('begin immediate')
      try {
        const result = work()
        db.exec('commit')
        return result
      } catch (error) {
        if (db.isTransaction) db.exec('rollback')
        throw error
      }
    },
    close: () => db.close(),
  }
}

function checkouts(db: DatabaseSync) {
  const insert = db.prepare(`insert into checkouts (id, status, request, reference, created_at, expires_at)
    values (?, 'open', ?, ?, ?, ?)`)
  const find = db.prepare(`select ${columns} from checkouts where id = ?`)
  const listByReference = db.prepare(`select ${columns} from checkouts where reference = ? order by created_at, id
    limit 100`)
  const markStatus = db.prepare('update checkouts set status = ?, answer_due_at = null where id = ?')
  const recordAttempt = db.prepare(`update checkouts set attempts = attempts + 1, card_last4 = ?, is_doubled = ?
    where id = ?`)
  const markPending = db.prepare(`update checkouts set status = 'pending', answer_due_at = ? where id = ?`)
  const answerDue = db.prepare(`select id from checkouts where status = 'pending' and answer_due_at <= ? limit 100`)
  const expiryDue = db.prepare(`select id from checkouts where status = 'open' and expires_at <= ? limit 100`)
  return {
    insertCheckout(id: string, request: CheckoutRequest, createdAt: number, expiresAt: number) {
      insert.run(id, JSON.stringify(request), request.reference, createdAt, expiresAt)
    },
    findCheckout(id: string): Checkout | undefined {
      const row = find.get(id)
      return row && checkoutOf(row)
    },
    listByReference: (reference: string): Checkout[] => listByReference.all(reference).map(checkoutOf),
    markStatus: (id: string, status: CheckoutStatus) => void markStatus.run(status, id),
    recordAttempt: (id: string, cardLast4: string, isDoubled: boolean) =>
      void recordAttempt.run(cardLast4, isDoubled ? 1 : 0, id),
    markPending: (id: string, answerDueAt: number) => void markPending.run(answerDueAt, id),
    listAnswerDue: (now: number): string[] => answerDue.all(now).map((row) => String(row.id)),
    listExpiryDue: (now: number): string[] => expiryDue.all(now).map((row) => String(row.id)),
  }
}

function money(db: DatabaseSync) {
  const insert = db.prepare('insert into movements (checkout_id, kind, amount_cents, at) values (?, ?, ?, ?)')
  const list = db.prepare(`select seq, checkout_id as "checkoutId", kind, amount_cents as "amountCents", at
    from movements where seq > ? order by seq limit 1000`)
  const moved = db.prepare(`select m.checkout_id as id, c.reference, m.kind, m.amount_cents as "amountCents", m.at from (
      select checkout_id, case kind when 'charge' then 'captured' else 'refunded' end as kind, amount_cents, at, seq from movements
        where at >= :from and at < :until
      union all select checkout_id, kind, amount_cents, at, seq from bank_movements where at >= :from and at < :until
    ) m join checkouts c on c.id = m.checkout_id order by m.at, m.kind, m.seq limit 1000 offset :skip`)
  return {
    insertMovement: (checkoutId: string, kind: Movement['kind'], amountCents: number, at: number) =>
      void insert.run(checkoutId, kind, amountCents, at),
    listMovements: (after: number): Movement[] => list.all(after) as Movement[],
    /** Charges, refunds and what banks did, oldest first, at most 1000 after the first `skip`. */
    listMoved: (from: number, until: number, skip: number): Moved[] => moved.all({ from, until, skip }) as Moved[],
  }
}

function bank(db: DatabaseSync) {
  const insertRefund = db.prepare('insert into refunds (checkout_id, key, amount_cents, at) values (?, ?, ?, ?)')
  const insertTaking = db.prepare('insert into takings (checkout_id, kind, status, amount_cents, at) values (?, ?, ?, ?, ?)')
  const insertMove = db.prepare('insert into bank_movements (checkout_id, kind, amount_cents, at) values (?, ?, ?, ?)')
  const wonMove = db.prepare(`insert into bank_movements (checkout_id, kind, amount_cents, at)
    select checkout_id, 'won-back', amount_cents, ? from takings where checkout_id = ?`)
  const markTaking = db.prepare('update takings set status = ? where checkout_id = ?')
  const takenSince = db.prepare('select checkout_id as id from takings where at >= ? order by at desc limit 1000')
  const insertPlan = db.prepare('insert into bank_plans (checkout_id, is_debit, steps, due_at) values (?, ?, ?, ?)')
  const beginPlan = db.prepare('update bank_plans set due_at = ? where checkout_id = ? and due_at is null')
  const recordPlan = db.prepare('update bank_plans set steps = ?, due_at = ? where checkout_id = ?')
  const plansDue = db.prepare('select checkout_id as id, steps from bank_plans where due_at <= ? order by due_at limit 100')
  return {
    insertRefund: (checkoutId: string, key: string, amountCents: number, at: number) =>
      void insertRefund.run(checkoutId, key, amountCents, at),
    insertTaking(checkoutId: string, { kind, status, amountCents }: Taking, at: number) {
      insertTaking.run(checkoutId, kind, status, amountCents, at)
      insertMove.run(checkoutId, kind === 'return' ? 'returned' : 'disputed', amountCents, at)
    },
    markTaking(checkoutId: string, status: Taking['status'], at: number) {
      markTaking.run(status, checkoutId)
      if (status === 'won') wonMove.run(at, checkoutId)
    },
    listTakenSince: (at: number): string[] => takenSince.all(at).map((row) => String(row.id)),
    /** `dueAt` null: it begins when the card is charged. */
    insertPlan: (checkoutId: string, isDebit: boolean, steps: readonly BankStep[], dueAt: number | null) =>
      void insertPlan.run(checkoutId, isDebit ? 1 : 0, JSON.stringify(steps), dueAt),
    beginPlan: (checkoutId: string, dueAt: number) => void beginPlan.run(dueAt, checkoutId),
    recordPlan: (checkoutId: string, steps: readonly BankStep[], dueAt: number | null) =>
      void recordPlan.run(JSON.stringify(steps), dueAt, checkoutId),
    listPlansDue: (now: number): { id: string; steps: BankStep[] }[] =>
      plansDue.all(now).map(({ id, steps }) => ({ id: String(id), steps: JSON.parse(String(steps)) })),
  }
}

function requests(db: DatabaseSync) {
  const find = db.prepare('select fingerprint, answer from requests where key = ?')
  const insert = db.prepare('insert into requests (key, fingerprint, answer, at) values (?, ?, ?, ?)')
  const forget = db.prepare('delete from requests where at < ?')
  return {
    findRequest: (key: string) => find.get(key) as { fingerprint: string; answer: string } | undefined,
    insertRequest: (key: string, fingerprint: string, answer: string, at: number) =>
      void insert.run(key, fingerprint, answer, at),
    forgetRequestsBefore: (at: number) => void forget.run(at),
  }
}

function events(db: DatabaseSync) {
  const insert = db.prepare(`insert into events (id, checkout_id, kind, body, webhook_url, copies_left, due_at)
    values (?, ?, ?, ?, ?, ?, ?)`)
  const due = db.prepare(`select id, checkout_id as "checkoutId", kind, body, webhook_url as "webhookUrl", tries,
    copies_left as "copiesLeft" from events where due_at <= ? order by due_at, seq limit ?`)
  const delivered = db.prepare(`update events set copies_left = copies_left - 1, tries = 0,
    due_at = case when copies_left > 1 then due_at end where id = ?`)
  const failed = db.prepare('update events set tries = tries + 1, due_at = ? where id = ?')
  const allDue = db.prepare('update events set due_at = ? where due_at is not null')
  const next = db.prepare(`select min(at) as at from (
    select min(due_at) as at from events where due_at is not null
    union all select min(due_at) from bank_plans where due_at is not null
    union all select min(answer_due_at) from checkouts where status = 'pending'
    union all select min(expires_at) from checkouts where status = 'open')`)
  return {
    insertEvent: (event: NewEvent, isLost: boolean) =>
      void insert.run(event.id, event.checkoutId, event.kind, event.body, event.webhookUrl, event.copiesLeft,
        isLost ? null : event.dueAt),
    listEventsDue: (now: number, most: number): StoredEvent[] => due.all(now, most) as StoredEvent[],
    recordDelivered: (id: string) => void delivered.run(id),
    /** `dueAt` null gives the event up. */
    recordFailed: (id: string, dueAt: number | null) => void failed.run(dueAt, id),
    makeAllEventsDue: (now: number) => void allDue.run(now),
    /** The next instant at which something waits to be done, or null. */
    nextDueAt: (): number | null => (next.get()?.at ?? null) as number | null,
  }
}
