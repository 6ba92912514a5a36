import assert from 'node:assert/strict'
import { beginThread } from '../../src/correspondence/messages/write-message.ts'
import { messageRoutes } from '../../src/correspondence/messages/pages/routes.ts'
import { checkScanJob } from '../../src/officer/scans/check-scan.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { newId } from '../../src/platform/ids.ts'
import { officePaths, paths } from '../../src/platform/paths.ts'
import { structuralScanner } from '../../src/platform/scan/index.ts'
import { portalRoutes } from '../../src/portal/index.ts'
import type { PortalBrowser } from './portal-browser.ts'
import { portalGround } from './portal-ground.ts'
import { printingGround } from './printing-ground.ts'

export type Asked = Awaited<ReturnType<AnsweringGround['asked']>>
export type AnsweringGround = Awaited<ReturnType<typeof answeringGround>>

/** An office and a portal over one database, and people who asked something about their case. */
export async function answeringGround() {
  const office = await printingGround()
  const portal = await portalGround(office, [...portalRoutes(), ...messageRoutes])
  for (const number of [1, 2]) await office.enrol('officer', number)
  await office.enrol('intake')
  const { owner, services } = office
  let people = 0

  return {
    ...office,
    portal,
    /** Somebody with a case who wrote about it. */
    async asked() {
      people += 1
      services.clock.advance({ minutes: 2 })
      const email = `answered-${people}@example.test`
      const maria = await office.newAccount(email)
      const opened = await office.openCase({ account: String(maria.id) })
      const written = await office.as(maria).perform(beginThread, { receiptNumber: opened.receiptNumber, topic: 'status', text: 'May I see it?', press: newId() })
      assert.ok(written.ok)
      const at = { receiptNumber: opened.receiptNumber, thread: written.output.thread }
      return { maria, email, caseId: opened.caseId, ...at, page: officePaths.messageThread(at), own: paths.messageThread(at) }
    },
    /** An officer who opened the file of a case and has a conversation of it before them. */
    async opened({ receiptNumber, page }: { receiptNumber: string; page: string }, number = 1): Promise<PortalBrowser> {
      const browser = await office.signedIn('officer', number)
      await browser.open(officePaths.case({ receiptNumber }))
      await browser.press('Open file', { reason: 'work-on-case', note: '' })
      await browser.open(page)
      return browser
    },
    async joined(caseId: string, role: 'representative' | 'petitioner'): Promise<Actor> {
      people += 1
      const other = await office.newAccount(`joined-${people}@example.test`)
      const party = { id: newId(), case: caseId, account: String(other.id), role, from_at: services.clock.now() }
      await owner.insertInto('cases.party').values(party as never).execute()
      return other
    },
    scansOf: (caseId: string) => owner.selectFrom('officer.scanned_paper').selectAll().where('case', '=', caseId).orderBy('scanned_at').orderBy('id').execute(),
    papersOf: (caseId: string) => owner.selectFrom('cases.document').selectAll().where('case', '=', caseId).orderBy('made_at').orderBy('id').execute(),
    /** Runs the check of everything of a case that waits for it. */
    async check(caseId: string, scanner = structuralScanner) {
      const scans = await owner.selectFrom('officer.scanned_paper').select('id').where('case', '=', caseId).execute()
      for (const { id } of scans) await checkScanJob.run({ ...office.worker, services: { ...services, scanner } }, { scan: id })
    },
    end: async () => {
      await portal.close()
      await office.end()
    },
  }
}
