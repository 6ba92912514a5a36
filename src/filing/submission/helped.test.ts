import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileScenario, replayOfScenario } from '../../../test/cast/file-scenario.ts'
import { openPaper, pagesOf } from '../../../test/cast/papers-of-filing.ts'
import { submitGround, type SubmitGround } from '../../../test/cast/submit-ground.ts'
import { definitionOf, newestEdition } from '../catalogue/forms.ts'
import type { FormDefinition, Scenario } from '../definition/definition.ts'
import { helpersNamed } from '../signature/helpers.ts'

let ground: SubmitGround
before(async () => {
  ground = await submitGround()
})
after(() => ground.end())

/** The newest edition of every form that is filed here and that somebody can help with. */
const formsHelpedWith = (): readonly FormDefinition[] => {
  const { agency } = ground.services
  return agency.forms.flatMap(({ code }) => {
    const edition = newestEdition(agency, code)
    const definition = edition ? definitionOf(agency, code, edition) : null
    return definition?.helpers ? [definition] : []
  })
}

const helpersOf = (definition: FormDefinition, scenario: Scenario) =>
  helpersNamed(replayOfScenario(ground, definition, scenario)).map(({ id }) => id)

/** Described people whose helpers together are all that the form knows; of equal ones, who had the most help. */
function helpedPeople(definition: FormDefinition): readonly Scenario[] {
  const wanted = new Set(definition.helpers?.map(({ id }) => id))
  const inOrder = definition.scenarios.toSorted((one, other) => helpersOf(definition, other).length - helpersOf(definition, one).length)
  return inOrder.filter((scenario) => helpersOf(definition, scenario).filter((id) => wanted.delete(id)).length > 0)
}

type Signed = { helper: string; capacity: string; statement: string; document_sha256: string; own: string }

const signedFor = (draft: string) =>
  ground.rows<Signed>(
    `select helper.*, own.document_sha256 as own from filing.helper_signature helper
     join filing.signature own on own.draft = helper.draft where own.draft = $1 order by helper.helper`,
    [draft],
  )

/** As a reader follows it over the pages: without their feet, the headings that a table has again, and the spaces of the typesetter. */
const squeezed = (text: string) =>
  text.replace(/\s+/g, '').replace(/DemonstrationofPortolan.*?Page\d+of\d+(QuestionAnswer)?/g, '')

test('of every form, each helper it knows signs over the filed document, and has a section of the copy of record', async () => {
  const forms = formsHelpedWith()
  assert.ok(forms.length >= 6)
  for (const definition of forms) {
    const met = new Set<string>()
    for (const scenario of helpedPeople(definition)) {
      const { actor, draft, receiptNumber } = await fileScenario(ground, definition, scenario)
      const about = `${definition.form}: ${scenario.name}`
      assert.match(receiptNumber, /^IOE\d{10}$/, about)
      const signed = await signedFor(draft)
      assert.deepEqual(signed.map(({ helper }) => helper), helpersOf(definition, scenario).toSorted(), about)
      const paper = squeezed((await pagesOf((await openPaper(ground, actor, receiptNumber, 'copy-of-record')).bytes)).join(' '))
      for (const { helper, capacity, statement, document_sha256, own } of signed) {
        met.add(helper)
        assert.equal(document_sha256, own, about)
        const named = definition.helpers?.find(({ id }) => id === helper)
        const name = `${scenario.answers[named?.given ?? '']} ${scenario.answers[named?.family ?? '']}`
        const section = `Signature of the ${capacity} Question Answer What you declare ${statement.replaceAll('\n', ' ')} Name ${name} Signed`
        assert.ok(paper.includes(squeezed(section)), `${about}: ${section}`)
      }
    }
    assert.deepEqual([...met].toSorted(), definition.helpers?.map(({ id }) => id).toSorted(), definition.form)
  }
})
