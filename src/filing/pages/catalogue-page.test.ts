import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { decidedCases } from '../../../test/cast/decided-cases.ts'
import { type FilingGround, filingGround } from '../../../test/cast/filing-ground.ts'
import { countUsualTimes } from '../../cases/index.ts'
import { systemActor, visitor } from '../../platform/actor.ts'
import { usualTimeWords } from '../catalogue/usual-time-words.ts'
import type { FormDefinition } from '../definition/definition.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { formWords } from '../index.ts'
import { draftRoutes } from './routes.ts'

let ground: FilingGround
before(async () => {
  ground = await filingGround(draftRoutes())
})
after(() => ground.end())

const read = async (path: string) => (await ground.browse(visitor).get(path)).html
const plain = (html: string) =>
  html.replace(/<[^>]+>/g, ' ').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&').replace(/\s+/g, ' ')

test('a person outside the country is asked, may leave it unanswered, and reads at every form if it can be used from there', async () => {
  const asked = await read('/file')
  assert.match(asked, /Are you in the United States now\?/)
  assert.doesNotMatch(asked, /From abroad/)
  const abroad = await read('/file?where=abroad')
  for (const { code, abroad: can } of ground.services.agency.forms) {
    assert.match(abroad, new RegExp(`href="/file/${code}#abroad"`), code)
    assert.ok(can, `the pack does not say it of ${code}`)
  }
  assert.match(abroad, /href="\/leaving\?to=consulates"/)
  assert.doesNotMatch(await read('/file?where=here'), /From abroad/)
  assert.equal(plain(await read('/file?where=moon')), plain(asked))
})

test('what was searched for and where the person is are kept with each other', async () => {
  const html = await read('/file?q=work+permit&where=abroad')
  assert.match(html, /<input type="hidden" name="q" value="work permit"\/?>/)
  assert.match(html, /<input type="hidden" name="where" value="abroad"\/?>/)
})

test('every form says what there is for a person abroad: if it can be used, what to do, the consulate, and to check', async () => {
  for (const { code } of ground.services.agency.forms) {
    const html = await read(`/file/${code}`)
    const [, section = ''] = html.split('id="abroad"')
    const own = ground.services.agency.text('en', 'agency', `form.${code}.abroad`)
    assert.ok(own && plain(section).includes(own), code)
    assert.match(section, /href="\/leaving\?to=consulates"/, code)
    assert.match(section, /Check with the agency/, code)
  }
})

test('each document of each form stands under “From everybody”, or under its “when”', async () => {
  const { agency } = ground.services
  for (const { code, here } of agency.forms) {
    if (!here) continue
    const definition = [...(agency.definitions.get(code)?.values() ?? [])].at(-1) as FormDefinition
    const words = formWords(agency, textOf('en', 'UTC'), code)
    const [before = '', depends = ''] = plain(await read(`/file/${code}`)).split('Depending on your answers')
    for (const { id, when } of definition.evidence) {
      const name = words.get(`evidence.${id}.document`)
      const [, behind] = (when ? depends : before).split(name)
      assert.ok(behind !== undefined, `${code}: ${name}`)
      if (when) assert.match(behind, /^ (\(not required\) )?When .+?\./, `${code}: ${name}`)
    }
  }
})

test('how long a decision takes is counted from cases decided here, or published, or said to be unknown', async () => {
  assert.match(await read('/file/i-90'), /Time to a decision: we do not know yet/)
  await decidedCases(ground.database, { form: 'i-90', days: Array.from({ length: 40 }, (_, index) => 200 + index * 2) })
  await ground.asSystem(systemActor('test')).perform(countUsualTimes, {})
  const html = await read('/file/i-90')
  assert.match(html, /Time to a decision: 7 to 9 months for half of the 40 cases that were decided here from November 1, 2026 to November 1, 2026/)
  assert.match(await read('/file'), /7 to 9 months for half of the cases decided here/)
  assert.match(await read('/file/n-400'), /we do not know yet/)
  const published = { lowerDays: 20, upperDays: 45, on: '2026-10-01', source: 'https://example.test/times' }
  const entry = { code: 'x-1', here: true, editions: [], ways: 'online', officialPage: '', published } as const
  const words = usualTimeWords(textOf('en', 'UTC'), ground.services.agency, entry, null)
  assert.match(words, /20 to 45 days, as USCIS published on October 1, 2026 \(https:\/\/example.test\/times\)/)
})

test('how much there is to fill in is counted from the described people', async () => {
  for (const { code, here } of ground.services.agency.forms) {
    const html = plain(await read(`/file/${code}`))
    if (here) assert.match(html, /To fill in: our example people answer [1-9]\d* questions? on [1-9]\d* pages?/, code)
    else assert.doesNotMatch(html, /To fill in/, code)
  }
})

test('what to have at hand names the numbers and lists that the form asks for, and no others', async () => {
  const n400 = plain(await read('/file/n-400'))
  for (const words of ['A-Numbers', 'Social Security number', 'Names, places and dates for']) assert.ok(n400.includes(words), words)
  assert.ok(!plain(await read('/file/i-90')).includes('Names, places and dates for'))
})

/** Every way through an eligibility check, as queries. */
function* ways(definition: FormDefinition, html: (query: string) => Promise<string>, given: Record<string, string> = {}): Generator<Record<string, string>> {
  for (const { id, options } of definition.eligibility.questions) {
    if (Object.hasOwn(given, id)) continue
    for (const option of options) yield* ways(definition, html, { ...given, [id]: option })
    return
  }
  yield given
}

test('the check of every form filed here ends in yes, maybe or what fits instead, and reads each answer back', async () => {
  const { agency } = ground.services
  for (const { code, here } of agency.forms) {
    if (!here) continue
    const definition = [...(agency.definitions.get(code)?.values() ?? [])].at(-1) as FormDefinition
    const endings = new Set<string>()
    let tried = 0
    for (const given of ways(definition, read)) {
      if (tried >= 60) break
      tried += 1
      const html = plain(await read(`/file/${code}?${new URLSearchParams(given)}`))
      const ending = ['This form fits', 'This form may fit', 'Another way may be better for you'].find((words) => html.includes(words))
      assert.ok(ending, `${code} ${JSON.stringify(given)}`)
      endings.add(ending)
      assert.ok(html.includes('Your answers'), code)
    }
    assert.ok(endings.has('Another way may be better for you'), `${code}: ${[...endings]}`)
  }
})
