import assert from 'node:assert/strict'
import type { Answer, Answers, FormDefinition, Question, Scenario } from '../../src/filing/definition/definition.ts'
import type { FieldValues } from '../../src/filing/definition/kind.ts'
import { kindOf } from '../../src/filing/definition/kinds/kinds.ts'
import { outlineOf } from '../../src/filing/journey/outline.ts'
import type { Browsing, Seen } from './filing-ground.ts'

const postedOf = (questions: readonly Question[], answers: Answers): FieldValues =>
  Object.assign(
    {},
    ...questions.map((question) => {
      const answer = answers[question.id]
      return answer === undefined || answer === null ? {} : kindOf(question).posted(question, answer as Answer)
    }),
  )

export interface Walk {
  /** Presses **Start form** and returns the draft's id. */
  start(): Promise<string>
  /** What a person's answers post on one page. */
  posted(page: string, answers: Answers): FieldValues
  /** Fills every page that comes up, each only with controls that it has, and returns where the last save led. */
  fill(draft: string, scenario: Scenario): Promise<string>
}

/** Walks a form through its pages as a browser without scripts. */
export function walker(definition: FormDefinition, browser: Browsing): Walk {
  const posted: Walk['posted'] = (page, answers) =>
    postedOf(outlineOf(definition).pageById.get(page)?.page.questions ?? [], answers)
  const fillPage = async (at: string, { answers, name }: Scenario): Promise<Seen> => {
    const { status, html } = await browser.get(at)
    assert.equal(status, 200, `${name}: ${at}`)
    const fields = posted(at.replace(/\?.*/, '').split('/').at(-1) as string, answers)
    for (const field of Object.keys(fields)) assert.ok(html.includes(`name="${field}"`), `${name}: ${at} has ${field}`)
    return browser.post(at, fields)
  }
  return {
    posted,
    start: async () => {
      const path = `/file/${definition.form}`
      const { html } = await browser.get(path)
      const idempotencyKey = /name="idempotencyKey" value="([^"]+)"/.exec(html)?.[1] ?? ''
      const { status, location } = await browser.post(path, { idempotencyKey })
      assert.equal(status, 303)
      return location?.split('/').at(-1) as string
    },
    fill: async (draft, scenario) => {
      const first = outlineOf(definition).pages[0]?.page.id
      let at = `/drafts/${draft}/${first}`
      for (let page = 0; page < outlineOf(definition).pages.length; page += 1) {
        const { status, location, html } = await fillPage(at, scenario)
        assert.equal(status, 303, `${scenario.name}: ${at} ${/error-summary.*?<\/ul>/s.exec(html)?.[0]}`)
        at = location as string
        if (at.endsWith('/evidence')) return at
      }
      return at
    },
  }
}
