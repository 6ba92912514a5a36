import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { gatherArchive } from './own-archive.ts'
import { endRepresentative } from '../../src/cases/index.ts'
import { sealName } from '../../src/evidence/stored-file.ts'
import { newId } from '../../src/platform/ids.ts'
import { paths } from '../../src/platform/paths.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { Listener } from '../../src/platform/http/server.ts'
import { type AccessGround, accessGround, listenerOf } from './access-ground.ts'
import { addressOf, ask, methodsOf, patternOf } from './asking.ts'
import { formsOf, sentTo } from './harvest.ts'
import { inPortalAddress, thingsOf } from './objects.ts'
import { enters, type Person } from './people.ts'
import { marksOf } from './standing.ts'

/** Two processes of one deployment: each with a listener, and with sessions that the other one knows nothing of but by the database. */
let ground: AccessGround
let other: Listener
let ana: Person
let secondVisit: Person
let things: Readonly<Record<string, string>>
let ownTray = ''
let ownFile = ''
const warm = new Map<string, { status: number; hasMarks: boolean }>()
let marks: string[] = []

const at = (listener: Listener): AccessGround => ({ ...ground, portal: listener })
const repOn = async () => (await ground.rows<{ id: string; account: string }>(`select id::text, account::text from cases.party where "case" = $1 and role = 'representative' and until_at is null`, [ground.maria.caseId]))[0]

/** What they gathered and sent about the case themselves, and what they follow by its number. */
async function plantOwn(account: string): Promise<void> {
  const now = ground.services.clock.now().toString()
  ;[ownTray, ownFile] = [newId(), newId()]
  await ground.rows(`insert into evidence.tray (id, "case", account, purpose, documents, files_most, page, opened_at, submitted_at) values ($1, $2, $3, 'additional', '{additional}', 5, $4, $5, $5)`, [ownTray, ground.maria.caseId, account, `/cases/${ground.maria.receiptNumber}/evidence`, now])
  const name = sealName(ground.services.keys, account, ownFile, 'what-ana-sent.pdf')
  await ground.rows(`insert into evidence.file (id, account, draft, submission, document, name_sealed, type, size_bytes, sha256, storage_key, state, pages, checked_at, uploaded_at, parts, parts_tried, place) values ($1, $2, $3, $3, 'additional', $4, 'pdf', 10, $5, $6, 'clean', 1, $7, $7, '{}', 0, 1)`, [ownFile, account, ownTray, name, 'c'.repeat(64), newId(), now])
  await ground.rows(`update cases.task set due_at = $2, ended_at = null, ended_how = null where "case" = $1`, [ground.maria.caseId, ground.services.clock.now().add({ hours: 240 }).toString()])
  await ground.rows(`insert into cases.follower (account, "case", since_at) values ($1, $2, $3)`, [account, ground.maria.caseId, now])
}

/** By what an entry of a calendar is known. */
const subjectsOfTasks = async () => (await ground.rows<{ subject: string }>('select subject::text from cases.task where "case" = $1', [ground.maria.caseId])).map(({ subject }) => subject)

const theirThings = () => ({ ...things, draft: ownTray, file: ownFile })

before(async () => {
  ground = await accessGround()
  other = await listenerOf(ground, 'portal', ground.portalRoutes, ground.faults)
  ana = ground.representative
  secondVisit = await enters(ground, 'the same representative in another browser', String(ana.id))
  things = await thingsOf(ground.rows, inPortalAddress, ground.maria)
  await plantOwn(String(ana.id))
  marks = [...(await marksOf(ground.rows, ground.maria)), 'what-ana-sent', ownTray, ownFile, ...(await subjectsOfTasks())].filter((mark) => mark !== ana.id)
})
after(async () => {
  await other.close()
  await ground.end()
})

describe('a representative whose access to a case was ended', () => {
  it('came to many pages of it before, on either of two processes', async () => {
    for (const route of ground.portalRoutes.filter((each) => methodsOf(each).includes('GET')))
      for (const [listener, person] of [[ground.portal, ana], [other, secondVisit]] as const) {
        const { status, raw } = await ask(at(listener), 'portal', person, { method: 'GET', route, things: theirThings() })
        warm.set(patternOf(route), { status, hasMarks: status === 200 && marks.some((mark) => raw.includes(mark)) })
      }
    const reached = [...warm].filter(([, { hasMarks }]) => hasMarks).map(([pattern]) => pattern)
    for (const pattern of ['/cases/:receiptNumber', '/cases/:receiptNumber/messages/:thread', '/cases/:receiptNumber/notices/:notice', '/cases/:receiptNumber/calendar.ics', '/account', '/account/documents', '/account/calendar.ics', '/cases/:receiptNumber/evidence'])
      assert.ok(reached.includes(pattern), `${pattern} was not theirs before: ${JSON.stringify(warm.get(pattern))}`)
    assert.ok(reached.length >= 12, reached.join(' '))
  })

  it('comes to none of it by the very next request, on either process, in any open session, by GET or by POST', async () => {
    const forms = await formsOf(at(other), 'portal', ana, things)
    const party = await repOn()
    const maria: Actor = { kind: 'account', id: ground.maria.account, roles: ['applicant'], sessionId: crypto.randomUUID() }
    assert.ok((await ground.as(maria).perform(endRepresentative, { receiptNumber: ground.maria.receiptNumber, id: String(party?.id) })).ok)
    for (const [listener, person] of [[other, ana], [ground.portal, secondVisit], [other, secondVisit], [ground.portal, ana]] as const)
      for (const route of ground.portalRoutes)
        for (const method of methodsOf(route)) {
          if (method === 'POST' && !patternOf(route).startsWith('/cases/:receiptNumber')) continue
          if (method === 'POST') await ground.rows('delete from platform.attempt')
          const posted = method === 'POST' ? sentTo(route, addressOf(route, things), forms) : {}
          const { status, raw } = await ask(at(listener), 'portal', person, { method, route, things: theirThings(), posted })
          assert.ok(status < 500, `${method} ${patternOf(route)}: ${status} ${ground.faults.at(-1)}`)
          const sent = Object.values(posted)
          const asked = Object.values(theirThings())
          assert.deepEqual(marks.filter((mark) => raw.includes(mark) && !sent.includes(mark) && !asked.includes(mark)), [], `${method} ${patternOf(route)}`)
          if (patternOf(route).startsWith('/cases/:receiptNumber')) assert.ok(status === 404 || status === 303 || status === 403 || status === 422, `${method} ${patternOf(route)}: ${status}`)
        }
  })

  it('finds it in no list of theirs: not at home, in their documents, their calendar, nor what they follow', async () => {
    for (const path of [paths.account(), paths.documents(), paths.accountCalendar(), paths.withdrawnClients()])
      for (const listener of [ground.portal, other]) {
        const answer = await listener.inject({ method: 'GET', url: path, cookies: { portolan_portal: String(ana.secret) } })
        assert.equal(answer.statusCode, 200, path)
        assert.doesNotMatch(answer.body, new RegExp(`${ground.maria.receiptNumber}|what-ana-sent`), path)
      }
    for (const path of [paths.draftEvidenceFile({ draft: ownTray, file: ownFile }), paths.draftEvidencePreview({ draft: ownTray, file: ownFile }), paths.caseFile({ receiptNumber: ground.maria.receiptNumber, file: ownFile })])
      assert.equal((await other.inject({ method: 'GET', url: path, cookies: { portolan_portal: String(ana.secret) } })).statusCode, 404, path)
  })

  it('has nothing of it in an archive of their data that is made afterwards', async () => {
    const archive = await gatherArchive(ground, String(ana.id))
    assert.doesNotMatch(archive, new RegExp(`${ground.maria.receiptNumber}|what-ana-sent`))
    assert.match(archive, /endedRelations/)
  })

  it('is told nothing more of it', async () => {
    const left = await ground.rows(`select 1 from cases.party where "case" = $1 and account = $2 and until_at is null`, [ground.maria.caseId, ana.id])
    assert.deepEqual(left, [])
    assert.deepEqual(await ground.rows('select 1 from cases.follower where account = $1', [ana.id]), [])
  })
})
