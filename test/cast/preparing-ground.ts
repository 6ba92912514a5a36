import assert from 'node:assert/strict'
import { declarationSha256, definitionOf } from '../../src/filing/index.ts'
import { draftRoutes } from '../../src/filing/pages/routes.ts'
import { draftFor } from '../../src/filing/draft/drafts-of.ts'
import { sealAnswers } from '../../src/filing/draft/sealed-draft.ts'
import { saveDraftPage } from '../../src/filing/draft/save-draft-page.ts'
import { replayOf } from '../../src/filing/draft/draft.ts'
import { sealName } from '../../src/evidence/stored-file.ts'
import { evidenceAsked } from '../../src/filing/journey/consequences.ts'
import { scenarioAnswers } from '../../src/filing/journey/scenario-pages.ts'
import type { Answers } from '../../src/filing/definition/definition.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { newId, newSecret } from '../../src/platform/ids.ts'
import type { Route } from '../../src/platform/http/page.ts'
import { ownToSign } from '../../src/preparation/package/own-to-sign.ts'
import { signPackage } from '../../src/preparation/package/sign-package.ts'
import type { PackageToSign } from '../../src/preparation/package/to-sign.ts'
import { openForTest, receivedOf } from './cases-ground.ts'
import { preparationRoutes } from '../../src/preparation/index.ts'
import { beginPreparation } from '../../src/preparation/work/begin-preparation.ts'
import { findPreparation } from '../../src/preparation/preparation-store.ts'
import { asActor } from '../../src/platform/db/transaction.ts'
import { addClient } from '../../src/representation/clients/add-client.ts'
import type { ClientNames } from '../../src/representation/clients/client-names.ts'
import { type FilingGround, filingGround } from './filing-ground.ts'
import { makeReady } from './ready-practice.ts'

export type PreparingGround = Awaited<ReturnType<typeof preparingGround>>

const mariaNames: ClientNames = { kind: 'person', given: 'Maria', middle: '', family: 'Núñez' }
const reached = { email: 'maria@example.test', phone: '+12025550144', address: { country: 'US', street: '5 Lake Street', city: 'Utica', region: 'NY', postalCode: '13501' } }

/** The questions of the notice of appearance that no scenario of the pack answers as its client's representative here does. */
const appearancePerson = 'attorney for a petitioner'

type Ground = Pick<FilingGround, 'database' | 'services' | 'as' | 'applicant'>

/** What representatives do, over any ground that has accounts. */
export function preparingParts(ground: Ground) {
  const owner = ground.database.pools.owner ?? assert.fail('the test database has an owner')

  /** A representative with an account and no practice yet. */
  async function newRepresentative(): Promise<Actor> {
    const actor = { ...(await ground.applicant()), roles: ['representative'] }
    await owner.updateTable('accounts.account').set({ account_type: 'representative', representative_kind: 'attorney' }).where('id', '=', String(actor.id)).execute()
    return actor
  }

  /** One who may act today: Ana Reyes, admitted in New York. */
  const representative = async (name?: { given: string; family: string }): Promise<Actor> => (await makeReady(ground, await newRepresentative(), name)).actor

  async function client(actor: Actor, names: ClientNames = mariaNames, contact = reached): Promise<string> {
    const added = await ground.as(actor).perform(addClient, { names, contact, isAnother: true, press: newId() })
    assert.ok(added.ok)
    return added.output.id
  }

  async function begun(actor: Actor, { form = 'i-90', of }: { form?: string; of?: string } = {}) {
    const result = await ground.as(actor).perform(beginPreparation, { client: of ?? (await client(actor)), form, language: 'en', startKey: newSecret(128) })
    assert.ok(result.ok, JSON.stringify(result))
    const row = await asActor(ground.database.pools.portal, actor, {}, (tx) => findPreparation(tx, result.output.preparation))
    assert.ok(row?.draft)
    return { preparation: row.id, draft: row.draft, appearance: row.appearance, client: row.client }
  }

  /** Saves every page of a draft with these answers, as far as it asks for them. */
  async function fill(actor: Actor, draft: string, answers: Answers) {
    for (let pages = 0; pages < 200; pages += 1) {
      const found = (await ground.as(actor).read(draftFor, { draft })) ?? assert.fail('the draft is there')
      const replay = replayOf(ground.services.agency, found, ground.services.clock.now())
      const page = replay.pages.find(({ id }) => id === replay.firstUndone)
      if (!page) return
      const own = Object.fromEntries(page.asked.map(({ id }) => [id, found.answers[id] ?? answers[id] ?? null]))
      const lists = page.asked.filter(({ kind }) => kind === 'list').map(({ id }) => [id, found.answers[id] ?? answers[id] ?? []])
      if (lists.length > 0) await writeLists(actor, draft, Object.fromEntries(lists) as Answers)
      else assert.ok((await ground.as(actor).perform(saveDraftPage, { draft, page: page.id, answers: own })).ok)
    }
    assert.fail('the draft is not filled in after 200 pages')
  }

  async function writeLists(actor: Actor, draft: string, lists: Answers) {
    const found = (await ground.as(actor).read(draftFor, { draft })) ?? assert.fail('the draft is there')
    await answer(draft, { ...found.answers, ...lists })
  }

  /** Puts these answers in the place of all that a draft has. */
  async function answer(draft: string, answers: Answers) {
    const { account } = await owner.selectFrom('filing.draft').select('account').where('id', '=', draft).executeTakeFirstOrThrow()
    await owner.updateTable('filing.draft').set({ answers_sealed: sealAnswers(ground.services.keys, { id: draft, account }, answers) }).where('id', '=', draft).execute()
  }

  /** Signs both documents as the page does, by Ana Reyes. */
  async function sign(actor: Actor, preparation: string) {
    const found = await ground.as(actor).read(ownToSign, { preparation, language: 'en' })
    const toSign = found?.toSign
    if (!toSign || typeof toSign === 'string') return assert.fail(`not to be signed: ${toSign}`)
    const of = ({ sha256, declaration }: PackageToSign['appearance']) => ({ fullLegalName: 'Ana Reyes', documentSha256: sha256, declarationSha256: declarationSha256(declaration) })
    const signed = await ground.as(actor).perform(signPackage, { preparation, language: 'en', form: toSign.form && of(toSign.form), appearance: of(toSign.appearance) })
    assert.ok(signed.ok, JSON.stringify(signed))
  }

  /** As if the client had filed it: the case of somebody. */
  async function file(preparation: string) {
    const client = await ground.applicant()
    const received = { ...receivedOf(client), account: String(client.id) }
    const opened = await ground.as(client).perform(openForTest, received)
    assert.ok(opened.ok)
    const { caseId } = opened.output
    const now = ground.services.clock.now()
    await owner.updateTable('preparation.preparation').set({ filed_at: now, filed_case: caseId }).where('id', '=', preparation).execute()
  }

  const scenarioOf = (form: string, edition: string, name: string) => {
    const definition = definitionOf(ground.services.agency, form, edition)
    const scenario = definition.scenarios.find((each) => each.name === name) ?? assert.fail(name)
    return scenarioAnswers(definition, scenario)
  }

  /** A notice of appearance of Ana Reyes for Maria Núñez. */
  async function fillNotice(actor: Actor, appearance: string) {
    const named = { familyName: 'Reyes', givenName: 'Ana', middleName: null, onlineAccountNumber: null, clientFamilyName: 'Núñez', clientGivenName: 'Maria', clientMiddleName: null }
    await fill(actor, appearance, { ...scenarioOf('g-28', '2018-09-17', appearancePerson), ...named })
  }

  /** A form and its notice of appearance, both filled in and waiting for the signature of the representative. */
  async function filled(actor: Actor, options: { form?: string; of?: string; files?: (draft: string, document: string) => Promise<void> } = {}) {
    const its = await begun(actor, options)
    await fillNotice(actor, its.appearance)
    const free = scenarioOf('i-90', '2025-01-20', 'card never received')
    await fill(actor, its.draft, { ...free, familyName: 'Núñez', givenName: 'Maria', preparerUsed: 'yes', preparerFamilyName: 'Reyes', preparerGivenName: 'Ana', ...asPreparer })
    await bringEvidence(actor, its.draft, options.files)
    return its
  }

  /** Every document that the answers ask for, as if it had been looked at. */
  async function bringEvidence(actor: Actor, draft: string, files?: (draft: string, document: string) => Promise<void>) {
    const found = (await ground.as(actor).read(draftFor, { draft })) ?? assert.fail('the draft is there')
    const now = ground.services.clock.now()
    for (const { id: document, required } of evidenceAsked(replayOf(ground.services.agency, found, now))) {
      if (!required) continue
      if (files) {
        await files(draft, document)
        continue
      }
      const id = newId()
      const file = { id, account: found.account, draft, document, name_sealed: sealName(ground.services.keys, found.account, id, `${document}.pdf`), type: 'pdf', size_bytes: 10 }
      const looked = { sha256: id.replaceAll('-', '').padEnd(64, '0'), storage_key: newId(), state: 'clean', pages: 1, uploaded_at: now, checked_at: now }
      await owner.insertInto('evidence.file').values({ ...file, ...looked }).execute()
    }
  }

  return { owner, newRepresentative, representative, client, begun, fillNotice, filled, bringEvidence, answer, sign, file }
}

/** A portal with what representatives prepare, and people who do. Call `end` in `after`. */
export async function preparingGround(routes: readonly Route[] = []) {
  const ground = await filingGround([...draftRoutes(), ...preparationRoutes, ...routes])
  return { ...ground, ...preparingParts(ground) }
}

const asPreparer = {
  preparerOrganization: 'Reyes Law', preparerMobilePhone: null, preparerEmail: null, preparerDaytimePhone: '+12025550123', preparerStanding: 'representative-beyond-this-form',
  preparerAddress: { street: '9 Hill Road', city: 'Utica', state: 'NY', zipCode: '13501', country: 'US' },
}
