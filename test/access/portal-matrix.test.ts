import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { portalRoutesOf } from '../../src/app/composition.ts'
import type { Route } from '../../src/platform/http/page.ts'
import { type AccessGround, accessGround, newStranger } from './access-ground.ts'
import { addressOf, ask, difference, type Got, isSame, methodsOf, patternOf } from './asking.ts'
import { type Found, formsOf, sentTo } from './harvest.ts'
import { inPortalAddress, thingsOf, unknownNames } from './objects.ts'
import { enters, type Person } from './people.ts'
import { marksOf, standingOf } from './standing.ts'

/** Addresses are read off the routes alone: nothing of a deployment is asked. */
const routes = portalRoutesOf({ partsFor: () => ({}) } as never)
const namesSomething = (route: Route) => Object.entries(inPortalAddress).some(([name, each]) => 'of' in each && patternOf(route).split('/').includes(`:${name}`))

/** What a planted row cannot show even to its owner, each with why: its control is in the tests of its own room. */
const notShownToOwner: Readonly<Record<string, string>> = {
  '/account/practice/licences/:licence': 'the owner here is an applicant, and only a representative has a practice',
  '/clients/:client': 'the owner here is an applicant, and only a representative has clients',
  '/clients/:client/change': 'the owner here is an applicant, and only a representative has clients',
  '/clients/:client/appearance': 'the owner here is an applicant, and only a representative has clients',
  '/clients/:client/forms': 'the owner here is an applicant, and only a representative has clients',
  '/clients/:client/notes': 'the owner here is an applicant, and only a representative has clients',
  '/clients/:client/notes/:note': 'the owner here is an applicant, and only a representative has clients',
  '/preparations/:preparation/sign': 'the owner here is an applicant, and only a representative prepares',
  '/preparations/:preparation/passcode': 'the owner here is an applicant, and only a representative prepares',
  '/preparations/:preparation/take-back': 'the owner here is an applicant, and only a representative prepares',
  '/preparations/:preparation': 'the owner here is an applicant, and only a representative prepares',
  '/prepared/:preparation': 'the planted preparation was not taken up by its client',
  '/preparations/:preparation/take-up': 'the planted preparation has no passcode that anybody knows',
  '/preparations/:preparation/take-up/decline': 'the planted preparation has no passcode that anybody knows',
  '/preparations/:preparation/submit': 'the planted preparation is an appearance alone, which is not submitted',
  '/preparations/:preparation/pay': 'the planted preparation is an appearance alone, which is not submitted',
  '/prepared/:preparation/form': 'the planted preparation was not taken up by its client',
  '/prepared/:preparation/appearance': 'the planted preparation was not taken up by its client',
  '/prepared/:preparation/form/sign': 'the planted preparation was not taken up by its client',
  '/prepared/:preparation/end': 'the planted preparation was not taken up by its client',
  '/prepared/:preparation/changes': 'the planted preparation was not taken up by its client',
  '/prepared/:preparation/:which/decline': 'the planted preparation was not taken up by its client',
  '/submissions/:submission/prepared': 'nobody prepared the planted submission',
  '/drafts/:draft/preparation': 'the planted draft is a person’s own, which nobody prepared',
  '/account/security/apps/:app': 'the planted app was never proven',
  '/account/data/archives/:archive': 'the planted archive could not be made',
  '/drafts/:draft/evidence/:file': 'the planted file has no bytes and no verdict',
  '/drafts/:draft/evidence/:file/preview': 'the planted file has no bytes and no verdict',
  '/drafts/:draft/evidence/:file/translation': 'the planted file has no verdict',
  '/drafts/:draft/evidence/:file/certification': 'the planted file has no verdict',
  '/drafts/:draft/evidence/:file/replace': 'the planted file has no verdict',
  '/cases/:receiptNumber/files/:file': 'the planted file is of a draft and in no tray of the case',
  '/cases/:receiptNumber/identity/:check': 'nobody asked for the planted check',
  '/cases/:receiptNumber/requests/:request/asks/:ask': 'the planted request asks for nothing',
  '/cases/:receiptNumber/notices/:notice/pdf': 'the planted notice has no letter yet',
  '/drafts/:draft/sign/:helper': 'nobody helped with the planted draft',
}

/** Of a case these are its person’s alone, whoever represents them. */
const personsAlone = ['/cases/:receiptNumber/representatives/:representative/end']

type Things = Readonly<Record<string, string>>

let ground: AccessGround
let things: Record<'maria' | 'petra' | 'nobody', Things>
let forms: Record<'maria' | 'petra', ReadonlyMap<string, Found['values']>>
let maria: Person
let petra: Person
let marks: string[]
let stood: Record<string, string>
before(async () => {
  ground = await accessGround()
  const { rows } = ground
  things = { maria: await thingsOf(rows, inPortalAddress, ground.maria), petra: await thingsOf(rows, inPortalAddress, ground.petra), nobody: await thingsOf(rows, inPortalAddress, null) }
  maria = await enters(ground, 'the owner', ground.maria.account)
  petra = await enters(ground, 'somebody protected', ground.petra.account)
  forms = { maria: await formsOf(ground, 'portal', maria, things.maria), petra: await formsOf(ground, 'portal', petra, things.petra) }
  marks = [...(await marksOf(rows, ground.maria)), ...(await marksOf(rows, ground.petra))]
  stood = await standingOf(rows, marks)
})
after(() => ground.end())

/** What came of asking for a thing of `whose`; what is counted against guessing begins anew each time. */
async function got(person: Person, method: 'GET' | 'POST', route: Route, whose: keyof typeof things): Promise<Got> {
  if (method === 'POST') await ground.rows('delete from platform.attempt')
  const its = things[whose]
  // Of nobody: what the owner’s page would send, about nothing that there is.
  const copied = sentTo(route, addressOf(route, things[whose === 'nobody' ? 'maria' : whose]), forms[whose === 'petra' ? 'petra' : 'maria'])
  const posted = Object.fromEntries(Object.entries(copied).map(([name, value]) => [name, whose === 'nobody' ? swapped(value) : value]))
  return ask(ground, 'portal', person, { method, route, things: its, posted })
}

/** A thing of the owner by its value is replaced by one of nobody. */
const swapped = (value: string): string => {
  const [name] = Object.entries(things.maria).find(([, its]) => its === value) ?? []
  return name ? (things.nobody[name] ?? value) : value
}

describe('every address of the portal', () => {
  it('has only names that the register of things in addresses knows', () => {
    const missing = unknownNames(routes.map(patternOf), inPortalAddress)
    assert.deepEqual(missing, [], `add ${missing.map((name) => `“${name}”`).join(', ')} to inPortalAddress in test/access/objects.ts: how to find such a thing of a person`)
  })

  it('has people to be walked by of whom every table with a person or a case in it holds a row', () => {
    assert.deepEqual(ground.notPlanted, [], 'tell what the checks of this table ask for, in test/access/planted-cases.ts')
  })

  for (const route of routes.filter(namesSomething))
    for (const method of methodsOf(route)) {
      const pattern = patternOf(route)

      it(`${method} ${pattern}: somebody else’s, a protected person’s and nobody’s are one answer to whoever has no part in it`, async () => {
        const stranger = method === 'POST' ? [await newStranger(ground)] : []
        for (const person of [ground.visitor, ...ground.strangers, ...stranger, petra]) {
          const unknown = await got(person, method, route, 'nobody')
          assert.ok(unknown.status < 500, `${person.name}: ${unknown.status}`)
          const owners = person === petra ? (['maria'] as const) : (['maria', 'petra'] as const)
          const answers = await Promise.all(owners.map((whose) => got(person, method, route, whose)))
          for (const theirs of answers) assert.ok(isSame(theirs, unknown), `${person.name}: ${difference(theirs, unknown)}`)
        }
      })

      it(`${method} ${pattern}: a representative comes to what is of the case, and to nothing else of its person`, async () => {
        const unknown = await got(ground.representative, method, route, 'nobody')
        for (const whose of pattern.startsWith('/cases/:receiptNumber') && !personsAlone.includes(pattern) ? (['petra'] as const) : (['maria', 'petra'] as const)) {
          const theirs = await got(ground.representative, method, route, whose)
          assert.ok(isSame(theirs, unknown), `of ${whose}: ${difference(theirs, unknown)}`)
        }
      })

      if (method === 'GET' && !(pattern in notShownToOwner))
        it(`${method} ${pattern}: shows its owner more than it shows of nobody’s`, async () => {
          const [own, unknown] = [await got(maria, method, route, 'maria'), await got(maria, method, route, 'nobody')]
          assert.ok(!isSame(own, unknown) && own.status < 500, `${own.status} ${own.status < 500 ? '' : ground.faults.at(-1)}: plant such a row (test/cast/planted-rows.ts), or say in notShownToOwner why its owner sees nothing`)
        })
    }

  for (const route of routes.filter((each) => !namesSomething(each) && methodsOf(each).includes('GET')))
    it(`GET ${patternOf(route)}: shows nobody anything of somebody else`, async () => {
      for (const person of [ground.visitor, ...ground.strangers, ground.representative]) {
        const { raw, status } = await ask(ground, 'portal', person, { method: 'GET', route, things: things.nobody })
        assert.ok(status < 500, `${person.name}: ${status}`)
        const theirs = person === ground.representative ? [ground.maria.receiptNumber, ground.maria.caseId] : []
        const shown = marks.filter((mark) => raw.includes(mark) && !theirs.includes(mark))
        assert.deepEqual(shown, [], person.name)
      }
    })

  for (const route of routes.filter((each) => !namesSomething(each) && methodsOf(each).includes('POST')))
    it(`POST ${patternOf(route)}: tells nobody anything of the person whose form they copied`, async () => {
      for (const person of [ground.visitor, await newStranger(ground)]) {
        const posted = sentTo(route, addressOf(route, things.maria), forms.maria)
        const { raw, status } = await ask(ground, 'portal', person, { method: 'POST', route, things: things.maria, posted })
        assert.ok(status < 500, `${person.name}: ${status}`)
        const sent = Object.values(posted)
        assert.deepEqual(marks.filter((mark) => raw.includes(mark) && !sent.includes(mark)), [], person.name)
      }
    })

  for (const route of routes.filter((each) => methodsOf(each).includes('GET')))
    it(`GET ${patternOf(route)}: takes the cookie of the office for no cookie`, async () => {
      for (const staff of ground.staff.slice(0, 5)) {
        const [theirs, nobodys] = [await ask(ground, 'portal', staff, { method: 'GET', route, things: things.maria }), await ask(ground, 'portal', { ...ground.visitor, secret: 'A'.repeat(22) }, { method: 'GET', route, things: things.maria })]
        assert.ok(isSame(theirs, nobodys), `${staff.name}: ${difference(theirs, nobodys)}`)
      }
    })

  it('left every row of the two as it was, whoever pressed what', async () => {
    assert.deepEqual(await standingOf(ground.rows, marks), stood)
  })
})
