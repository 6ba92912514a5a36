import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAssertionAnswer, readRegistrationAnswer } from './answer.ts'

const id = 'A'.repeat(43)
const assertion = {
  id,
  rawId: id,
  type: 'public-key',
  response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA', userHandle: 'AAAA' },
}
const registration = {
  id,
  rawId: id,
  type: 'public-key',
  clientExtensionResults: { credProps: { rk: true } },
  response: { clientDataJSON: 'e30', attestationObject: 'AAAA', transports: ['usb', 'telepathy', 'usb'] },
}

test('a sound answer is read, without what nobody asked for', () => {
  assert.deepEqual(readAssertionAnswer(JSON.stringify({ ...assertion, more: 1 })), assertion)
  const read = readRegistrationAnswer(JSON.stringify(registration))
  assert.deepEqual(read?.response.transports, ['usb'])
  assert.equal(read && 'clientExtensionResults' in read, false)
})

const notAnswers: Record<string, unknown> = {
  nothing: undefined,
  'a number': 7,
  'a list': [assertion],
  null: null,
  'no response': { ...assertion, response: undefined },
  'another type': { ...assertion, type: 'password' },
  'an id that is too short': { ...assertion, id: 'AAAA' },
  'an id of 2,000 characters': { ...assertion, id: 'A'.repeat(2000) },
  'standard base64': { ...assertion, response: { ...assertion.response, signature: 'a+b/c=' } },
  'a signature that is a number': { ...assertion, response: { ...assertion.response, signature: 1 } },
  'client data of 5,000 characters': { ...assertion, response: { ...assertion.response, clientDataJSON: 'A'.repeat(5000) } },
  'a user handle beyond 64 bytes': { ...assertion, response: { ...assertion.response, userHandle: 'A'.repeat(91) } },
}

for (const [name, value] of Object.entries(notAnswers))
  test(`${name} is no answer`, () => assert.equal(readAssertionAnswer(JSON.stringify(value) ?? ''), null))

test('what is no JSON, or far too long, is not even looked into', () => {
  for (const text of ['', '{', '\u0000', 'null', `${JSON.stringify(assertion)}${' '.repeat(40_000)}`]) assert.equal(readAssertionAnswer(text), null)
  assert.equal(readRegistrationAnswer(JSON.stringify({ ...registration, response: { clientDataJSON: 'e30' } })), null)
})
