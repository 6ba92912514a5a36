import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { recordEntry } from '../../src/audit/index.ts'
import { countUsualTimes } from '../../src/cases/index.ts'
import { systemActor } from '../../src/platform/actor.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { decidedCases } from '../cast/decided-cases.ts'
import { testRequest, testServices } from '../cast/services.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { closeBrowser, person } from './browser.ts'
import { waysGone } from './ways.ts'

let running: RunningPortolan
before(async () => {
  running = await runningPortolan({ parts: ['portal'] })
})
after(async () => {
  await closeBrowser()
  await running?.end()
})

/** Cases of these forms, decided after so many days each, and the count of the day. */
async function decide(forms: Readonly<Record<string, readonly number[]>>) {
  for (const [form, days] of Object.entries(forms)) await decidedCases(running.database, { form, days })
  const parts = { pool: running.database.pools.worker, services: await testServices(), record: recordEntry }
  await performerFor(parts, systemActor('test'), testRequest).perform(countUsualTimes, {})
}

const between = (least: number, most: number) => Array.from({ length: 40 }, (_, index) => Math.round(least + ((most - least) * index) / 39))

for (const [javaScript, width] of waysGone([[true, 1280], [false, 320]] as const, 0)) {
  const how = `scripts ${javaScript ? 'on' : 'off'}, ${width} px`

  test(`given a person who wonders how long it takes, the footer leads to times that follow what was decided; ${how}`, async () => {
    const someone = await person({ javaScript, width })
    try {
      await someone.goTo(running.portalUrl)
      await someone.follow('Processing times')
      assert.equal(await someone.heading(), 'Processing times')
      const before = await someone.text()
      await decide({ 'i-90': between(90, 240), 'n-400': between(150, 420), 'i-130': between(300, 720), 'i-765': between(14, 55) })
      await someone.reload()
      const text = await someone.text()
      assert.notEqual(text, before)
      assert.match(text, /Form I-90, Application to Replace Permanent Resident Card/)
      await someone.follow('Form N-400, Application for Naturalization')
      await someone.follow('See the times of all forms')
      assert.equal(await someone.heading(), 'Processing times')
    } finally {
      await someone.end()
    }
  })

  test(`given somebody who reads what is kept, tested and agreed to, each page is a press away from the footer; ${how}`, async () => {
    const someone = await person({ javaScript, width })
    try {
      await someone.goTo(running.portalUrl)
      for (const [link, heading] of [['Privacy', 'Privacy'], ['Accessibility', 'Accessibility'], ['Terms', 'Terms of use'], ['Storage preferences', 'Storage preferences']] as const) {
        await someone.follow(link)
        assert.equal(await someone.heading(), heading)
      }
    } finally {
      await someone.end()
    }
  })

  test(`given somebody who holds a notice and looks for the number, the help shows where it stands and leads on; ${how}`, async () => {
    const someone = await person({ javaScript, width })
    try {
      await someone.goTo(running.portalUrl)
      await someone.follow('Help')
      await someone.follow('What it is for, who gets one, and where to find it')
      const drawing = someone.page.getByRole('img', { name: /Drawing of an Account Access Notice/ })
      assert.ok(await drawing.isVisible())
      await someone.follow('Claim your paper-filed case')
      assert.equal(someone.at(), '/claim')
    } finally {
      await someone.end()
    }
  })
}
