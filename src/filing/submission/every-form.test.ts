import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileScenario } from '../../../test/cast/file-scenario.ts'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { caseFor } from '../../cases/index.ts'
import { definitionOf, newestEdition } from '../catalogue/forms.ts'
import type { FormDefinition } from '../definition/definition.ts'

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

test('three described people of every form sign, pay what is due and get a receipt number and a copy of record', async () => {
  const forms = formsHere()
  assert.ok(forms.length >= 5)
  for (const definition of forms) {
    assert.ok(definition.scenarios.length >= 3, definition.form)
    for (const scenario of definition.scenarios.slice(0, 3)) {
      const { actor, receiptNumber } = await fileScenario(ground, definition, scenario)
      assert.match(receiptNumber, /^IOE\d{10}$/, `${definition.form}: ${scenario.name}`)
      const own = await ground.as(actor).read(caseFor, { receiptNumber })
      assert.ok(own?.documents.some(({ kind }) => kind === 'copy-of-record'), `${definition.form}: ${scenario.name}`)
    }
  }
})
