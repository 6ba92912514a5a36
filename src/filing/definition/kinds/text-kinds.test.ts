import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Question } from '../question.ts'
import { kindOf } from './kinds.ts'

type WithoutId<Q> = Q extends Question ? Omit<Q, 'id' | 'item'> : never

/** The kept answer, or the key of the first error without its prefix. */
function read(asked: WithoutId<Question>, text: unknown): unknown {
  const question = { id: 'q', item: '1', ...asked } as Question
  const parsed = kindOf(question).parse(question, { q: text })
  return parsed.ok ? parsed.answer : parsed.mistakes[0]?.key.replace('filing.error.', '!')
}

const cases: readonly (readonly [WithoutId<Question>, readonly (readonly [unknown, unknown])[]])[] = [
  [
    { kind: 'short-text', lengthMax: 5 },
    [
      ['abc', 'abc'],
      ['abcdef', '!too-long'],
      ['a\u202eb', '!characters'],
      [['a', 'b'], '!one-answer'],
    ],
  ],
  [
    { kind: 'long-text' },
    [
      ['a\r\nb', 'a\nb'],
      ['x'.repeat(2001), '!too-long'],
      ['<b>&', '<b>&'],
    ],
  ],
  [
    { kind: 'name', part: 'family' },
    [
      ['O’Brien-Núñez', 'O’Brien-Núñez'],
      ['李', '李'],
      ['Ali 2', '!not-a-name'],
      ['<b>', '!not-a-name'],
      ['--', '!not-a-name'],
    ],
  ],
  [
    { kind: 'name', part: 'organization' },
    [
      ['Firm 12 & Sons (US)', 'Firm 12 & Sons (US)'],
      ['<b>', '!not-a-name'],
    ],
  ],
  [
    { kind: 'yes-no' },
    [
      ['yes', 'yes'],
      ['YES', '!not-an-option'],
      [['yes', 'no'], '!one-answer'],
      ['', undefined],
    ],
  ],
  [
    { kind: 'choice', options: ['a', 'b'] },
    [
      ['b', 'b'],
      ['c', '!not-an-option'],
      ['constructor', '!not-an-option'],
    ],
  ],
  [
    { kind: 'select', list: 'us-states' },
    [
      ['CA', 'CA'],
      ['California', '!not-an-option'],
    ],
  ],
  [
    { kind: 'checkboxes', options: ['a', 'b'] },
    [
      [
        ['b', 'a'],
        ['a', 'b'],
      ],
      ['b', ['b']],
      [['a', 'a', 'a'], '!not-an-option'],
      [['a', 'x'], '!not-an-option'],
      [[], undefined],
    ],
  ],
  [
    { kind: 'checkboxes', options: ['a', 'b'], every: true },
    [
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
      ['a', '!every-option'],
    ],
  ],
  [
    { kind: 'number', least: 2, most: 9 },
    [
      ['7', 7],
      ['1', '!number-too-small'],
      ['10', '!number-too-large'],
      ['7.5', '!not-a-number'],
      ['-7', '!not-a-number'],
    ],
  ],
  [
    { kind: 'money', mostCents: 500_000 },
    [
      ['$1,250.50', 125050],
      ['12', 1200],
      ['12.5', '!not-an-amount'],
      ['9999', '!amount-too-large'],
    ],
  ],
  [
    { kind: 'a-number' },
    [
      ['a 012-345-678', '012345678'],
      ['1234567', '001234567'],
      ['A1234567890', '!wrong-a-number'],
      ['IOE9012345677', '!looks-like-receipt-number'],
      ['482109375523', '!looks-like-online-account-number'],
    ],
  ],
  [
    { kind: 'receipt-number' },
    [
      ['ioe 90-1234*5677', 'IOE9012345677'],
      ['IOE901234567', '!wrong-receipt-number'],
      ['A012345678', '!looks-like-a-number'],
    ],
  ],
  [
    { kind: 'online-account-number' },
    [
      ['5724 0000 0006', '!wrong-online-account-number'],
      ['A012345678', '!looks-like-a-number'],
      ['012345678901', '!wrong-online-account-number'],
    ],
  ],
  [
    { kind: 'ssn' },
    [
      ['123 45-6789', '123456789'],
      ['000-45-6789', '!not-ssn'],
      ['666456789', '!not-ssn'],
      ['900456789', '!not-ssn'],
      ['123006789', '!not-ssn'],
      ['123450000', '!not-ssn'],
    ],
  ],
  [
    { kind: 'email' },
    [
      ['a.b@example.test', 'a.b@example.test'],
      ['a b@example.test', '!not-an-email'],
      ['a@b', '!not-an-email'],
      ['a@@example.test', '!not-an-email'],
    ],
  ],
  [
    { kind: 'phone' },
    [
      ['(202) 555-0123', '+12025550123'],
      ['+44 20 7946 0958', '+442079460958'],
      ['12345', '!not-a-phone'],
      ['call me', '!not-a-phone'],
    ],
  ],
  [
    { kind: 'class-of-admission' },
    [
      ['ir-1', 'IR1'],
      ['F11', 'F11'],
      ['w16', 'W16'],
      ['1', '!not-class-of-admission'],
      ['IR1!', '!not-class-of-admission'],
    ],
  ],
  [
    { kind: 'weight' },
    [
      ['140', 140],
      ['0', '!not-a-weight'],
      ['1000', '!not-a-weight'],
      ['heavy', '!not-a-number'],
    ],
  ],
]

for (const [asked, expected] of cases) {
  test(`${asked.kind}: ${expected.map(([text]) => JSON.stringify(text).slice(0, 24)).join(', ')}`, () => {
    for (const [text, result] of expected) assert.deepEqual(read(asked, text), result, JSON.stringify(text))
  })
}

/** Damm's check digit, by its own definition: the only last digit that is accepted. */
const accepted = (eleven: string) =>
  [...'0123456789']
    .map((digit) => eleven + digit)
    .filter((number) => read({ kind: 'online-account-number' }, number) === number)

test('an Online Account Number has one check digit; every wrong digit or swap of neighbours is refused', () => {
  const [number = ''] = accepted('48210937552')
  assert.equal(accepted('48210937552').length, 1)
  for (let place = 0; place < 12; place += 1) {
    for (const digit of '0123456789') {
      const wrong = number.slice(0, place) + digit + number.slice(place + 1)
      if (wrong !== number) assert.notEqual(read({ kind: 'online-account-number' }, wrong), wrong)
    }
    const swapped =
      number.slice(0, place) + number.slice(place + 1, place + 2) + number.charAt(place) + number.slice(place + 2)
    if (swapped !== number) assert.notEqual(read({ kind: 'online-account-number' }, swapped), swapped)
  }
})
