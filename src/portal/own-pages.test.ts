import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import {
  accountActor,
  addPaperForTest,
  type CasesGround,
  casesGround,
  staffActor,
} from '../../test/cast/cases-ground.ts'
import { type PortalGround, portalGround } from '../../test/cast/portal-ground.ts'
import { changeStatus, documentPlace } from '../cases/index.ts'
import { type Actor, systemActor } from '../platform/actor.ts'
import { sealedFile } from '../platform/crypto/sealed-file.ts'
import { newId } from '../platform/ids.ts'
import { portalRoutes } from './index.ts'

const casePath = (receiptNumber: string) => `/cases/${receiptNumber}`
const bytes = Buffer.from('%PDF-1.7 a paper that is not one')

describe('a person’s own pages', () => {
  let ground: CasesGround
  let portal: PortalGround
  let maria: Actor
  before(async () => {
    ground = await casesGround()
    portal = await portalGround(ground, portalRoutes())
    maria = await ground.newAccount('maria@example.test')
  })
  after(async () => {
    await portal.close()
    await ground.database.drop()
  })

  /** A paper in the case, sealed and stored as the jobs do it. */
  async function addPaper(caseId: string): Promise<string> {
    const storageKey = newId()
    const { storage, keys } = ground.services
    await storage.put(
      storageKey,
      sealedFile(keys, documentPlace(caseId, storageKey), [bytes]),
    )
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const paper = {
      caseId,
      kind: 'copy-of-record',
      source: newId(),
      titleKey: 'portal.case.document',
      storageKey,
    } as const
    const added = await ground
      .as(systemActor('documents'))
      .perform(addPaperForTest, { ...paper, sha256, sizeBytes: bytes.length, pages: 3 })
    return String(added.ok && added.output)
  }

  describe('the home', () => {
    it('sends who is not signed in to sign in', async () => {
      const { status, headers } = await portal.get('/account')
      assert.equal(status, 303)
      assert.match(String(headers.location), /^\/sign-in/)
    })

    it('says what will stand there when there is nothing yet, and what to do', async () => {
      const { body } = await portal.get('/account', await ground.newAccount('empty@example.test'))
      assert.match(body, /Your cases will be listed here/)
      assert.match(body, /<a [^>]*href="\/file"[^>]*>File a form online<\/a>/)
    })

    it('tells a new account that it is ready, with its number, and begins with the forms', async () => {
      const { body } = await portal.get('/account', await ground.newAccount('ready@example.test'))
      assert.match(body, /Your account is ready[\s\S]*\d{4}/)
      assert.ok(body.indexOf('>Forms you have begun<') < body.indexOf('>My cases</h2>'))
    })

    it('puts what is asked of the person before their cases, and shows nobody else’s', async () => {
      const sam = await ground.newAccount('sam.long@example.test')
      const { receiptNumber } = await ground.openCase({ account: String(sam.id) })
      const quiet = await ground.openCase({ account: String(sam.id), form: 'n-400' })
      const others = await ground.openCase()
      await ground
        .as(staffActor('officer'))
        .perform(changeStatus, { receiptNumber, status: 'notice-returned', reason: 'Copy unclear' })
      const { body } = await portal.get('/account', sam)
      const asked = body.indexOf('See what is asked of you')
      assert.ok(asked > 0 && asked < body.indexOf('>My cases</h2>'))
      assert.ok(body.includes(casePath(receiptNumber)) && body.includes(casePath(quiet.receiptNumber)))
      assert.ok(!body.includes(others.receiptNumber))
    })
  })

  describe('a case', () => {
    it('shows its owner status, next, course, papers, office and account number in at most six statements', async () => {
      const { receiptNumber, caseId } = await ground.openCase({ account: String(maria.id) })
      const document = await addPaper(caseId)
      portal.statements()
      const { status, body } = await portal.get(casePath(receiptNumber), maria)
      assert.ok(portal.statements() <= 5, 'one more is left for the session')
      assert.equal(status, 200)
      for (const words of [
        'Case Was Received',
        'What happens next',
        'Where your case is',
        'Online Filing Center',
        'Last touched',
        'USCIS Online Account Number',
      ]) {
        assert.ok(body.includes(words), words)
      }
      assert.ok(body.includes(`/cases/${receiptNumber}/documents/${document}`))
      assert.match(body, /port--now[\s\S]*Case Was Received[\s\S]*port--later[\s\S]*Checks[\s\S]*Decision/)
    })

    it('without papers promises them only where they are being made: just filed, online', async () => {
      const account = String(maria.id)
      const fresh = await ground.openCase({ account })
      const paper = await ground.openCase({ account, channel: 'paper' })
      assert.match((await portal.get(casePath(fresh.receiptNumber), maria)).body, /They take a minute or two/)
      assert.match((await portal.get(casePath(paper.receiptNumber), maria)).body, /No papers of this case are on this site/)
    })

    it('is found by its number however it is typed', async () => {
      const { receiptNumber } = await ground.openCase({ account: String(maria.id) })
      assert.equal((await portal.get(casePath(receiptNumber.toLowerCase()), maria)).status, 200)
    })

    it('of somebody else is the same page as one that does not exist, after the same statements', async () => {
      const { receiptNumber, account } = await ground.openCase()
      const protectedCase = await ground.openCase({ isProtected: true })
      portal.statements()
      const unknown = await portal.get('/cases/IOE0000000000', maria)
      const statements = portal.statements()
      assert.equal(unknown.status, 404)
      for (const number of [receiptNumber, protectedCase.receiptNumber]) {
        const { status, body } = await portal.get(casePath(number), maria)
        assert.deepEqual([status, body, portal.statements()], [404, unknown.body, statements])
      }
      assert.equal((await portal.get(casePath('not-a-number'), maria)).body, unknown.body)
      assert.equal((await portal.get(casePath(receiptNumber), account)).status, 200)
      assert.equal((await portal.get(casePath(receiptNumber))).status, 303)
    })

    it('gives its papers, opened while they are sent, to its owner alone', async () => {
      const { receiptNumber, caseId } = await ground.openCase({ account: String(maria.id) })
      const path = `${casePath(receiptNumber)}/documents/${await addPaper(caseId)}`
      const { status, body, headers } = await portal.get(path, maria)
      assert.deepEqual([status, body], [200, bytes.toString()])
      assert.match(
        String(headers['content-disposition']),
        new RegExp(`^attachment; filename="${receiptNumber}-copy-of-record\\.pdf"`),
      )
      assert.match(String(headers['content-security-policy']), /sandbox/)
      const stranger = accountActor()
      const unknown = await portal.get(`${casePath(receiptNumber)}/documents/${newId()}`, stranger)
      const theirs = await portal.get(path, stranger)
      assert.deepEqual([unknown.status, theirs.status], [404, 404])
      assert.ok(theirs.body === unknown.body, 'the same page')
      assert.equal((await portal.get(path)).status, 303)
    })

  })
})
