import { evidenceJobs } from '../../src/evidence/index.ts'
import { definitionOf } from '../../src/filing/index.ts'
import type { Answers } from '../../src/filing/definition/definition.ts'
import { scenarioAnswers } from '../../src/filing/journey/scenario-pages.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { newId } from '../../src/platform/ids.ts'
import { preparationJobs, preparationRoutes } from '../../src/preparation/index.ts'
import { makeReady } from './ready-practice.ts'
import { packageMaker } from './prepared-package.ts'
import { freeScenario, paidScenario, submitGround } from './submit-ground.ts'

export { freeScenario, paidScenario }
export type PreparedGround = Awaited<ReturnType<typeof preparedGround>>
export type Package = Awaited<ReturnType<PreparedGround['prepare']>>

/** A portal, a cashier and a worker, with representatives who laid packages before clients. */
export async function preparedGround(options: Parameters<typeof submitGround>[0] = {}) {
  const ground = await submitGround({ ...options, routes: preparationRoutes, jobs: [...preparationJobs, ...evidenceJobs] })
  const { database, services, clock } = ground
  const owner = database.pools.owner as NonNullable<typeof database.pools.owner>
  const { agency } = services
  const form = definitionOf(agency, 'i-90', '2025-01-20')
  const notice = definitionOf(agency, 'g-28', '2018-09-17')
  const described = (of: typeof form, name: string) => {
    const found = of.scenarios.find((each) => each.name === name)
    if (!found) throw new Error(`No scenario person is called ${name}`)
    return { ...found, answers: scenarioAnswers(of, found) }
  }
  const noticeFor = (name: { givenName?: unknown; familyName?: unknown }): Answers => ({
    ...described(notice, 'attorney for a petitioner').answers,
    ...{ clientGivenName: String(name.givenName), clientMiddleName: null, clientFamilyName: String(name.familyName) },
  })

  async function representative(): Promise<Actor> {
    const actor = await ground.person()
    await owner.updateTable('accounts.account').set({ account_type: 'representative', representative_kind: 'attorney' }).where('id', '=', actor.id as string).execute()
    return (await makeReady(ground, { ...actor, roles: ['representative'], sessionId: newId() })).actor
  }

  const { workingDraft, addWholeFile, filesIn, lay, issue } = packageMaker({ ...ground, owner })

  /** What a representative signed for a described person, with a passcode. `case`: an appearance alone on a case that was filed. */
  async function prepare(by: Actor, { scenario = paidScenario, files = ['one'], case: caseId = null }: { scenario?: string; files?: readonly string[]; case?: string | null } = {}) {
    const person = described(form, scenario)
    const named = noticeFor(person.answers)
    const draft = caseId ? null : await workingDraft(by, 'i-90', '2025-01-20', person.answers)
    const [document = 'identity-document'] = Object.keys(person.files)
    if (draft) for (const words of files) await addWholeFile(by, draft, document, words)
    const appearance = await workingDraft(by, 'g-28', '2018-09-17', named)
    const preparation = newId()
    const client = newId()
    const now = clock.now()
    await owner.insertInto('representation.client').values({ id: client, representative: by.id as string, kind: 'person', names_sealed: Buffer.from('x'), contact_sealed: Buffer.from('x'), came_by: 'added', place: 1, added_at: now }).execute()
    await owner.insertInto('preparation.preparation').values({ id: preparation, representative: by.id as string, client, start_key: newId(), form: draft && 'i-90', draft, appearance, case: caseId, begun_at: now }).execute()
    const laid = await lay(by, { preparation, draft, notice: named, answers: person.answers, ordinal: 1 })
    return { preparation, draft, appearance, scenario, document, passcode: await issue(preparation), name: ground.nameOf(scenario), answers: person.answers, ...laid }
  }

  return { ...ground, owner, representative, addWholeFile, filesIn, prepare, lay, issue, workingDraft, noticeFor, described: (name: string) => described(form, name) }
}
