import { recordEntry } from '../../src/audit/index.ts'
import { addDocument, openCase, type Opening, type Paper } from '../../src/cases/index.ts'
import { type Actor, systemActor, visitor } from '../../src/platform/actor.ts'
import { newId } from '../../src/platform/ids.ts'
import { operation, type Performer, performerFor } from '../../src/platform/operation.ts'
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
  /** The mails that were queued, in order. */
  mailed: { account: string; kind: string; values: Record<string, string | number> }[]
  /** A performer for this actor, on the pool of the listener where such an actor comes in. */
  as(actor: Actor): Performer
  /** A case of this account (or of a new one), filed online and received on the day of the test. */
  openCase(opening?: Partial<Opening>): Promise<{ account: Actor; caseId: string; receiptNumber: string }>
}

/** A database, services and the means to have cases in it. Drop the database in `after`. */
export async function casesGround(): Promise<CasesGround> {
  const database = await testDatabase()
  const mailed: CasesGround['mailed'] = []
  const mailAccount = async (_context: unknown, account: string, mail: { kind: string; values: Record<string, string | number> }) =>
    void mailed.push({ account, ...mail })
  const services = { ...(await testServices()), mailAccount }
  const poolOf = ({ kind }: Actor) =>
    database.pools[kind === 'staff' ? 'office' : kind === 'system' ? 'worker' : 'portal']
  const as = (actor: Actor) => performerFor({ pool: poolOf(actor), services, record: recordEntry }, actor, testRequest)
  return {
    database,
    services,
    mailed,
    as,
    async openCase(opening = {}) {
      const account = accountActor(opening.account ?? undefined)
      const actor = opening.account === null ? systemActor('test') : account
      const result = await as(actor).perform(openForTest, { ...received(account), ...opening })
      if (!result.ok) throw new Error(result.refusal)
      return { account, ...result.output }
    },
  }
}

const received = (account: Actor): Opening => ({
  form: 'i-90',
  channel: 'online',
  account: account.id,
  receivedOn: Temporal.PlainDate.from('2026-11-23'),
  office: 'online-filing-center',
  status: 'received',
})

export { visitor }
