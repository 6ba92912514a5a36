import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { en } from '../../../../messages/en/index.ts'
import type { Question } from '../question.ts'
import { listOptions } from '../lists.ts'
import type { Posted } from '../kind.ts'
import { kindOf, kinds } from './kinds.ts'

/** One question of every kind, all named `q`. */
const samples: readonly Question[] = [
  { id: 'q', item: '1', kind: 'short-text' },
  { id: 'q', item: '1', kind: 'long-text' },
  { id: 'q', item: '1', kind: 'name', part: 'family' },
  { id: 'q', item: '1', kind: 'name', part: 'organization' },
  { id: 'q', item: '1', kind: 'yes-no' },
  { id: 'q', item: '1', kind: 'choice', options: ['a', 'b'] },
  { id: 'q', item: '1', kind: 'select', list: 'countries' },
  { id: 'q', item: '1', kind: 'select', options: ['a', 'b'] },
  { id: 'q', item: '1', kind: 'checkboxes', options: ['a', 'b'] },
  { id: 'q', item: '1', kind: 'date', latest: 'today' },
  { id: 'q', item: '1', kind: 'partial-date', latest: 'today' },
  { id: 'q', item: '1', kind: 'number', least: 1, most: 50 },
  { id: 'q', item: '1', kind: 'money' },
  { id: 'q', item: '1', kind: 'a-number' },
  { id: 'q', item: '1', kind: 'receipt-number' },
  { id: 'q', item: '1', kind: 'online-account-number' },
  { id: 'q', item: '1', kind: 'ssn' },
  { id: 'q', item: '1', kind: 'email' },
  { id: 'q', item: '1', kind: 'phone' },
  { id: 'q', item: '1', kind: 'address', inCareOf: true },
  { id: 'q', item: '1', kind: 'address', domestic: true },
  { id: 'q', item: '1', kind: 'class-of-admission' },
  { id: 'q', item: '1', kind: 'height' },
  { id: 'q', item: '1', kind: 'weight' },
  { id: 'q', item: '1', kind: 'list', most: 3, named: ['n'], questions: [{ id: 'n', item: '1', kind: 'short-text' }] },
]

const parts = [
  '',
  '.month',
  '.day',
  '.year',
  '.feet',
  '.inches',
  '.street',
  '.district',
  '.city',
  '.province',
  '.postalCode',
  '.country',
  '.state',
  '.zipCode',
  '.unitType',
  '.unitNumber',
]

const likely = fc.constantFrom(
  ...[
    '',
    '1',
    '2',
    '12',
    '31',
    '1990',
    '0',
    '-1',
    '1e3',
    'yes',
    'no',
    'a',
    'b',
    'US',
    'PE',
    'IL',
    '62701',
    'apt',
    'A12345678',
  ],
  ...[
    'IOE9012345677',
    '123-45-6789',
    'x@example.test',
    '(202) 555-0123',
    '+44 20 7946 0958',
    'IR1',
    "O'Brien",
    '1,250.50',
  ],
  ...['<script>alert(1)</script>', "'; drop table drafts; --", '\u202eevil', 'a\u0000b', '__proto__', 'x'.repeat(5000)],
)
const anything = fc.oneof(
  { weight: 5, arbitrary: likely },
  fc.string({ unit: 'binary' }),
  fc.anything(),
  fc.array(likely, { maxLength: 3 }),
)
const posts: fc.Arbitrary<Posted> = fc.dictionary(fc.constantFrom(...parts.map((part) => `q${part}`)), anything)

for (const question of samples) {
  const kind = kindOf(question)
  const title = `${question.kind}${'list' in question ? ' of a list' : ''}`

  test(`${title}: nothing that can be posted throws, and every error is one of those listed`, () => {
    fc.assert(
      fc.property(posts, (posted) => {
        const parsed = kind.parse(question, posted)
        if (parsed.ok) return
        assert.ok(parsed.mistakes.length > 0)
        for (const { key, field } of parsed.mistakes) {
          assert.ok(kind.errors.includes(key), key)
          assert.ok(field === 'q' || field.startsWith('q.'))
        }
      }),
      { numRuns: 300 },
    )
  })

  test(`${title}: what is kept fills the fields again and is read as the same, and has a summary and JSON`, () => {
    fc.assert(
      fc.property(posts, (posted) => {
        const parsed = kind.parse(question, posted)
        if (!parsed.ok || parsed.answer === undefined) return
        assert.deepEqual(kind.parse(question, kind.posted(question, parsed.answer)), parsed)
        assert.ok(kind.lines(question, parsed.answer).length > 0)
        assert.deepEqual(JSON.parse(JSON.stringify(parsed.answer)), parsed.answer)
        for (const mistake of kind.check?.(question, parsed.answer, { today: '2026-05-04', answers: {} }) ?? []) {
          assert.ok(kind.errors.includes(mistake.key), mistake.key)
        }
      }),
      { numRuns: 300 },
    )
  })

  test(`${title}: nothing posted is left empty, and every control has a name and a limit or options`, () => {
    assert.deepEqual(kind.parse(question, {}), { ok: true, answer: undefined })
    const controls = kind.controls(question)
    assert.equal(new Set(controls.map(({ name }) => name)).size, controls.length)
    for (const { type, lengthMax, options } of controls) {
      assert.ok(type.endsWith('date') || (options?.length ?? 0) > 0 || (lengthMax ?? 0) > 0)
    }
  })
}

test('every kind has a sample here, and every error, hint and option has its words', () => {
  assert.deepEqual(new Set(samples.map(({ kind }) => kind)), new Set(Object.keys(kinds)))
  const known = new Set(Object.keys(en.filing).map((key) => `filing.${key}`))
  const options = (['us-states', 'unit-types'] as const).flatMap((list) =>
    listOptions(list).map(({ label }) => label.product),
  )
  const controls = samples.flatMap((question) => kindOf(question).controls(question))
  const words = [
    ...samples.flatMap((question) => [kindOf(question).needed, ...kindOf(question).errors]),
    ...controls.flatMap(({ label, hint }) => [label.product, hint?.product]),
    ...options,
  ]
  assert.deepEqual(
    words.filter((key) => key !== undefined && !known.has(key)),
    [],
  )
})

test('no error has words that nothing can give', () => {
  const given = new Set<string>(samples.flatMap((question) => [kindOf(question).needed, ...kindOf(question).errors]))
  const worded = Object.keys(en.filing)
    .filter((key) => key.startsWith('error.'))
    .map((key) => `filing.${key}`)
  assert.deepEqual(
    worded.filter((key) => !given.has(key)),
    [],
  )
})

test('numbers that tell who a person is, dates, phones and addresses are always encrypted at rest', () => {
  const sealed = new Set(samples.filter((question) => kindOf(question).sealed).map(({ kind }) => kind))
  assert.deepEqual(
    [...sealed],
    ['date', 'partial-date', 'a-number', 'online-account-number', 'ssn', 'phone', 'address'],
  )
})
