import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type AgencyPack, loadAgency } from '../../agency/index.ts'
import { isEntries, listed } from '../definition/answer.ts'
import type { Answers, FormDefinition, Question } from '../definition/definition.ts'
import { questionsOf } from '../definition/layout.ts'
import { sampleForm } from '../journey/sample-form.ts'
import { scenarioAnswers } from '../journey/scenario-pages.ts'
import { contentBytes, contentFrom, type FileAnswers } from './content.ts'
import { fileBytesMost } from './envelope.ts'
import { answersForFile, answersFromFile } from './file-answers.ts'

const agency: AgencyPack = await loadAgency('agency/us')
const editions = [...agency.definitions.values()].flatMap((each) => [...each.values()] as FormDefinition[])

/** Ids as a draft gives them, one for each entry in its turn. */
const counting = () => {
  let entry = 0
  return () => {
    entry += 1
    return `entry-${entry}`
  }
}

const through = (definition: FormDefinition, answers: Answers) => {
  const content = { form: definition.form, edition: definition.edition, savedAt: '2026-11-26T10:00:00Z', answers: answersForFile(definition, answers) }
  const back = contentFrom(contentBytes(content))
  assert.ok(back)
  return answersFromFile(definition, back.answers, counting())
}

/** The ids of entries are new after a file, in each list from the first. */
const renumbered = (answers: Answers): Answers => {
  const next = counting()
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [id, isEntries(answer) ? answer.map((entry) => ({ ...entry, id: next() })) : answer]),
  )
}

const topOf = ({ parts }: FormDefinition): readonly Question[] => parts.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))

const inOrderOf = (definition: FormDefinition, answers: Answers): Answers =>
  Object.fromEntries(
    questionsOf(definition).flatMap(({ id }) => {
      const answer = answers[id]
      return answer === undefined ? [] : [[id, answer] as const]
    }),
  )

describe('every described person’s answers', () => {
  for (const definition of editions) {
    it(`come back as they were kept, of ${definition.form} ${definition.edition}`, () => {
      assert.ok(definition.scenarios.length > 0)
      for (const scenario of definition.scenarios) {
        const answers = inOrderOf(definition, scenarioAnswers(definition, scenario))
        const { answers: back, notTaken, unknown } = through(definition, answers)
        assert.deepEqual(back, renumbered(answers), scenario.name)
        assert.deepEqual([notTaken, unknown], [[], 0], scenario.name)
      }
    })
  }
})

const withoutIds = (value: FileAnswers) => JSON.stringify(value)

describe('a file', () => {
  const list = editions.flatMap((definition) => topOf(definition).map((question) => ({ definition, question }))).find(({ question }) => question.kind === 'list')
  assert.ok(list?.question.kind === 'list')
  const { definition, question } = list

  it('holds no id of an entry, no entry that was taken out, and nothing of another edition', () => {
    const [first, removed] = listed({}, {})
    assert.ok(first && removed)
    const kept = { [question.id]: [{ ...first, id: 'secret-id' }, { ...removed, id: 'gone-id', removed: true as const }], ofAnOlderEdition: 'typed long ago' }
    assert.equal(withoutIds(answersForFile(definition, kept)), JSON.stringify({ [question.id]: [{}] }))
  })

  it('cannot give a list more entries than its page takes, nor what is no entry', () => {
    const many = answersFromFile(definition, { [question.id]: Array.from({ length: question.most + 5 }, () => ({})) }, counting())
    assert.equal((many.answers[question.id] as unknown[]).length, question.most)
    assert.deepEqual(many.notTaken, [question.id])
    for (const odd of ['x', 5, {}, ['x'], [[]], [null]]) {
      const { answers, notTaken } = answersFromFile(definition, { [question.id]: odd as never }, counting())
      assert.ok(answers[question.id] === undefined || (answers[question.id] as unknown[]).length === 0)
      assert.deepEqual(notTaken, [question.id], JSON.stringify(odd))
    }
    const inner = answersFromFile(definition, { [question.id]: [{ 'no such question': 'x', __proto: 1 }] as never }, counting())
    assert.deepEqual([inner.unknown, inner.notTaken], [2, []])
  })

  it('fits, whatever the largest answers of any form are', () => {
    for (const each of editions) {
      const most = largest(topOf(each))
      assert.ok((most * 4) / 3 + 8192 < fileBytesMost, `${each.form}: ${most} bytes`)
    }
  })
})

/** The most bytes of UTF-8 that one UTF-16 unit takes. */
const bytesOfOne = 3

/** Bytes of JSON that the longest answers could take. */
const largest = (questions: readonly Question[]): number => questions.reduce((sum, question) => sum + question.id.length + 6 + largestOf(question), 0)

function largestOf(question: Question): number {
  if (question.kind === 'list') return question.most * (2 + largest(question.questions))
  if (question.kind === 'long-text') return (question.lengthMax ?? 4000) * bytesOfOne
  if (question.kind === 'short-text') return (question.lengthMax ?? 200) * bytesOfOne
  return 600 * bytesOfOne
}

describe('an answer in a file that was made by hand', () => {
  const odd: unknown[] = ['x'.repeat(100_000), 'a\u202eb', ' spaces ', '\ud800', -1, 1e21, true, [], ['a', 'a'], {}, { street: 1 }, { country: 'US', street: 'x', extra: 'y' }, [[]], '<script>', '2026-02-31', { feet: 9, inches: 99 }]

  it('is left out unless a page could have kept it, whatever stands in the place of whatever answer', () => {
    for (const definition of editions) {
      for (const question of topOf(definition).filter(({ kind }) => kind !== 'list')) {
        for (const value of odd) {
          const { answers, notTaken } = answersFromFile(definition, { [question.id]: value } as never, counting())
          if (Object.hasOwn(answers, question.id)) assert.ok(isPlain(question, value), `${definition.form} ${question.id} took ${JSON.stringify(value)?.slice(0, 60)}`)
          else assert.deepEqual(notTaken, [question.id])
        }
      }
    }
  })

  it('is left out and counted where the form asks no such question; names that objects have by nature are no questions', () => {
    const given = JSON.parse('{"nobodyAsked":"x","__proto__":{"familyName":"y"},"constructor":"z","toString":"w"}')
    const { answers, notTaken, unknown } = answersFromFile(sampleForm, given, counting())
    assert.deepEqual([answers, notTaken, unknown], [{}, [], 4])
    assert.equal(({} as Record<string, unknown>).familyName, undefined)
  })

  it('costs no more to refuse than to read, however long it is', () => {
    const questions = [...new Map(editions.flatMap(topOf).map((question) => [question.kind, question])).values()]
    const long = ['x'.repeat(1_000_000), '\u0301\u0316'.repeat(500_000), Array.from({ length: 100_000 }, () => 'x'), Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`part${at}`, 'x']))]
    const slowest = new Map<string, number>()
    for (const question of questions) {
      for (const value of long) {
        const before = process.cpuUsage()
        answersFromFile({ ...sampleForm, parts: [{ id: 'one', pages: [{ id: 'page', questions: [question] }] }] } as never, { [question.id]: value } as never, counting())
        const { user, system } = process.cpuUsage(before)
        slowest.set(question.kind, Math.max(slowest.get(question.kind) ?? 0, (user + system) / 1000))
      }
    }
    for (const [kind, milliseconds] of slowest) assert.ok(milliseconds < 250, `${kind}: ${milliseconds} ms`)
  })

  it('that is empty is kept only where a page lets it be left empty', () => {
    const questions = topOf(sampleForm)
    const empty = Object.fromEntries(questions.map(({ id }) => [id, null]))
    const { answers, notTaken } = answersFromFile(sampleForm, empty, counting())
    const optional = questions.filter(({ optional, kind }) => optional && kind !== 'list').map(({ id }) => id)
    assert.deepEqual(Object.keys(answers), optional)
    assert.deepEqual(notTaken, [])
  })
})

/** The few of them that some question rightly takes: short clean text where text is asked for. */
const isPlain = ({ kind }: Question, value: unknown): boolean =>
  ['<script>', '2026-02-31'].includes(value as string) && ['short-text', 'long-text', 'name'].includes(kind)

describe('what was sealed', () => {
  it('is as long as the next multiple of 4,096 bytes, however little was answered', () => {
    const content = { form: 'i-90', edition: '2025-01-20', savedAt: '2026-11-26T10:00:00Z' }
    assert.equal(contentBytes({ ...content, answers: {} }).length, 4096)
    assert.equal(contentBytes({ ...content, answers: { familyName: 'Example' } }).length, 4096)
    assert.equal(contentBytes({ ...content, answers: { why: 'x'.repeat(5000) } }).length, 8192)
  })

  it('is read back only when it is what it should be', () => {
    const good = { form: 'i-90', edition: '2025-01-20', savedAt: '2026-11-26T10:00:00Z', answers: {} }
    assert.ok(contentFrom(Buffer.from(JSON.stringify(good))))
    const odd: unknown[] = [null, [], 'x', {}, { ...good, form: '../i-90' }, { ...good, form: 5 }, { ...good, edition: '2025' }, { ...good, savedAt: 'today' }, { ...good, answers: [] }, { ...good, answers: null }]
    for (const value of odd) assert.equal(contentFrom(Buffer.from(JSON.stringify(value))), undefined, JSON.stringify(value))
    for (const bytes of [Buffer.alloc(0), Buffer.from('{'), Buffer.from([0x7b, 0xff, 0x7d]), Buffer.from('['.repeat(2_000_000))]) {
      assert.equal(contentFrom(bytes), undefined)
    }
  })

  it('may nest as deep as it likes and breaks nothing', () => {
    const deep = `{"form":"i-90","edition":"2025-01-20","savedAt":"2026-11-26T10:00:00Z","answers":{"familyName":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`
    const content = contentFrom(Buffer.from(deep))
    const { answers } = content ? answersFromFile(sampleForm, content.answers, counting()) : { answers: {} }
    assert.deepEqual(answers, {})
  })
})
