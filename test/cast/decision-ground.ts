import { asActor, type Tx } from '../../src/platform/db/transaction.ts'
import type { StaffRole } from '../../src/officer/index.ts'
import { officeVisits } from '../../src/officer/index.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { officeGround } from './office-ground.ts'
import { testRequest } from './services.ts'

export type DecisionGround = Awaited<ReturnType<typeof decisionGround>>

export const words = 'We looked at your birth certificate.\nIt is not of the person named in the form.'
export const note = 'The names do not match.'

/** Cases, and an office with two officers and two supervisors that decides them. */
export async function decisionGround() {
  const office = await officeGround()
  const ids = new Map<string, string>()
  for (const role of ['officer', 'supervisor'] as const) for (const number of [1, 2]) ids.set(`${role} ${number}`, await office.enrol(role, number))
  const owner = office.database.pools.owner as NonNullable<typeof office.database.pools.owner>
  const staffId = (role: StaffRole, number = 1) => ids.get(`${role} ${number}`) ?? ''

  /** A browser of one of the staff in which the file of a case is open, at one of its pages. */
  async function at(receiptNumber: string, role: StaffRole, number = 1, page = 'decisions') {
    // A code of their app signs in once.
    office.services.clock.advance({ seconds: 60 })
    const browser = await office.signedIn(role, number)
    await browser.open(`/cases/${receiptNumber}`)
    await browser.press('Open file', { reason: 'work-on-case' })
    await browser.open(`/cases/${receiptNumber}/${page}`)
    return browser
  }

  /** The operations as one of the staff with the file of a case open, for presses of the same moment. */
  async function acting(receiptNumber: string, role: StaffRole, number = 1) {
    const browser = await at(receiptNumber, role, number)
    const { actor } = await officeVisits(office.parts)(browser.cookies.get('portolan_office') ?? null)
    return { browser, ...performerFor(office.parts, actor, testRequest) }
  }

  type Browser = Awaited<ReturnType<typeof at>>

  async function record(browser: Browser, receiptNumber: string, gate: string, result: { outcome?: string; on?: string; note?: string } = {}) {
    const [year = '', month = '', day = ''] = (result.on ?? '2026-11-20').split('-')
    await browser.open(`/cases/${receiptNumber}/checks`)
    const done = { 'done-month': String(Number(month)), 'done-day': day, 'done-year': year }
    return browser.press('Record result', { gate, outcome: result.outcome ?? 'clear', note: result.note ?? '', ...done })
  }

  /** Both checks of the case are recorded as clear. */
  async function clear(browser: Browser, receiptNumber: string, on = '2026-11-20') {
    for (const gate of ['fingerprints', 'background']) await record(browser, receiptNumber, gate, { on })
  }

  async function propose(browser: Browser, receiptNumber: string, kind: 'deny' | 'reopen' = 'deny', grounds = kind === 'deny' ? 'not-eligible' : 'agency-mistake') {
    await browser.open(`/cases/${receiptNumber}/${kind}`)
    return browser.press(kind === 'deny' ? 'Propose the denial' : 'Propose to reopen', { grounds, words, note })
  }

  /** A case of somebody with an account and a password, denied by an officer and a supervisor. */
  async function denied(opening: Parameters<typeof office.openCase>[0] = {}) {
    const its = await office.openCase(opening)
    await propose(await at(its.receiptNumber, 'officer'), its.receiptNumber)
    const decision = (await decisionsOf(its.caseId)).at(-1)?.id ?? ''
    const supervisor = await at(its.receiptNumber, 'supervisor', 1, `decisions/${decision}`)
    await supervisor.press('Agree: deny the case', { answer: '' })
    return { ...its, decision, supervisor }
  }

  const decisionsOf = (caseId: string) => owner.selectFrom('correspondence.decision').selectAll().where('case', '=', caseId).orderBy('proposed_at').execute()
  const statusOf = async (caseId: string) => (await owner.selectFrom('cases.case').select('status').where('id', '=', caseId).executeTakeFirst())?.status
  const setStatus = (caseId: string, status: string) => owner.updateTable('cases.case').set({ status }).where('id', '=', caseId).execute()

  /** Statements as the office's role of the database, in the name of one of the staff. */
  const asOffice = <T>(role: StaffRole, number: number, work: (tx: Tx) => Promise<T>) =>
    asActor(office.database.pools.office, { kind: 'staff', id: staffId(role, number), roles: [role], sessionId: null } as never, {}, work)

  return { ...office, office: office.signedIn, owner, staffId, at, acting, record, clear, propose, denied, decisionsOf, statusOf, setStatus, asOffice }
}
