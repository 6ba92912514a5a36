import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { officeRoutesOf } from '../../src/app/composition.ts'
import type { Route } from '../../src/platform/http/page.ts'
import { newId } from '../../src/platform/ids.ts'
import { officePaths } from '../../src/platform/paths.ts'
import { type AccessGround, accessGround } from './access-ground.ts'
import { addressOf, ask, difference, type Got, isSame, methodsOf, patternOf } from './asking.ts'
import { type Found, formsOf, sentTo } from './harvest.ts'
import { inOfficeAddress, thingsOf, unknownNames } from './objects.ts'
import { enters, type Person, staffEnters } from './people.ts'
import { marksOf, standingOf } from './standing.ts'

const routes = officeRoutesOf()
const namesSomething = (route: Route) => Object.entries(inOfficeAddress).some(([name, each]) => 'of' in each && patternOf(route).split('/').includes(`:${name}`))

/** The way in: for whoever is not signed in. */
const wayIn: readonly string[] = [officePaths.enrol, officePaths.enrolCode, officePaths.signIn, officePaths.signInCode, officePaths.signOut].map(({ pattern }) => pattern)

let ground: AccessGround
let things: Record<'maria' | 'petra' | 'nobody', Readonly<Record<string, string>>>
let forms: ReadonlyMap<string, Found['values']>
let opener: Person
let marks: string[]
let stood: Record<string, string>
before(async () => {
  ground = await accessGround()
  const { rows } = ground
  things = { maria: await thingsOf(rows, inOfficeAddress, ground.maria), petra: await thingsOf(rows, inOfficeAddress, ground.petra), nobody: await thingsOf(rows, inOfficeAddress, null) }
  opener = await staffEnters(ground, 'a supervisor who opened the files', 'supervisor')
  for (const { account } of [ground.maria, ground.petra])
    await rows(`insert into officer.person_opening (id, staff, session, account, role, reason, at) values ($1, $2, $3, $4, 'supervisor', 'work-on-case', $5)`, [newId(), opener.id, opener.session, account, ground.services.clock.now().toString()])
  for (const { caseId } of [ground.maria, ground.petra])
    await rows(`insert into officer.file_opening (id, staff, session, "case", role, reason, at) values ($1, $2, $3, $4, 'supervisor', 'work-on-case', $5)`, [newId(), opener.id, opener.session, caseId, ground.services.clock.now().toString()])
  const [seen, alsoSeen] = [await formsOf(ground, 'office', opener, things.maria), await formsOf(ground, 'office', opener, things.petra)]
  forms = new Map([...seen, ...alsoSeen])
  marks = [...(await marksOf(rows, ground.maria)), ...(await marksOf(rows, ground.petra))]
  stood = await standingOf(rows, marks)
})
after(() => ground.end())

/** What came of asking for a thing of `whose`, with what a page would send about the protected person, so that it differs in the address alone. */
async function got(person: Person, method: 'GET' | 'POST', route: Route, whose: keyof typeof things): Promise<Got & { raw: string }> {
  if (method === 'POST') await ground.rows('delete from platform.attempt')
  return ask(ground, 'office', person, { method, route, things: things[whose], posted: sentTo(route, addressOf(route, things.petra), forms) })
}

const isNotCleared = ({ name }: Person) => !name.startsWith('cleared') && name !== 'supervisor'

/** Who has a person’s paper or letter before them files it by the number on it (decision 0032): here a protected case is as any other. */
const holdsPaper = (route: Route) => /^\/(intake|support)\//.test(patternOf(route))

/** Whose a form is that may be of a protected person is a supervisor’s to decide (decision 0030): intake sees that it is not theirs to. */
const supervisorsToDecide = (route: Route) => patternOf(route) === officePaths.duplicate.pattern

/** A name that a paper has is shown masked, and that of a protected person as one that no paper has. */
const nameless = (answer: Got): Got => ({ ...answer, body: answer.body.replace(/<dd>(?:Not shown here|<bdi>\S•+ \S•+<\/bdi>)<\/dd>/g, '<dd>name</dd>') })

const isTurnedAway = ({ status, location }: Got) => status === 303 && location === '/'

describe('every address of the office', () => {
  it('has only names that the register of things in addresses knows', () => {
    const missing = unknownNames(routes.map(patternOf), inOfficeAddress)
    assert.deepEqual(missing, [], `add ${missing.map((name) => `“${name}”`).join(', ')} to inOfficeAddress in test/access/objects.ts: how to find such a thing of a person`)
  })

  for (const route of routes.filter((each) => !wayIn.includes(patternOf(each))))
    for (const method of methodsOf(route))
      it(`${method} ${patternOf(route)}: leads to the sign-in whoever is not signed in as staff, with whatever cookie of the portal`, async () => {
        const people = [ground.visitor, ground.passwordGiven, ...ground.strangers, ground.representative, await enters(ground, 'the owner', ground.maria.account)]
        for (const person of people) {
          const { status, location, raw } = await got(person, method, route, 'maria')
          if (route.kind === 'endpoint' && status === 401) continue
          assert.deepEqual([person.name, status, location.split('?', 1)[0]], [person.name, 303, person === ground.passwordGiven ? '/sign-in/verification-code' : '/sign-in'])
          assert.equal(raw, '', person.name)
        }
      })

  for (const route of routes.filter((each) => namesSomething(each) && !supervisorsToDecide(each)))
    for (const method of methodsOf(route))
      it(`${method} ${patternOf(route)}: staff who was not cleared cannot tell a protected person’s from ${holdsPaper(route) ? 'anybody’s' : 'nobody’s'}`, async () => {
        for (const person of ground.staff.filter(isNotCleared)) {
          const theirs = await got(person, method, route, 'petra')
          const other = await got(person, method, route, holdsPaper(route) ? 'maria' : 'nobody')
          assert.ok(other.status < 500, `${person.name}: ${other.status} ${ground.faults.at(-1)}`)
          assert.ok(isSame(nameless(theirs), nameless(other)), `${person.name}: ${difference(nameless(theirs), nameless(other))}`)
        }
      })

  for (const route of routes.filter(namesSomething))
    for (const method of methodsOf(route))
      it(`${method} ${patternOf(route)}: tells a role that may not come here nothing of what there is`, async () => {
        for (const person of ground.staff) {
          const unknown = await got(person, method, route, 'nobody')
          if (!isTurnedAway(unknown)) continue
          for (const whose of ['maria', 'petra'] as const) assert.ok(isSame(await got(person, method, route, whose), unknown), `${person.name}, of ${whose}`)
        }
      })

  for (const route of routes.filter((each) => !namesSomething(each) && methodsOf(each).includes('GET')))
    it(`GET ${patternOf(route)}: names nothing of a protected person to staff who was not cleared`, async () => {
      const its = [ground.petra.account, ground.petra.caseId, ground.petra.receiptNumber]
      for (const person of ground.staff.filter(isNotCleared)) {
        const { raw, status } = await ask(ground, 'office', person, { method: 'GET', route, things: things.nobody })
        assert.ok(status < 500, `${person.name}: ${status}`)
        assert.deepEqual(its.filter((mark) => raw.includes(mark)), [], person.name)
      }
    })

  it('left every row of the two as it was, whoever pressed what', async () => {
    assert.deepEqual(await standingOf(ground.rows, marks), stood)
  })

  it('of a case shows who opened its file more than it shows of nobody’s', async () => {
    const shown = []
    for (const route of routes.filter((each) => namesSomething(each) && methodsOf(each).includes('GET')))
      if (!isSame(await got(opener, 'GET', route, 'maria'), await got(opener, 'GET', route, 'nobody'))) shown.push(patternOf(route))
    assert.ok(shown.includes('/cases/:receiptNumber') && shown.length >= 12, shown.join(', '))
  })
})
