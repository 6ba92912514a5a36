import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Answers, FormDefinition, Question } from '../definition/definition.ts'
import { backPage, nextPage, questionsOn, reachedPages, taskList } from './course.ts'
import { replay } from './replay.ts'
import { changedTheName, keepsTheName, sampleDay, sampleForm } from './sample-form.ts'

const states = (answers: Answers) =>
  Object.fromEntries(replay(sampleForm, answers, sampleDay).pages.map(({ id, state }) => [id, state]))
const complete: Answers = { ...keepsTheName, middleName: null }

test('an empty draft starts at the first page; what hangs on later answers is not needed yet', () => {
  assert.deepEqual(states({}), {
    'your-name': 'now',
    'earlier-name': 'not-needed',
    birth: 'later',
    admission: 'later',
    visa: 'not-needed',
  })
  assert.deepEqual(replay(sampleForm, {}, sampleDay).progress, { done: 0, of: 3 })
})

test('a page is done when every question asked has an answer, and an optional one was at least put', () => {
  assert.equal(replay(sampleForm, complete, sampleDay).complete, true)
  assert.equal(states(keepsTheName)['your-name'], 'now')
  assert.equal(states({ ...complete, familyName: null })['your-name'], 'now')
})

test('a page that becomes needed in the middle is the next thing to do, and pages done before stay done', () => {
  const replayed = replay(sampleForm, { ...complete, nameChanged: 'yes', nameChangeReason: 'Marriage' }, sampleDay)
  assert.equal(replayed.firstUndone, 'earlier-name')
  assert.deepEqual(
    reachedPages(replayed).map(({ id }) => id),
    ['your-name', 'earlier-name', 'birth', 'admission'],
  )
})

test('what is no longer asked stays out of what counts, also what hangs on it', () => {
  const back = replay(sampleForm, { ...changedTheName, nameChanged: 'no' }, sampleDay)
  assert.ok(!('earlierFamilyName' in back.submitted) && !('nameChangeReason' in back.submitted))
  assert.ok('visaKind' in back.submitted)
  const withoutVisa = replay(sampleForm, { ...changedTheName, papers: ['stamp'] }, sampleDay)
  assert.ok(!('visaKind' in withoutVisa.submitted))
})

test('an error between answers keeps its page undone; a warning does not', () => {
  const same = replay(sampleForm, { ...changedTheName, earlierFamilyName: 'EXAMPLE' }, sampleDay)
  assert.deepEqual(
    same.errors.map(({ rule, pageId }) => [rule.id, pageId]),
    [['names-are-the-same', 'earlier-name']],
  )
  assert.equal(same.firstUndone, 'earlier-name')
  const abroad = replay(sampleForm, changedTheName, sampleDay)
  assert.deepEqual(
    abroad.warnings.map(({ rule }) => rule.id),
    ['home-abroad'],
  )
  assert.equal(abroad.complete, true)
})

test('a rule counts once the question it stands at was put, and only while it is asked', () => {
  const rule = {
    id: 'not-for-work',
    level: 'error',
    at: 'visaKind',
    when: { not: { answer: 'visaKind', is: 'work' } },
  } as const
  const form = { ...sampleForm, rules: [rule] }
  const errors = (answers: Answers) => replay(form, answers, sampleDay).errors.map(({ rule: broken }) => broken.id)
  assert.deepEqual(errors({ ...changedTheName, visaKind: 'family' }), ['not-for-work'])
  assert.deepEqual(errors({ ...changedTheName, visaKind: null }), ['not-for-work'])
  assert.deepEqual(errors({ ...changedTheName, papers: ['stamp'] }), [])
  const { visaKind, ...notPut } = changedTheName
  assert.deepEqual(errors(notPut), [])
})

test('a named rule is judged over the answers it names', () => {
  const replayed = replay(sampleForm, { ...changedTheName, nameChangedOn: '1980-01-01' }, sampleDay)
  assert.deepEqual(
    replayed.errors.map(({ rule }) => rule.id),
    ['changed-before-birth'],
  )
})

test('a kept date that another answer has put out of bounds makes its page undone again', () => {
  const replayed = replay(sampleForm, { ...complete, dateOfBirth: '2016-01-01' }, sampleDay)
  assert.equal(replayed.firstUndone, 'admission')
  assert.deepEqual(
    replayed.pages[3]?.mistakes.map(({ mistake }) => mistake.key),
    ['filing.error.day-too-early'],
  )
})

test('a page draws its follow-ups before their answer is known, and none that cannot come up', () => {
  const drawn = (answers: Answers, index: number) => {
    const replayed = replay(sampleForm, answers, sampleDay)
    const page = replayed.pages[index]
    assert.ok(page)
    return questionsOn(replayed, page).map(({ question, asked }) => `${question.id}${asked ? '' : '?'}`)
  }
  assert.deepEqual(drawn({}, 0), ['familyName', 'middleName', 'nameChanged', 'nameChangeReason?'])
  assert.deepEqual(drawn({ nameChanged: 'yes' }, 0), ['familyName', 'middleName', 'nameChanged', 'nameChangeReason'])
})

test('a follow-up of a question that cannot come up is not drawn', () => {
  const first: Question = { id: 'first', kind: 'yes-no', item: '1', when: { answer: 'nameChanged', is: 'yes' } }
  const second: Question = { id: 'second', kind: 'yes-no', item: '1', when: { answer: 'first', is: 'yes' } }
  const [you, arrival] = sampleForm.parts
  const extra = {
    id: 'extra',
    pages: [{ id: 'extra', questions: [first, second, { ...first, id: 'last', when: { answered: 'home' } }] }],
  }
  const form: FormDefinition = { ...sampleForm, parts: [you, arrival, extra] }
  const drawn = (answers: Answers) => {
    const replayed = replay(form, answers, sampleDay)
    return replayed.pages.slice(-1).flatMap((page) => questionsOn(replayed, page).map(({ question }) => question.id))
  }
  assert.deepEqual(drawn(complete), ['last'])
  assert.deepEqual(drawn(changedTheName), ['first', 'second', 'last'])
})

test('the task list groups the pages by part and leaves out what is not needed', () => {
  const [you, arrival] = taskList(replay(sampleForm, complete, sampleDay))
  assert.deepEqual([you?.state, you?.tasks.map(({ pageId }) => pageId)], ['done', ['your-name', 'birth']])
  assert.equal(arrival?.state, 'done')
  assert.deepEqual(
    taskList(replay(sampleForm, {}, sampleDay)).map(({ state }) => state),
    ['now', 'later'],
  )
})

const day = fc.constantFrom('1985-01-01', '1990-02-03', '2015-06-07', '2020-01-02', '2030-01-01', null)
const someAnswers: fc.Arbitrary<Answers> = fc.record(
  {
    familyName: fc.constantFrom('Example', 'Sample', null),
    middleName: fc.constantFrom('Test', null),
    nameChanged: fc.constantFrom('yes', 'no', null),
    nameChangeReason: fc.constantFrom('Marriage', null),
    earlierFamilyName: fc.constantFrom('Sample', 'example', null),
    nameChangedOn: day,
    dateOfBirth: day,
    admittedOn: day,
    papers: fc.constantFrom<readonly string[]>(['visa'], ['stamp'], ['visa', 'stamp']),
    home: fc.constantFrom(keepsTheName.home ?? null, changedTheName.home ?? null),
    visaKind: fc.constantFrom('family', 'work', null),
  },
  { requiredKeys: [] },
)

test('next and back undo each other on every page that may be opened', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const replayed = replay(sampleForm, answers, sampleDay)
      const reached = reachedPages(replayed).map(({ id }) => id)
      for (const [index, id] of reached.entries()) {
        const next = nextPage(replayed, id)
        const back = backPage(replayed, id)
        assert.deepEqual([back, next], [reached[index - 1], reached[index + 1]])
        if (next) assert.equal(backPage(replayed, next), id)
        if (back) assert.equal(nextPage(replayed, back), id)
      }
    }),
  )
})

test('what counts replays to itself: nothing hidden is in it, and nothing in it is hidden', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const replayed = replay(sampleForm, answers, sampleDay)
      const asked = new Set(replayed.pages.flatMap((page) => page.asked.map(({ id }) => id)))
      for (const id of Object.keys(replayed.submitted)) assert.ok(asked.has(id), id)
      assert.deepEqual(replay(sampleForm, replayed.submitted, sampleDay).submitted, replayed.submitted)
    }),
  )
})

test('exactly the pages needed are counted, at most one is now, and none is later than an open way', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const { pages, progress, complete, firstUndone } = replay(sampleForm, answers, sampleDay)
      assert.equal(progress.of, pages.filter(({ state }) => state !== 'not-needed').length)
      assert.equal(complete, progress.done === progress.of)
      assert.deepEqual(
        pages.filter(({ state }) => state === 'now').map(({ id }) => id),
        firstUndone ? [firstUndone] : [],
      )
      const now = pages.findIndex(({ state }) => state === 'now')
      assert.ok(pages.every(({ state }, index) => state !== 'later' || index > now))
    }),
  )
})

test('a replay changes neither the answers nor the definition, and is the same each time', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const before = JSON.stringify([answers, sampleForm])
      assert.deepEqual(replay(sampleForm, answers, sampleDay), replay(sampleForm, answers, sampleDay))
      assert.equal(JSON.stringify([answers, sampleForm]), before)
    }),
  )
})

test('a definition that went through JSON replays the same', () => {
  const again = JSON.parse(JSON.stringify(sampleForm)) as typeof sampleForm
  assert.deepEqual(
    replay(again, changedTheName, sampleDay).submitted,
    replay(sampleForm, changedTheName, sampleDay).submitted,
  )
})
