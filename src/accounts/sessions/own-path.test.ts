import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPath, withNext } from './own-path.ts'

for (const path of ['/account', '/cases/IOE9012345677', '/drafts/a1/page-2?from=review', '/file/i-90'])
  test(`${path} is a way on`, () => assert.equal(ownPath(path), path))

const elsewhere = [
  'https://evil.test/',
  '//evil.test/',
  '/\\evil.test/',
  '/\t/evil.test/',
  '\\\\evil.test',
  '/..//evil.test/',
  '/.//evil.test/',
  '/account/..//evil.test/',
  '/%2e//evil.test/',
  '/%2E%2e//evil.test/',
  '/./\t/evil.test/',
  'javascript:alert(1)',
  'account',
  '',
  '/a\nb',
  '/ümlaut',
  `/${'a'.repeat(500)}`,
]
for (const path of elsewhere)
  test(`“${path.slice(0, 30)}” is none, because it may lead elsewhere`, () => assert.equal(ownPath(path), undefined))

for (const path of ['/sign-in', '/sign-in/again', '/sign-out', '/sign-up/terms', '/session/extend'])
  test(`${path} is none, because it would go round in circles`, () => assert.equal(ownPath(path), undefined))

test('an address remembers the way on, and forgets one that is none', () => {
  assert.equal(withNext('/sign-in', '/cases/add?a=b&c=d'), '/sign-in?next=%2Fcases%2Fadd%3Fa%3Db%26c%3Dd')
  assert.equal(withNext('/sign-in', '//evil.test'), '/sign-in')
  assert.equal(withNext('/sign-in', undefined), '/sign-in')
})
