import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type CaseAct, caseActs, mayOnCase } from '../../src/cases/index.ts'
import { paths } from '../../src/platform/paths.ts'
import { type AccessGround, accessGround } from './access-ground.ts'
import { ask, patternOf } from './asking.ts'
import { inPortalAddress, thingsOf } from './objects.ts'
import { enters, type Person } from './people.ts'

interface Walk {
  readonly method: 'GET' | 'POST'
  readonly pattern: string
  /** How somebody is answered who may not. */
  readonly not: RegExp
}

const get = (builder: { readonly pattern: string }, not = /^(404|303)/): Walk => ({ method: 'GET', pattern: builder.pattern, not })
const post = (builder: { readonly pattern: string }, not = /^(404|303)/): Walk => ({ method: 'POST', pattern: builder.pattern, not })

/** Where each thing of the table is done or begun. */
const walks: Record<CaseAct, Walk> = {
  'read-case': get(paths.case),
  'read-notices': get(paths.notices),
  'send-messages': get(paths.messages),
  'ask-about-case': get(paths.inquiries),
  'send-evidence': get(paths.additionalEvidence),
  'answer-requests': get(paths.request),
  'move-appointments': get(paths.appointments),
  'leave-case': get(paths.leaveCase),
  'prove-identity': get(paths.proveIdentity),
  'confirm-address': post(paths.confirmMail, /^404/),
  'withdraw-case': get(paths.withdrawCase, /Only the person of the case can withdraw|^404/),
  'stop-followers': post(paths.stopFollowers, /^404/),
  'end-representation': get(paths.endRepresentative),
}

describe('what the page of a case says that each side may do', () => {
  let ground: AccessGround
  let things: Readonly<Record<string, string>>
  let people: Record<'applicant' | 'representative', Person>
  before(async () => {
    ground = await accessGround()
    things = await thingsOf(ground.rows, inPortalAddress, ground.maria)
    await ground.rows(`update correspondence.identity_check set sent_at = null, decided_at = null, outcome = null where "case" = $1`, [ground.maria.caseId]).catch(() => [])
    people = { applicant: await enters(ground, 'the owner', ground.maria.account), representative: ground.representative }
  })
  after(() => ground.end())

  for (const act of Object.keys(caseActs) as CaseAct[])
    for (const role of ['applicant', 'representative'] as const)
      it(`${act}: ${role} ${mayOnCase(role, act) ? 'may' : 'may not'}`, async () => {
        const { method, pattern, not } = walks[act]
        const route = ground.portalRoutes.find((each) => patternOf(each) === pattern)
        assert.ok(route, pattern)
        const { status, raw } = await ask(ground, 'portal', people[role], { method, route, things })
        assert.equal(not.test(`${status} ${raw}`), !mayOnCase(role, act), `${method} ${pattern}: ${status}`)
      })
})
