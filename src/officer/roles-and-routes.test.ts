import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type OfficeGround, officeGround, staffEmail, staffPassword } from '../../test/cast/office-ground.ts'
import type { PortalBrowser } from '../../test/cast/portal-browser.ts'
import type { Route } from '../platform/http/page.ts'
import { askSupport } from '../accounts/support/ask-support.ts'
import { visitor } from '../platform/actor.ts'
import { officePaths } from '../platform/paths.ts'
import { performerFor } from '../platform/operation.ts'
import { caseFile } from './case-file/case-file.ts'
import { changeCaseStatus } from './case-file/change-case-status.ts'
import { openFile } from './case-file/open-file.ts'
import { officeRoutes, type StaffRole, staffRoles } from './index.ts'
import { entryToLookOver } from './intake/by-hand/entry-desk.ts'
import { dropEntry } from './intake/by-hand/keep-entry.ts'
import { rejectForm, throwRejectionAway } from './intake/rejecting/reject-acts.ts'
import { rejectionList } from './intake/rejecting/rejection-desk.ts'
import { takeEntry } from './intake/by-hand/take-entry.ts'
import { askBatch, confirmPrinted, sayPrintedByHand, takeBundle, takeLetter } from './printing/printing-acts.ts'
import { printingDesk } from './printing/printing-desk.ts'
import { queueCounts, queuePage } from './queues/list-queues.ts'
import { putBack, takeNext } from './queues/take-next.ts'
import { officeVisits } from './sessions/visit.ts'
import { openSupportRequest } from './support/open-request.ts'
import { supportDesk, supportQueue } from './support/support-desk.ts'
import {
  answerSupport,
  confirmIdentity,
  recordIdentity,
  sendSupportAgain,
  stopSupportRecovery,
} from './support/work-on-request.ts'

const asked = { topic: 'no-code', email: 'asks-roles@example.test', number: null, message: 'It fell into the harbour', language: 'en' } as const

/** Addresses for whoever is not signed in, or for every role; all others are for some. */
const forEveryone = [
  officePaths.front,
  officePaths.enrol,
  officePaths.enrolCode,
  officePaths.signIn,
  officePaths.signInCode,
  officePaths.signOut,
  officePaths.extendSession,
].map(({ pattern }) => pattern as string)

const worksCases: readonly StaffRole[] = ['officer', 'supervisor']

/** Who comes to the addresses of the support desk; all others that are not for everyone are for who works cases. */
const comesTo: Readonly<Record<string, readonly StaffRole[]>> = {
  ...Object.fromEntries([officePaths.appointmentTimes, officePaths.closeTimes, officePaths.reopenTimes].map(({ pattern }) => [pattern, ['supervisor']] as const)),
  ...Object.fromEntries([officePaths.numbers, officePaths.numbersFile, officePaths.record, officePaths.recordFile].map(({ pattern }) => [pattern, ['supervisor', 'admin']] as const)),
  [officePaths.money.pattern]: ['supervisor'],
  [officePaths.moneyOfDay.pattern]: ['supervisor'],
  [officePaths.moneyFile.pattern]: ['supervisor'],
  [officePaths.refunds.pattern]: ['supervisor'],
  ...Object.fromEntries(
    [officePaths.approvals, officePaths.agreeDecision, officePaths.returnDecision, officePaths.conflicts, officePaths.liftConflict].map(({ pattern }) => [pattern, ['supervisor']] as const),
  ),
  [officePaths.agreeRefund.pattern]: ['supervisor'],
  [officePaths.declineRefund.pattern]: ['supervisor'],
  ...Object.fromEntries([officePaths.outages, officePaths.endOutage, officePaths.withdrawOutage].map(({ pattern }) => [pattern, ['supervisor', 'admin']] as const)),
  [officePaths.intake.pattern]: ['intake', 'supervisor'],
  [officePaths.bringFile.pattern]: ['intake', 'supervisor'],
  [officePaths.intakeOf.pattern]: ['intake', 'supervisor'],
  [officePaths.stopIntake.pattern]: ['intake', 'supervisor'],
  [officePaths.refusedRows.pattern]: ['intake', 'supervisor'],
  [officePaths.intakeTemplate.pattern]: ['intake', 'supervisor'],
  ...Object.fromEntries([officePaths.findAccess, officePaths.access, officePaths.openAccess, officePaths.withdrawCode].map(({ pattern }) => [pattern, ['officer', 'supervisor', 'intake', 'support']])),
  [officePaths.endRepresentative.pattern]: ['support', 'supervisor'],
  ...Object.fromEntries([officePaths.sharedContacts, officePaths.seeSharedContact].map(({ pattern }) => [pattern, ['supervisor']] as const)),
  ...Object.fromEntries([officePaths.representatives, officePaths.licence, officePaths.refuseLicence].map(({ pattern }) => [pattern, ['intake', 'supervisor']] as const)),
  [officePaths.duplicates.pattern]: ['intake', 'supervisor'],
  [officePaths.duplicate.pattern]: ['intake', 'supervisor'],
  [officePaths.takeDuplicate.pattern]: ['intake', 'supervisor'],
  [officePaths.putDuplicateBack.pattern]: ['intake', 'supervisor'],
  [officePaths.printing.pattern]: ['intake', 'supervisor'],
  [officePaths.printBatch.pattern]: ['intake', 'supervisor'],
  [officePaths.printBundle.pattern]: ['intake', 'supervisor'],
  [officePaths.letterByHand.pattern]: ['intake', 'supervisor'],
  [officePaths.printedByHand.pattern]: ['intake', 'supervisor'],
  ...Object.fromEntries(
    [officePaths.scanCase, officePaths.later, officePaths.laterUnknown, officePaths.laterAddress, officePaths.laterReturned, officePaths.laterPaper, officePaths.paperTaken].map(
      ({ pattern }) => [pattern, ['intake', 'supervisor']] as const,
    ),
  ),
  [officePaths.typeForm.pattern]: ['intake', 'supervisor'],
  [officePaths.typedForm.pattern]: ['intake', 'supervisor'],
  [officePaths.correctForm.pattern]: ['intake', 'supervisor'],
  [officePaths.dropForm.pattern]: ['intake', 'supervisor'],
  [officePaths.scanForm.pattern]: ['intake', 'supervisor'],
  ...Object.fromEntries(
    [officePaths.rejections, officePaths.rejectForm, officePaths.rejection, officePaths.correctRejection, officePaths.dropRejection].map(({ pattern }) => [pattern, ['intake', 'supervisor']] as const),
  ),
  [officePaths.changeMany.pattern]: ['supervisor'],
  [officePaths.bulk.pattern]: ['supervisor'],
  [officePaths.stopBulk.pattern]: ['supervisor'],
  [officePaths.work.pattern]: ['supervisor'],
  [officePaths.workOf.pattern]: ['supervisor'],
  [officePaths.assignWork.pattern]: ['supervisor'],
  // And an officer who was cleared for it.
  [officePaths.protectedPeople.pattern]: ['supervisor'],
  [officePaths.safePlace.pattern]: ['supervisor'],
  [officePaths.askUnprotect.pattern]: ['supervisor'],
  [officePaths.agreeUnprotect.pattern]: ['supervisor'],
  [officePaths.declineUnprotect.pattern]: ['supervisor'],
  [officePaths.sendHeldLetter.pattern]: ['supervisor'],
  [officePaths.dropHeldLetter.pattern]: ['supervisor'],
  [officePaths.protectRequester.pattern]: ['support', 'supervisor'],
  [officePaths.support.pattern]: ['support', 'supervisor'],
  [officePaths.supportRequest.pattern]: ['support', 'supervisor'],
  [officePaths.openSupportRequest.pattern]: ['support', 'supervisor'],
  [officePaths.answerSupport.pattern]: ['support'],
  [officePaths.sendSupportAgain.pattern]: ['support'],
  [officePaths.stopRecovery.pattern]: ['support'],
  [officePaths.recordIdentity.pattern]: ['support'],
  [officePaths.confirmIdentity.pattern]: ['supervisor'],
  [officePaths.closeSupport.pattern]: ['support'],
}
const whoComesTo = ({ path }: Route) => comesTo[path.pattern as string] ?? worksCases

let office: OfficeGround
let receiptNumber = ''
let trackingNumber = ''
const browsers = new Map<string, PortalBrowser>()
before(async () => {
  office = await officeGround()
  receiptNumber = (await office.openCase()).receiptNumber
  await office.as(visitor).perform(askSupport, asked)
  const requests = await office.database.pools.owner?.selectFrom('accounts.support_request').select('tracking_number').execute()
  trackingNumber = requests?.[0]?.tracking_number ?? ''
  for (const role of staffRoles) {
    await office.enrol(role)
    office.services.clock.advance({ minutes: 1 })
    browsers.set(role, await office.signedIn(role))
  }
  const halfWay = office.browser()
  await halfWay.open('/sign-in')
  await halfWay.press('Sign In', { email: staffEmail('officer'), password: staffPassword })
  browsers.set('password given', halfWay)
  browsers.set('nobody', office.browser())
})
after(() => office.end())

const addressOf = ({ path }: Route) =>
  (path.pattern as string)
    .replace(':receiptNumber', receiptNumber)
    .replace(':queue', 'received')
    .replace(':trackingNumber', trackingNumber)
    .replace(/:(document|decision|conflict)/, '00000000-0000-4000-8000-000000000000')

const methodsOf = (route: Route): ('GET' | 'POST')[] => {
  if (route.kind === 'action') return ['POST']
  if (route.kind === 'endpoint') return [route.method].filter((method) => method === 'GET' || method === 'POST')
  return route.submit ? ['GET', 'POST'] : ['GET']
}

const everyRoute = officeRoutes().filter(({ path }) => !forEveryone.includes(path.pattern))

/** Words of the case or request that only its open file holds, and of lists that name it. */
const leaks = () => new RegExp(`Case Was Received|New status|Newly received|Reason for opening|harbour|${receiptNumber}|${trackingNumber}`)

describe('every address of the office that holds cases', () => {
  it('is among the routes and the paths alike', () => {
    const served = [...new Set(officeRoutes().map(({ path }) => path.pattern as string))]
    assert.deepEqual(
      served.toSorted(),
      Object.values(officePaths)
        .map(({ pattern }) => pattern as string)
        .toSorted(),
    )
    assert.ok(everyRoute.length >= 8)
  })

  for (const route of everyRoute) {
    for (const method of methodsOf(route)) {
      it(`${method} ${route.path.pattern}: open to ${whoComesTo(route).join(' and ')} alone`, async () => {
        for (const [who, browser] of browsers) {
          const answer = await browser.ask(
            method,
            addressOf(route),
            method === 'POST' ? { reason: 'work-on-case' } : undefined,
          )
          if (whoComesTo(route).includes(who as StaffRole)) {
            assert.notEqual(answer.location, '/', who)
            continue
          }
          assert.equal(answer.status, 303, `${who}: ${answer.status}`)
          assert.match(answer.location ?? '', who === 'nobody' || who === 'password given' ? /^\/sign-in/ : /^\/$/, who)
          assert.doesNotMatch(answer.text, leaks(), who)
        }
      })
    }
  }
})

describe('every operation and query of the office', () => {
  it('is refused to the roles that work no cases, whatever page asks', async () => {
    for (const [who, browser] of browsers) {
      if (worksCases.includes(who as StaffRole)) continue
      const { actor } = await officeVisits(office.parts)(browser.cookies.get('portolan_office') ?? null)
      const { perform, read } = performerFor(office.parts, actor, { id: null, network: null })
      const tried = [
        await perform(takeNext, { queue: 'received' }),
        await perform(putBack, { receiptNumber }),
        await perform(openFile, { receiptNumber, reason: 'work-on-case', note: '' }),
        await perform(changeCaseStatus, { receiptNumber, status: 'actively-reviewed', reason: 'x' }),
      ]
      for (const result of tried) assert.deepEqual(result, { ok: false, refusal: 'not-allowed' }, who)
      const found = [
        await read(caseFile, { receiptNumber }),
        await read(queueCounts, {}),
        await read(queuePage, { queue: 'received', after: null }),
      ]
      assert.deepEqual(found, [null, null, null], who)
    }
  })

  it('of the support desk is refused to every role that is not its own', async () => {
    for (const [who, browser] of browsers) {
      const { actor } = await officeVisits(office.parts)(browser.cookies.get('portolan_office') ?? null)
      const { perform, read } = performerFor(office.parts, actor, { id: null, network: null })
      const named = { trackingNumber }
      const tried: [readonly StaffRole[], { ok: boolean; refusal?: string }][] = [
        [['support', 'supervisor'], await perform(openSupportRequest, { ...named, reason: 'answer-request' })],
        [['support'], await perform(answerSupport, { ...named, answer: 'look-for-mail' })],
        [['support'], await perform(sendSupportAgain, named)],
        [['support'], await perform(stopSupportRecovery, named)],
        [['support'], await perform(recordIdentity, { ...named, documents: ['passport'] })],
        [['supervisor'], await perform(confirmIdentity, named)],
      ]
      for (const [roles, result] of tried)
        if (!roles.includes(who as StaffRole)) assert.deepEqual(result, { ok: false, refusal: 'not-allowed' }, who)
        else assert.notEqual(result.refusal, 'not-allowed', who)
      const mayRead = who === 'support' || who === 'supervisor'
      assert.equal((await read(supportQueue, { after: null, isReports: false })) !== null, mayRead, who)
      assert.equal((await read(supportDesk, named)) !== null, mayRead, who)
    }
  })
})

describe('every operation and query of printing', () => {
  it('is refused to the roles that print no letters', async () => {
    for (const [who, browser] of browsers) {
      const { actor } = await officeVisits(office.parts)(browser.cookies.get('portolan_office') ?? null)
      const { perform, read } = performerFor(office.parts, actor, { id: null, network: null })
      const tried: { ok: boolean; refusal?: string }[] = [
        await perform(askBatch, {}),
        await perform(takeBundle, { batch: 'x' }),
        await perform(confirmPrinted, { batch: 'x', counted: 1 }),
        await perform(takeLetter, { letter: 'x' }),
        await perform(sayPrintedByHand, { letter: 'x' }),
      ]
      const may = who === 'intake' || who === 'supervisor'
      for (const result of tried) assert.equal(result.refusal === 'not-allowed', !may, who)
      assert.equal((await read(printingDesk, {})) !== null, may, who)
    }
  })
})

describe('every operation and query of entering and rejecting by hand', () => {
  it('is refused to the roles that take in no forms', async () => {
    for (const [who, browser] of browsers) {
      const { actor } = await officeVisits(office.parts)(browser.cookies.get('portolan_office') ?? null)
      const { perform, read } = performerFor(office.parts, actor, { id: null, network: null })
      const tried: { ok: boolean; refusal?: string }[] = [await perform(takeEntry, { entry: 'x', mark: 'x' }), await perform(dropEntry, { entry: 'x' }), await perform(rejectForm, { id: 'x', mark: 'x' }), await perform(throwRejectionAway, { id: 'x' })]
      const may = who === 'intake' || who === 'supervisor'
      for (const result of tried) assert.equal(result.refusal === 'not-allowed', !may, who)
      assert.equal(await read(entryToLookOver, { entry: 'x' }), null, who)
      assert.equal((await read(rejectionList, { page: 1 })) !== null, may, who)
    }
  })
})

describe('the front page', () => {
  it('leads intake to the room where paper is taken in', async () => {
    assert.equal((await browsers.get('intake')?.ask('GET', '/'))?.location, '/intake')
  })

  it('leads administrators to the numbers', async () => {
    assert.equal((await browsers.get('admin')?.ask('GET', '/'))?.location, '/numbers')
  })
})
