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

test('every scenario person gets from Start form to a complete review, page by page', async (t) => {
  const { agency } = ground.services
  for (const { code } of agency.forms.filter(({ here }) => here)) {
    await t.test(code, async () => {
      const definition = definitionOf(agency, code, newestEdition(agency, code) ?? '')
      for (const scenario of definition.scenarios) {
        const browser = ground.browse(await ground.applicant())
        const walk = walker(definition, browser)
        const draft = await walk.start()
        assert.equal(await walk.fill(draft, scenario), `/drafts/${draft}/evidence`, scenario.name)
        const { status, html } = await browser.get(`/drafts/${draft}/review`)
        assert.equal(status, 200)
        const missing = html.matchAll(/<dt>([^<]*)<.dt><dd><span[^>]*>Not answered yet/g)
        assert.deepEqual([...missing].map(([, label]) => label), [], scenario.name)
      }
    })
  }
})
