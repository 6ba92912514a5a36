import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { onlineAccountSequence } from '../../src/accounts/online-account-number.ts'
import { openPaperPerson } from '../../src/cases/paper-link/paper-filing.ts'
import { openLetter } from '../../src/cases/paper-link/printing/sealed-letter.ts'
import { listSealed } from '../../src/cases/paper-link/printing/print-store.ts'
import { claimCase } from '../../src/cases/index.ts'
import type { AccessNotice } from '../../src/cases/paper-link/letter/kinds/access-notice.ts'
import { officeVisits } from '../../src/officer/sessions/visit.ts'
import { confirmPrinted } from '../../src/officer/printing/printing-acts.ts'
import { systemActor } from '../../src/platform/actor.ts'
import { asActor } from '../../src/platform/db/transaction.ts'
import { newId } from '../../src/platform/ids.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { recordEntry } from '../../src/audit/index.ts'
import { staffActor } from './cases-ground.ts'
import { knowStaff } from './cleared-staff.ts'
import { paperRow } from './intake-rows.ts'
import { takeIn } from './paper-case.ts'
import { printingGround } from './printing-ground.ts'

export type LaterGround = Awaited<ReturnType<typeof laterGround>>

let filings = 0

/** An office that takes in paper for cases that are known. */
export async function laterGround(options: Parameters<typeof printingGround>[0] = {}) {
  const ground = await printingGround(options)
  const { owner, services, database } = ground
  const intakeStaff = staffActor('intake')
  await knowStaff(ground, intakeStaff)
  // The numbers that an import issues are not those that a test's own accounts get.
  await sql`select setval('accounts.online_account_sequence', ${String(onlineAccountSequence.first + 1_000_000n)}::bigint)`.execute(owner)
  await ground.enrol('officer')
  const today = () => services.clock.now().toZonedDateTimeISO(services.agency.timeZone).toPlainDate()
  return {
    ...ground,
    today,
    /** Whoever opens the mail. */
    intake: ground.as(intakeStaff),
    /** An officer who has opened the file of a case. */
    async officerWith(receiptNumber: string) {
      services.clock.advance({ minutes: 2 })
      const browser = await ground.signedIn('officer')
      await browser.open(`/cases/${receiptNumber}`)
      await browser.press('Open file', { reason: 'work-on-case', note: '' })
      const { actor } = await officeVisits(ground.parts)(browser.cookies.get('portolan_office') ?? null)
      return { browser, ...performerFor(ground.parts, actor, { id: null, network: null }) }
    },
    /** A case from paper, whose account nobody has claimed. */
    async unclaimed(about: Parameters<typeof paperRow>[0] = {}) {
      filings += 1
      const receiptNumber = about?.receiptNumber ?? `IOE70${String(filings).padStart(8, '0')}`
      const person = { familyName: `Lopez${'x'.repeat(filings)}`, givenName: 'Maria', dateOfBirth: Temporal.PlainDate.from('1985-06-14') }
      await takeIn(ground, paperRow({ receiptNumber, person, receivedOn: today().subtract({ days: 20 }), ...about }))
      const row = await owner.selectFrom('cases.case').select('id').where('receipt_number', '=', receiptNumber).executeTakeFirstOrThrow()
      return { receiptNumber, caseId: row.id }
    },
    /** Prints everything that waits and counts it, as the mail house does. */
    async print() {
      await ground.make()
      for (const { id, letters, confirmed_at } of await ground.batches())
        if (!confirmed_at) assert.equal((await ground.as(staffActor('intake')).perform(confirmPrinted, { batch: id, counted: letters })).ok, true)
    },
    /** The letters of a case that are not on paper yet, addressed as they would be if they were set now. */
    waiting: (caseId: string) =>
      asActor(owner, systemActor('test'), {}, async (tx) => {
        const rows = await tx.selectFrom('cases.letter').select('id').where('case', '=', caseId).where('sealed', 'is not', null).orderBy('written_at').orderBy('kind').execute()
        const sealed = await listSealed(tx, rows.map(({ id }) => id))
        return sealed.map((letter) => ({ id: letter.id, ...openLetter(services.keys, letter) }))
      }),
    lettersOf: (caseId: string) => owner.selectFrom('cases.letter').selectAll().where('case', '=', caseId).orderBy('written_at').execute(),
    papersOf: (caseId: string) => owner.selectFrom('cases.later_paper').selectAll().where('case', '=', caseId).orderBy('ordinal').execute(),
    holdsOf: (caseId: string) => owner.selectFrom('cases.mail_hold').selectAll().where('case', '=', caseId).where('ended_at', 'is', null).execute(),
    /** The code that waits in the notice of a case. */
    async codeOf(caseId: string): Promise<string> {
      const [letter] = await asActor(owner, systemActor('test'), {}, async (tx) => {
        const rows = await tx.selectFrom('cases.letter').select('id').where('case', '=', caseId).where('kind', '=', 'access-notice').execute()
        return listSealed(tx, rows.map(({ id }) => id))
      })
      assert.ok(letter)
      return (openLetter(services.keys, letter).facts as AccessNotice).accessCode ?? ''
    },
    /** Somebody new tries the code of a case. */
    async claim(receiptNumber: string, accessCode: string) {
      const person = await ground.newAccount(`claims-${newId()}@example.test`)
      const who = performerFor({ pool: database.pools.portal, services, record: recordEntry }, person, { id: null, network: null })
      return who.perform(claimCase, { receiptNumber, accessCode, dateOfBirth: Temporal.PlainDate.from('1985-06-14') })
    },
    formOf: async (caseId: string) => {
      const row = await owner.selectFrom('cases.paper_filing').select('sealed').where('case', '=', caseId).executeTakeFirstOrThrow()
      return openPaperPerson(services.keys, caseId, row.sealed)
    },
  }
}
