import assert from 'node:assert/strict'
import type { FormDefinition, Scenario } from '../../src/filing/definition/definition.ts'
import { saveDraftPage } from '../../src/filing/draft/save-draft-page.ts'
import { startDraft } from '../../src/filing/draft/start-draft.ts'
import { replay } from '../../src/filing/journey/replay.ts'
import { scenarioAnswers } from '../../src/filing/journey/scenario-pages.ts'
import { fullNameOf, nameInForm } from '../../src/filing/signature/name-fits.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { newId } from '../../src/platform/ids.ts'
import type { SubmitGround } from './submit-ground.ts'

/** A draft with everything a described person says and brings. */
async function filled(ground: SubmitGround, actor: Actor, definition: FormDefinition, scenario: Scenario): Promise<string> {
  const started = await ground.as(actor).perform(startDraft, { form: definition.form, language: 'en', startKey: newId() })
  assert.ok(started.ok)
  const { draft } = started.output
  const page = definition.parts[0]?.pages[0]?.id ?? ''
  await ground.as(actor).perform(saveDraftPage, { draft, page, answers: scenarioAnswers(definition, scenario) })
  for (const document of Object.keys(scenario.files)) await ground.addFile(actor, draft, document)
  return draft
}

/** What a described person's answers come to on the day of the test. */
export function replayOfScenario(ground: SubmitGround, definition: FormDefinition, scenario: Scenario) {
  const today = ground.clock.now().toZonedDateTimeISO(ground.services.agency.timeZone).toPlainDate().toString()
  return replay(definition, scenarioAnswers(definition, scenario), today)
}

/** A described person signs after who helped them, pays where something is to be paid, and the jobs run. */
export async function fileScenario(ground: SubmitGround, definition: FormDefinition, scenario: Scenario) {
  const actor = await ground.person()
  const draft = await filled(ground, actor, definition, scenario)
  const fullLegalName = fullNameOf(nameInForm(replayOfScenario(ground, definition, scenario)))
  await ground.signAsHelpers(actor, draft)
  await ground.browser(actor).press(`/drafts/${draft}/sign`, { fullLegalName })
  if ((await ground.submissionOf(draft))?.receipt_number === undefined) {
    await ground.browser(actor).press(`/drafts/${draft}/pay`)
    await ground.drain()
    const [payment] = await ground.paymentsOf(draft)
    assert.ok(payment?.provider_url, `${scenario.name}: nothing to pay at, and no receipt`)
    await ground.payAt(payment.provider_url, '4242 4242 4242 4242')
    ground.clock.advance({ seconds: 5 })
    await ground.reconcile()
  }
  await ground.drain()
  return { actor, draft, receiptNumber: (await ground.submissionOf(draft))?.receipt_number ?? '' }
}
