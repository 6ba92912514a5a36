import { emailHash, issueOnlineAccountNumber } from '../../src/accounts/index.ts'
import { sealEmail } from '../../src/accounts/email-address.ts'
import { nextAccountSequence } from '../../src/accounts/account-store.ts'
import { recordEntry } from '../../src/audit/index.ts'
import { addDocument, openCase, type Opening, type Paper } from '../../src/cases/index.ts'
import { type Actor, systemActor, visitor } from '../../src/platform/actor.ts'
import { newId } from '../../src/platform/ids.ts'
import { openQueuedMail } from '../../src/platform/mail/queue-mail.ts'
import { operation, type Performer, performerFor } from '../../src/platform/operation.ts'
import type { Services } from '../../src/platform/services.ts'
import { testDatabase, type TestDatabase } from '../database.ts'
import { testRequest, testServices } from './services.ts'

export const accountActor = (id = newId()): Actor => ({ kind: 'account', id, roles: ['applicant'], sessionId: newId() })

export const staffActor = (...roles: string[]): Actor => ({ kind: 'staff', id: newId(), roles, sessionId: newId() })

const anyActor = () => true

/** The operations that open cases live in higher rooms; this one does nothing else. */
export const openForTest = operation({
  name: 'test.open-case',
  allow: anyActor,
  refusals: [],
  run: (context, opening: Opening) => openCase(context, opening),
})

export const addPaperForTest = operation({
  name: 'test.add-paper',
  allow: anyActor,
  refusals: [],
  run: (context, paper: Paper) => addDocument(context, paper),
})

export interface CasesGround {
  database: TestDatabase
  services: Awaited<ReturnType<typeof testServices>>
  /** An account whose sign-up is complete, with its Online Account Number. */
  newAccount(email: string): Promise<Actor>
  /** The mails that are queued to an address, oldest first. */
  mailsTo(email: string): Promise<{ kind: string; values: Record<string, string | number> }[]>
  /** A performer for this actor, on the pool of the listener where such an actor comes in. */
  as(actor: Actor): Performer
  /** A case of this account (or of a new one), filed online and received on the day of the test. */
  openCase(opening?: Partial<Opening>): Promise<{ account: Actor; caseId: string; receiptNumber: string }>
}

/** A database, services and the means to have cases in it. Drop the database in `after`. */
export async function casesGround(): Promise<CasesGround> {
  const database = await testDatabase()
  const services = await testServices()
  const poolOf = ({ kind }: Actor) =>
    database.pools[kind === 'staff' ? 'office' : kind === 'system' ? 'worker' : 'portal']
  const as = (actor: Actor) => performerFor({ pool: poolOf(actor), services, record: recordEntry }, actor, testRequest)
  return {
    database,
    services,
    as,
    newAccount: (email) => newAccount(database, services, email),
    mailsTo: (email) => mailsTo(database, services, email),
    async openCase(opening = {}) {
      const account = accountActor(opening.account ?? undefined)
      const actor = opening.account === null ? systemActor('test') : account
      const result = await as(actor).perform(openForTest, { ...receivedOf(account), ...opening })
      if (!result.ok) throw new Error(result.refusal)
      return { account, ...result.output }
    },
  }
}

async function newAccount({ pools }: TestDatabase, { keys, clock }: Services, email: string): Promise<Actor> {
  const actor = accountActor()
  const id = String(actor.id)
  const now = clock.now()
  if (!pools.owner) throw new Error('A test has the owner of its database')
  const row = {
    id,
    email_hash: emailHash(keys, email),
    email_sealed: sealEmail(keys, id, email),
    language: 'en',
    begun_at: now,
    asked_at: now,
    account_type: 'applicant',
    online_account_number: issueOnlineAccountNumber(keys, await nextAccountSequence(pools.owner)),
    completed_at: now,
  }
  await pools.owner.insertInto('accounts.account').values(row).execute()
  return actor
}

async function mailsTo({ pools }: TestDatabase, { keys }: Services, email: string) {
  const queued = (await pools.owner?.selectFrom('mail.queued').selectAll().orderBy('queued_at').execute()) ?? []
  const opened = queued.map((mail) => ({ kind: mail.kind, ...openQueuedMail(keys, mail) }))
  return opened.filter(({ to }) => to === email).map(({ kind, values }) => ({ kind, values }))
}

export const receivedOf = (account: Actor): Opening => ({
  form: 'i-90',
  channel: 'online',
  account: account.id,
  receivedOn: Temporal.PlainDate.from('2026-11-23'),
  office: 'online-filing-center',
  status: 'received',
})

export { visitor }
