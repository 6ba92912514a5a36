import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type FilingGround, filingGround } from '../../../test/cast/filing-ground.ts'
import { walker } from '../../../test/cast/filing-walk.ts'
import { newestEdition } from '../catalogue/forms.ts'
import { definitionOf, filingRoutes } from '../index.ts'

let ground: FilingGround

before(async () => {
  ground = await filingGround(filingRoutes)
})
after(() => ground.end())

for (const form of ['i-90', 'n-400', 'i-130', 'i-765']) {
  test(`every scenario person of ${form} gets from Start form to a complete review, page by page`, async () => {
    const { agency } = ground.services
    const definition = definitionOf(agency, form, newestEdition(agency, form) ?? '')
    for (const scenario of definition.scenarios) {
      const browser = ground.browse(await ground.applicant())
      const walk = walker(definition, browser)
      const draft = await walk.start()
      const end = await walk.fill(draft, scenario)
      assert.equal(end, `/drafts/${draft}/evidence`, scenario.name)
      const { status, html } = await browser.get(`/drafts/${draft}/review`)
      assert.equal(status, 200)
      assert.ok(!html.includes('Not answered yet'), `${scenario.name}: ${[...html.matchAll(/<dt>([^<]*)<.dt><dd><span[^>]*>Not answered yet/g)].map(([, label]) => label).join('; ')}`)
    }
  })
}
