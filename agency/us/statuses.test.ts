import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import { stagingReceipts } from './staging-receipts.ts'
import { statuses } from './statuses.ts'
import texts from './texts/en/statuses.json' with { type: 'json' }

const words: Record<string, string> = texts
const codes: readonly string[] = statuses.map(({ code }) => code)
const nextOf = (code: string): readonly string[] => statuses.find((status) => status.code === code)?.next ?? []

test('status codes are unique and every next status is in the catalogue', () => {
  assert.equal(new Set(codes).size, codes.length)
  for (const { code, next } of statuses) {
    assert.equal(new Set(next).size, next.length, `${code} names a next status twice`)
    for (const to of next) assert.ok(codes.includes(to), `${code} leads to the unknown ${to}`)
  }
})

test('every status can be reached, and from every status that is not final something follows', () => {
  const reached = new Set<string>(statuses.filter((status) => 'opens' in status || 'apart' in status).map(({ code }) => code))
  for (const code of reached) for (const to of nextOf(code)) reached.add(to)
  assert.deepEqual(
    codes.filter((code) => !reached.has(code)),
    [],
  )
  for (const status of statuses) assert.ok('final' in status || status.next.length > 0, status.code)
})

test('a denial and a reversal take two officers', () => {
  const two = statuses.filter((status) => 'twoPeople' in status).map(({ code }) => code)
  assert.deepEqual(two, ['denied', 'reopened'])
})

test('every status has a title, a description that names form, receipt and date, and what happens next', () => {
  const values = { form: 'Form X', receiptNumber: 'IOE1234567890', date: 'May 5' }
  for (const code of codes) {
    for (const part of ['title', 'next']) assert.ok(words[`status.${code}.${part}`]?.trim(), `${code} ${part}`)
    const said = new IntlMessageFormat(words[`status.${code}.description`] ?? '', 'en').format(values)
    for (const value of Object.values(values)) assert.ok(String(said).includes(value), `${code}: ${said}`)
  }
  assert.equal(Object.keys(words).length, codes.length * 3 + 5)
})

test('the fifty published staging receipts are there, half of them with a history', () => {
  assert.equal(new Set(stagingReceipts.map(({ receiptNumber }) => receiptNumber)).size, 50)
  assert.equal(stagingReceipts.filter(({ steps }) => steps.length > 1).length, 25)
})

test('the history of every staging receipt is a walk along the status table, in order of days', () => {
  for (const { receiptNumber, steps } of stagingReceipts) {
    const [first] = steps
    assert.ok(statuses.some((status) => status.code === first?.status && 'opens' in status), receiptNumber)
    steps.slice(1).forEach((step, index) => {
      const before = steps[index]
      assert.ok(before && nextOf(before.status).includes(step.status), `${receiptNumber} to ${step.status}`)
      assert.ok(before && before.on <= step.on, receiptNumber)
    })
  }
})
