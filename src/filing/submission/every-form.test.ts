import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { caseFor } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import type { FormDefinition, Scenario } from '../definition/definition.ts'
import { definitionOf, newestEdition } from '../catalogue/forms.ts'
import { saveDraftPage } from '../draft/save-draft-page.ts'
import { startDraft } from '../draft/start-draft.ts'
import { replay } from '../journey/replay.ts'
import { scenarioAnswers } from '../journey/scenario-pages.ts'
import { fullNameOf, nameInForm } from '../signature/name-fits.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround()
})
after(() => ground.end())

/** The newest edition of every form that is filed here. */
const formsHere = (): readonly FormDefinition[] => {
  const { agency } = ground.services
  return agency.forms.flatMap(({ code }) => {
    const edition = newestEdition(agency, code)
    return edition ? [definitionOf(agency, code, edition)] : []
  })
}

type Filer = Awaited<ReturnType<SubmitGround['person']>>

/** A draft with everything a described person says and brings. */
async function filled(actor: Filer, definition: FormDefinition, scenario: Scenario): Promise<string> {
  const started = await ground.as(actor).perform(startDraft, { form: definition.form, language: 'en', startKey: newId() })
  assert.ok(started.ok)
  const { draft } = started.output
  const page = definition.parts[0]?.pages[0]?.id ?? ''
  await ground.as(actor).perform(saveDraftPage, { draft, page, answers: scenarioAnswers(definition, scenario) })
  for (const document of Object.keys(scenario.files)) await ground.addFile(actor, draft, document)
  return draft
}

/** Signs, pays where something is to be paid, and lets the jobs run; the receipt number. */
async function filed(definition: FormDefinition, scenario: Scenario) {
  const actor = await ground.person()
  const draft = await filled(actor, definition, scenario)
  const today = ground.clock.now().toZonedDateTimeISO(ground.services.agency.timeZone).toPlainDate().toString()
  const fullLegalName = fullNameOf(nameInForm(replay(definition, scenarioAnswers(definition, scenario), today)))
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
  return { actor, receiptNumber: (await ground.submissionOf(draft))?.receipt_number ?? '' }
}

test('three described people of every form sign, pay what is due and get a receipt number and a copy of record', async () => {
  const forms = formsHere()
  assert.ok(forms.length >= 5)
  for (const definition of forms) {
    assert.ok(definition.scenarios.length >= 3, definition.form)
    for (const scenario of definition.scenarios.slice(0, 3)) {
      const { actor, receiptNumber } = await filed(definition, scenario)
      assert.match(receiptNumber, /^IOE\d{10}$/, `${definition.form}: ${scenario.name}`)
      const own = await ground.as(actor).read(caseFor, { receiptNumber })
      assert.ok(own?.documents.some(({ kind }) => kind === 'copy-of-record'), `${definition.form}: ${scenario.name}`)
    }
  }
})
