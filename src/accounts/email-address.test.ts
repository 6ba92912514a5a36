import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testKeys } from '../../test/cast/services.ts'
import { SealBroken } from '../platform/crypto/field.ts'
import { emailField, emailHash, emailOf, sealEmail } from './email-address.ts'

const parse = (typed: string) => emailField.parse(new Map([['email', [typed]]]), 'email', undefined)

const good: [string, string][] = [
  ['name@example.com', 'name@example.com'],
  ['  Name.Of+tag@Example.COM ', 'name.of+tag@example.com'],
  ["o'neil_1@sub.example.co.uk", "o'neil_1@sub.example.co.uk"],
  ['用户@例子.中国', '用户@例子.中国'],
]
for (const [typed, kept] of good)
  test(`“${typed}” is an address, kept as ${kept}`, () => assert.deepEqual(parse(typed), { ok: true, value: kept }))

const wrong = [
  'name',
  'name@',
  '@example.com',
  'name@example',
  'a b@example.com',
  'a@b@example.com',
  '.name@example.com',
  'name.@example.com',
  'na..me@example.com',
  'name@-example.com',
  'Name <name@example.com>',
  'a@example.com,b@example.com',
  '"quoted"@example.com',
  `${'a'.repeat(65)}@example.com`,
  '<script>@example.com',
]
for (const typed of wrong)
  test(`“${typed.slice(0, 30)}” is no address`, () =>
    assert.deepEqual(parse(typed), { ok: false, errors: [{ at: 'email', key: 'accounts.email.wrong' }] }))

test('nothing, too much and hidden characters each have words of their own', () => {
  const keyOf = (typed: string) => {
    const parsed = parse(typed)
    return parsed.ok ? null : parsed.errors[0]?.key
  }
  assert.equal(keyOf('  '), 'accounts.email.empty')
  assert.equal(keyOf(`name@${'a'.repeat(300)}.com`), 'platform.field.too-long')
  assert.equal(keyOf('na‮me@example.com'), 'platform.field.unsafe-characters')
  assert.equal(keyOf('name\u0000@example.com'), 'platform.field.unsafe-characters')
})

test('an address has 254 characters at most', () => {
  const domain = (last: number) => `${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(last)}.com`
  const longest = `${'a'.repeat(64)}@${domain(57)}`
  assert.equal(longest.length, 254)
  assert.deepEqual(parse(longest), { ok: true, value: longest })
  assert.equal(parse(`${'a'.repeat(64)}@${domain(58)}`).ok, false)
})

test('one address has one hash under a key, and a sealed one opens for its own account alone', () => {
  const keys = testKeys()
  assert.equal(emailHash(keys, 'name@example.com'), emailHash(keys, 'name@example.com'))
  assert.notEqual(emailHash(keys, 'name@example.com'), emailHash(testKeys(), 'name@example.com'))
  const sealed = sealEmail(keys, 'one', 'name@example.com')
  assert.equal(emailOf(keys, { id: 'one', email_sealed: sealed }), 'name@example.com')
  assert.throws(() => emailOf(keys, { id: 'two', email_sealed: sealed }), SealBroken)
})
