import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type FilingGround, filingGround } from '../../../test/cast/filing-ground.ts'
import { proveNow } from '../../../test/cast/recent-session.ts'
import { newSecret } from '../../platform/ids.ts'
import { definitionOf, newestEdition } from '../catalogue/forms.ts'
import { draftFor } from '../index.ts'
import { scenarioAnswers } from '../journey/scenario-pages.ts'
import type { FileContent } from './content.ts'
import { takeDraftOut } from './export-draft.ts'
import { answersForFile } from './file-answers.ts'
import { startFromFile } from './start-from-file.ts'

let ground: FilingGround
before(async () => {
  ground = await filingGround([])
})
after(() => ground.end())

/** What comes out of a draft that was begun with this. */
async function takenOut(content: FileContent) {
  const person = await ground.applicant()
  await proveNow(ground, person)
  const by = ground.as(person)
  const started = await by.perform(startFromFile, { content, startKey: newSecret(128), language: 'en' })
  assert.ok(started.ok)
  const { draft, leftOut } = started.output
  const taken = await by.perform(takeDraftOut, { draft })
  assert.ok(taken.ok)
  return { ...taken.output, leftOut, kept: await by.read(draftFor, { draft }) }
}

test('every described person of every form goes on from a file with the answers they left, and leaves with the same again', async () => {
  const { agency, clock } = ground.services
  let people = 0
  for (const form of agency.definitions.keys()) {
    const edition = newestEdition(agency, form)
    if (!edition) continue
    const definition = definitionOf(agency, form, edition)
    for (const scenario of definition.scenarios) {
      const answers = answersForFile(definition, scenarioAnswers(definition, scenario))
      const savedAt = clock.now().toString()
      const { kept, leftOut, ...again } = await takenOut({ form, edition, savedAt, answers })
      assert.deepEqual(again, { form, edition, savedAt, answers }, `${form}: ${scenario.name}`)
      assert.equal(leftOut, 0)
      assert.ok(Object.values(kept?.origins ?? {}).every(({ from, lookAgain }) => from === 'file' && !lookAgain))
      people += 1
    }
  }
  assert.ok(people >= 70, `${people} people`)
})
