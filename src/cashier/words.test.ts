import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { say } from './words.ts'

const messages = JSON.parse(readFileSync(join(import.meta.dirname, '../../messages/en/cashier.json'), 'utf8'))

it('every error a form can give has words', () => {
  const files = globSync('*.ts', { cwd: import.meta.dirname })
  const code = files.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  const keys = code.flatMap((text) => text.match(/'error\.[a-z.-]+'/g) ?? []).map((quoted) => quoted.slice(1, -1))
  assert.ok(keys.length >= 15)
  for (const key of keys) assert.notEqual(say(key), '')
})

it('every way a checkout or a request can end has words, and an unknown key throws', () => {
  for (const status of ['pending', 'authorised', 'processing', 'captured', 'returned', 'declined', 'cancelled', 'expired']) {
    assert.ok(messages[`closed.${status}`])
  }
  for (const status of [400, 403, 404, 500]) {
    assert.ok(messages[`failed.${status}`] && messages[`failed.title.${status}`])
  }
  assert.throws(() => say('nothing.of.the.kind'))
})
