import assert from 'node:assert/strict'
import type { Answer, Answers, FormDefinition, ListQuestion, Question, Scenario } from '../../src/filing/definition/definition.ts'
import type { FieldValues } from '../../src/filing/definition/kind.ts'
import { partsOf } from '../../src/filing/definition/entry-pages.ts'
import { listOn } from '../../src/filing/definition/layout.ts'
import { kindOf } from '../../src/filing/definition/kinds/kinds.ts'
import { entriesOf } from '../../src/filing/journey/accept-entry.ts'
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

const keyOn = (html: string) => /name="idempotencyKey" value="([^"]+)"/.exec(html)?.[1] ?? ''

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
  const fillFields = async (at: string, fields: FieldValues, name: string): Promise<Seen> => {
    const { status, html } = await browser.get(at)
    assert.equal(status, 200, `${name}: ${at}`)
    for (const field of Object.keys(fields)) assert.ok(html.includes(`name="${field}"`), `${name}: ${at} has ${field}`)
    const idempotencyKey = keyOn(html)
    return browser.post(at, idempotencyKey ? { ...fields, idempotencyKey } : fields)
  }
  const fillEntry = async (path: string, list: ListQuestion, answers: Answers, name: string) => {
    let at = `${path}/new`
    for (let page = 0; at !== path; page += 1) {
      assert.ok(page <= partsOf(list).length, `${name}: the pages of an entry of ${path} never come to an end`)
      const wanted = /\?part=(.+)/.exec(at)?.[1]
      const part = partsOf(list).find(({ id }) => wanted === undefined || id === wanted)
      const { status, html, location } = await fillFields(at, postedOf(part?.questions ?? [], answers), name)
      assert.equal(status, 303, `${name}: ${at} ${/error-summary.*?<\/ul>/s.exec(html)?.[0]}`)
      at = location as string
    }
  }
  const fillPage = async (at: string, { answers, name }: Scenario): Promise<Seen> => {
    const path = at.replace(/\?.*/, '')
    const id = path.split('/').at(-1) as string
    const page = outlineOf(definition).pageById.get(id)?.page
    const list = page && listOn(page)
    for (const entry of list ? entriesOf(answers, list) : []) {
      if (list) await fillEntry(path, list, entry.answers, name)
    }
    return fillFields(at, posted(id, answers), name)
  }
  return {
    posted,
    start: async () => {
      const path = `/file/${definition.form}`
      const { html } = await browser.get(path)
      const { status, location } = await browser.post(path, { idempotencyKey: keyOn(html) })
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
