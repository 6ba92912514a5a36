import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DecisionGround, decisionGround } from '../../../test/cast/decision-ground.ts'

let ground: DecisionGround
before(async () => {
  ground = await decisionGround()
})
after(() => ground.end())

describe('a text that is written already', () => {
  it('is put into the form of a denial, a hold and a transfer by its choice, without a script, and is changed before it is sent', async () => {
    const { receiptNumber } = await ground.openCase()
    const officer = await ground.at(receiptNumber, 'officer')
    for (const [page, template, text] of [
      ['deny', 'no-answer', 'no answer came by the deadline'],
      ['hold', 'record-check', 'The check of records has not come back'],
      ['transfer', 'moved', 'lives in the district of the other office'],
    ] as const) {
      const { html } = await officer.open(`/cases/${receiptNumber}/${page}`)
      assert.match(html, /<form class="form" method="get"[\s\S]*?name="template"[\s\S]*?Use this text/, page)
      assert.doesNotMatch(html, new RegExp(`<textarea[^>]*>[^<]*${text}`), page)
      assert.match((await officer.open(`/cases/${receiptNumber}/${page}?template=${template}`)).html, new RegExp(`<textarea[^>]*>[^<]*${text}`), page)
      assert.doesNotMatch((await officer.open(`/cases/${receiptNumber}/${page}?template=usual`)).html, /We looked at your case/, 'of another form')
    }
  })
})
