import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { listed } from '../definition/answer.ts'
import type { Answers, FormDefinition } from '../definition/definition.ts'
import { derive } from '../definition/derived.ts'
import { acceptEntry } from './accept-entry.ts'
import { acceptPage } from './accept-page.ts'
import { canonicalDocument } from './canonical-document.ts'
import { evidenceAsked, feeCodes } from './consequences.ts'
import { faultsIn } from './faults.ts'
import { replay } from './replay.ts'
import { reviewOf } from './review.ts'
import { listsForm, listsTexts, longAway } from './sample-lists.ts'
import { scenarioAnswers, scenarioPages } from './scenario-pages.ts'

const today = '2026-05-04'
const definition: FormDefinition = listsForm
const [parent, traveller] = definition.scenarios.map((scenario) => scenarioAnswers(definition, scenario)) as [Answers, Answers]
const replayed = (answers: Answers) => replay(definition, answers, today)
const pageOf = (answers: Answers, id: string) => {
  const page = replayed(answers).pages.find((one) => one.id === id)
  assert.ok(page, id)
  return page
}

test('the form with lists is sound', () => {
  assert.deepEqual(faultsIn(definition, listsTexts, { today, feeCodes: new Set() }), [])
})

test('a list is done once it was put, and undone while it has fewer entries than it needs', () => {
  assert.equal(pageOf({ dateOfBirth: '1980-05-06' }, 'children').state, 'now')
  assert.equal(pageOf({ dateOfBirth: '1980-05-06', children: [] }, 'children').state, 'done')
  assert.equal(pageOf({ dateOfBirth: '1980-05-06', children: [], journeys: [] }, 'journeys').state, 'now')
  assert.equal(replayed(parent).complete, true)
})

test('an entry that lacks an answer, or has one that does not fit, keeps its list undone and says so', () => {
  const entry = { childGivenName: 'Ana', childFamilyName: null, childBornOn: '2010-01-02' }
  const missing = pageOf({ ...parent, children: listed(entry) }, 'children')
  assert.equal(missing.state, 'now')
  assert.deepEqual(missing.mistakes.map(({ mistake }) => mistake.key), ['filing.error.entry-not-finished'])
  const unborn = { ...entry, childLivesWith: 'me', childBornOn: '2026-05-05' }
  assert.equal(pageOf({ ...parent, children: listed(unborn) }, 'children').entries[0]?.finished, false)
})

test('what is not asked of an entry does not count, and a removed entry counts for nothing', () => {
  const entries = listed({ childGivenName: 'Ana', childBornOn: '2010-01-02', childLivesWith: 'me', childElsewhere: 'Lima' }, { childGivenName: 'Leo' })
  const children = [entries[0], { ...entries[1], removed: true }] as Answers['x']
  const counted = replayed({ ...parent, children: children ?? null }).submitted.children
  assert.deepEqual(counted, [{ id: 'entry-1', answers: { childGivenName: 'Ana', childBornOn: '2010-01-02', childLivesWith: 'me' } }])
})

test('a rule that stands in an entry is judged for each entry beside all other answers', () => {
  const children = listed(
    { childGivenName: 'Ana', childBornOn: '2010-01-02', childLivesWith: 'me' },
    { childGivenName: 'Leo', childBornOn: '1979-01-02', childLivesWith: 'me' },
  )
  assert.deepEqual(
    replayed({ ...parent, children }).errors.map(({ rule, entryId }) => [rule.id, entryId]),
    [['child-older', 'entry-2']],
  )
  assert.equal(pageOf({ ...parent, children }, 'children').state, 'now')
})

test('a condition looks for one entry that fits: a page and a document hang on it', () => {
  const ids = (answers: Answers) => evidenceAsked(replayed(answers)).map(({ id }) => id)
  assert.equal(pageOf(parent, 'support').state, 'done')
  assert.deepEqual(ids(parent), ['births', 'passport'])
  const athome = { ...parent, children: listed({ childGivenName: 'Ana', childFamilyName: null, childBornOn: '2010-01-02', childLivesWith: 'me' }) }
  assert.equal(pageOf(athome, 'support').state, 'not-needed')
  assert.deepEqual(ids({ ...athome, children: [], journeys: longAway.journeys ?? null }), [])
})

test('numbers are worked out: years of age, entries, and days away that journeys share once', () => {
  const { derived } = replayed(parent)
  assert.deepEqual(derived, { age: 45, childCount: 2, daysOutside: 9 })
  const away = (...journeys: (readonly [string, string])[]) =>
    derive(definition, { journeys: listed(...journeys.map(([leftOn, backOn]) => ({ leftOn, backOn }))) }, today).daysOutside
  assert.equal(away(['2025-01-01', '2025-01-01']), 0)
  assert.equal(away(['2025-01-01', '2025-01-02']), 0)
  assert.equal(away(['2025-01-01', '2025-01-11'], ['2025-01-05', '2025-01-11']), 9)
  assert.equal(away(['2025-01-05', '2025-01-11'], ['2025-01-01', '2025-01-08']), 9)
  assert.equal(away(['2020-01-01', '2021-05-06']), 1, 'only what falls after five years ago')
  assert.equal(away(['2019-01-01', '2020-01-01']), 0)
  assert.equal(pageOf(traveller, 'long-away').state, 'done')
  assert.equal(replayed({ dateOfBirth: '1980-05-06', children: [] }).derived.childCount, 0)
})

test('a count may have more in it than the list, and a sum amounts that stand outside it', () => {
  const children = listed({ childIncome: 100 }, { childIncome: 250 })
  const form = {
    ...definition,
    derived: [
      { id: 'household', at: 'children', count: 'children', plus: 1 },
      { id: 'income', at: 'own', sum: ['childIncome'], over: 'children', and: ['own'] },
    ],
  } as const
  assert.deepEqual(derive(form, { children, own: 1000 }, today), { household: 3, income: 1350 })
  assert.deepEqual(derive(form, { children, own: null }, today), { household: 3, income: 350 })
  assert.deepEqual(derive(form, { children: [], own: 1000 }, today), { household: 1, income: 1000 })
  assert.deepEqual(derive(form, { own: 1000 }, today), {})
})

test('days away never grow with an empty journey and never exceed the days there are', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((days) => Temporal.PlainDate.from('2018-01-01').add({ days }).toString())
  const journeys = fc.array(fc.tuple(day, day).map(([one, other]) => [one, other].toSorted()), { maxLength: 12 })
  fc.assert(
    fc.property(journeys, (list) => {
      const entries = listed(...list.map(([leftOn = '', backOn = '']) => ({ leftOn, backOn })))
      const days = derive(definition, { journeys: entries }, today).daysOutside ?? -1
      assert.ok(days >= 0 && days <= 1826)
      const outside = new Set<string>()
      for (const [left = '', back = ''] of list) {
        const until = back < today ? back : today
        for (let at = Temporal.PlainDate.from(left).add({ days: 1 }); at.toString() < until; at = at.add({ days: 1 })) {
          if (at.toString() > '2021-05-04') outside.add(at.toString())
        }
      }
      assert.equal(days, outside.size)
    }),
    { numRuns: 200 },
  )
})

const child = { childGivenName: 'Eva', 'childBornOn.month': '3', 'childBornOn.day': '4', 'childBornOn.year': '2015', childLivesWith: 'me' }
const accept = (answers: Answers, posted: object, entryId = 'new-entry', pageId = 'children') =>
  acceptEntry(definition, answers, { pageId, entryId }, { ...posted }, today)

test('the page of an entry is read as any page is: its own answers come back, or every error at once', () => {
  const good = accept(parent, child)
  assert.deepEqual(good.ok && good.answers, { childGivenName: 'Eva', childFamilyName: null, childBornOn: '2015-03-04', childLivesWith: 'me' })
  const bad = accept(parent, { 'childBornOn.day': '4', childLivesWith: 'other' })
  assert.deepEqual(!bad.ok && bad.errors.map(({ field }) => field), ['childGivenName', 'childBornOn.month', 'childElsewhere'])
  assert.deepEqual(!bad.ok && bad.values, { 'childBornOn.day': '4', childLivesWith: 'other' })
})

test('an entry that contradicts answers elsewhere is refused at its own question', () => {
  const older = accept(parent, { ...child, 'childBornOn.year': '1970' })
  assert.deepEqual(!older.ok && older.errors, [{ questionId: 'childBornOn', field: 'childBornOn', ruleId: 'child-older' }])
})

test('an entry of a page that is no list, or not open yet, is not read', () => {
  for (const [answers, page] of [[parent, 'birth'], [parent, 'nowhere'], [{}, 'children']] as const) {
    const read = accept(answers, child, 'new-entry', page)
    assert.equal(!read.ok && read.reached, false)
  }
})

test('going on from a list puts it, keeps its entries, and is refused while it has too few', () => {
  const first = { dateOfBirth: '1980-05-06' }
  const put = acceptPage(definition, first, 'children', { children: 'anything' }, today)
  assert.deepEqual(put.ok && put.answers.children, [])
  const kept = acceptPage(definition, parent, 'children', {}, today)
  assert.deepEqual(kept.ok && kept.answers.children, parent.children)
  const none = acceptPage(definition, { ...first, children: [] }, 'journeys', {}, today)
  assert.deepEqual(!none.ok && none.errors.map((error) => 'key' in error && error.key), ['filing.error.needed-entry'])
})

test('the same list typed anew is the same signed document', () => {
  const anew = { ...parent, children: (parent.children as readonly { answers: Answers }[]).map(({ answers }, index) => ({ id: `again-${index}`, answers })) }
  assert.equal(canonicalDocument(replayed(anew)), canonicalDocument(replayed(parent)))
  assert.match(canonicalDocument(replayed(parent)), /"children":\[\{"childBornOn":"2010-01-02"/)
})

test('the review shows each entry with its name and its answers, changed on its own page', () => {
  const page = reviewOf(replayed(parent)).flatMap(({ pages }) => pages).find(({ pageId }) => pageId === 'children')
  assert.deepEqual(page?.entries.map(({ named }) => named.map(({ line }) => line)), [
    [{ plain: 'Ana' }],
    [{ plain: 'Leo' }, { plain: 'Test' }],
  ])
  assert.deepEqual(page?.entries[1]?.rows.at(-1)?.change, { pageId: 'children', entryId: 'entry-2', field: 'childElsewhere' })
})

test('scenario people fill each entry on its own page before they go on from the list', () => {
  const pages = scenarioPages(definition, listsTexts, definition.scenarios[0] as (typeof definition.scenarios)[0], today)
  assert.deepEqual(
    pages.map(({ path }) => path.replace('/drafts/<id>/', '')),
    ['birth', 'children/new', 'children/new', 'children', 'support', 'journeys/new', 'journeys'],
  )
  assert.equal(pages[2]?.values['Where the child lives'], 'Lima')
})

const spoilt = (spoil: (form: never) => void) => {
  const form = structuredClone(listsForm)
  spoil(form as never)
  return faultsIn(form as FormDefinition, listsTexts, { today, feeCodes: new Set() })
}
// biome-ignore lint/suspicious/noExplicitAny: the tests spoil definitions in ways that their types forbid
type Loose = any

const defects: readonly (readonly [string, (form: Loose) => void])[] = [
  ['Page children has a list and other questions: a list stands alone.', (form) => form.parts[0].pages[1].questions.push({ id: 'more', kind: 'yes-no', item: '1' })],
  ['List children names its entries by petName, which it does not ask.', (form) => form.parts[0].pages[1].questions[0].named.push('petName')],
  ['List children takes from 4 to 3 entries.', (form) => { form.parts[0].pages[1].questions[0].least = 4 }],
  ['Rule young-parent hangs on childBornOn, which is asked later: a condition may only look back.', (form) => { form.rules[2].when = { answered: 'childBornOn' } }],
  ['Evidence passport looks for entries in support, which is no list.', (form) => { form.evidence[1].when.some = 'support' }],
  ['Page birth hangs on daysOutside, which is asked later: a condition may only look back.', (form) => { form.parts[0].pages[0].when = { answer: 'daysOutside', moreThan: 1 } }],
  ['The derived number daysOutside looks at leftAt, which journeys does not ask.', (form) => { form.derived[2].daysAway.left = 'leftAt' }],
  ['The derived number age comes from journeys, which is asked after it is shown.', (form) => { form.derived[0].yearsSince = 'journeys' }],
  ['A derived number and something else are both called support.', (form) => { form.derived[0].id = 'support' }],
  ['Scenario two children does not answer childBornOn.', (form) => { delete form.scenarios[0].answers.children[0].answers.childBornOn }],
  ['Scenario two children answers childElsewhere, which that person is not asked.', (form) => { form.scenarios[0].answers.children[0].answers.childElsewhere = 'x' }],
  ['The text pets.add is missing.', (form) => { form.parts[0].pages[1].questions[0].id = 'pets' }],
]

for (const [sentence, spoil] of defects) {
  test(`found: ${sentence}`, () => assert.ok(spoilt(spoil as never).includes(sentence), spoilt(spoil as never).join('\n')))
}

test('documents and fees may hang on a number worked out, as pages and rules do', () => {
  const isLong = { answer: 'daysOutside', moreThan: 100 } as const
  const strict: FormDefinition = {
    ...definition,
    evidence: [{ id: 'home', required: true, when: isLong }],
    fees: [{ code: 'x-2-long', when: isLong }],
  }
  const asked = (answers: Answers) => {
    const come = replay(strict, answers, today)
    return [...evidenceAsked(come).map(({ id }) => id), ...feeCodes(come)]
  }
  assert.deepEqual(asked(traveller), ['home', 'x-2-long'])
  assert.deepEqual(asked(parent), [])
})
