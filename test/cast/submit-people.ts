import type { FileDescription } from '../../src/evidence/index.ts'
import { sealDescription } from '../../src/evidence/description/sealed-description.ts'
import { sealName } from '../../src/evidence/stored-file.ts'
import { definitionOf, saveDraftPage, startDraft } from '../../src/filing/index.ts'
import { scenarioAnswers } from '../../src/filing/journey/scenario-pages.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { newId, newSecret } from '../../src/platform/ids.ts'
import type { Performer } from '../../src/platform/operation.ts'
import type { CasesGround } from './cases-ground.ts'

export const paidScenario = 'lost card'
export const freeScenario = 'card never received'

/** People with proven sessions, and the drafts they filled in. */
export function submitPeople(cases: CasesGround, as: (actor: Actor) => Performer) {
  const { database, services } = cases
  const form = definitionOf(services.agency, 'i-90', '2025-01-20')
  const described = (scenario: string) => {
    const found = form.scenarios.find(({ name }) => name === scenario)
    if (!found) throw new Error(`No scenario person is called ${scenario}`)
    return found
  }
  let people = 0

  async function person(): Promise<Actor> {
    people += 1
    const actor = await cases.newAccount(`${'p'.repeat(people)}@example.test`)
    const now = services.clock.now()
    const session = {
      id: actor.sessionId as string,
      account: actor.id as string,
      secret_hash: newSecret(256) + newId(),
    }
    const times = { begun_at: now, last_seen_at: now, ends_at: now.add({ hours: 12 }), proved_at: now }
    await database.pools.owner
      ?.insertInto('accounts.session')
      .values({ ...session, ...times, stage: 'full' })
      .execute()
    return actor
  }

  async function addFile(actor: Actor, draft: string, document: string, state = 'clean', translates: string | null = null): Promise<string> {
    const id = newId()
    const account = actor.id as string
    const now = services.clock.now()
    const checked = state === 'clean' ? { pages: 1, checked_at: now } : {}
    const name_sealed = sealName(services.keys, account, id, `${document}${translates ? '-translation' : ''}.pdf`)
    const bytes = {
      sha256: (newId() + newId()).replaceAll('-', ''),
      storage_key: newId(),
      size_bytes: 1000,
      type: 'pdf',
    }
    await database.pools.owner
      ?.insertInto('evidence.file')
      .values({ id, account, draft, document, translates, name_sealed, state, uploaded_at: now, ...bytes, ...checked })
      .execute()
    return id
  }

  /** A draft that a described person filled in, with the files they bring. */
  async function filledDraft(actor: Actor, scenario = paidScenario): Promise<string> {
    const started = await as(actor).perform(startDraft, { form: 'i-90', language: 'en', startKey: newId() })
    if (!started.ok) throw new Error(started.refusal)
    const { draft } = started.output
    const page = form.parts[0]?.pages[0]?.id ?? ''
    await as(actor).perform(saveDraftPage, { draft, page, answers: scenarioAnswers(form, described(scenario)) })
    for (const document of Object.keys(described(scenario).files)) await addFile(actor, draft, document)
    return draft
  }

  /** How a described person signs. */
  const nameOf = (scenario = paidScenario): string => {
    const { givenName, familyName } = described(scenario).answers
    return `${givenName} ${familyName}`
  }

  /** What the owner says of a file, as the page would have kept it. */
  const describe = (file: string, actor: Actor, said: FileDescription) =>
    database.pools.owner
      ?.updateTable('evidence.file')
      .set({ description_sealed: sealDescription(services.keys, actor.id as string, file, said) })
      .where('id', '=', file)
      .execute()

  return { person, addFile, describe, filledDraft, nameOf }
}
