import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testServices } from '../../../test/cast/services.ts'
import { oneTimeCode } from '../../platform/crypto/one-time-code.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { renderMail } from '../../platform/mail/index.ts'
import { mailKinds } from './mail-kinds.ts'

const queuedAt = Temporal.Instant.from('2026-11-23T15:42:00Z')
const number = '482109375523'

/** Values that each kind is queued with. */
const valuesOf: Record<string, Record<string, string | number>[]> = {
  'accounts.confirm-email': [{ link: 'link-1', send: 1, key: 'test' }],
  'accounts.continue-sign-up': [{ link: 'link-1', send: 1, key: 'test' }],
  'accounts.already-have-account': [{ link: 'link-1', send: 1, key: 'test' }],
  'accounts.one-time-password': [{ challenge: 'challenge-1', send: 1, key: 'test' }],
  'accounts.welcome': [{ number }],
  'accounts.username-reminder': [
    { standing: 'complete', email: 'name@example.test', number },
    { standing: 'unfinished', email: 'name@example.test', number: '' },
    { standing: 'none', email: 'name@example.test', number: '' },
    { standing: 'merged', email: 'name@example.test', number },
    { standing: 'closed', email: 'name@example.test', number, closedAt: '2026-11-22T15:42:00Z' },
  ],
  'accounts.backup-code-used': [{}],
  'accounts.backup-code-replaced': [{}],
  'accounts.questions-changed': [{}],
  'accounts.password-was-reset': [{}],
  'accounts.password-reset': [
    { standing: 'complete', link: 'link-1', send: 1, key: 'test' },
    { standing: 'unfinished' },
    { standing: 'none' },
    { standing: 'closed', closedAt: '2026-11-22T15:42:00Z' },
  ],
  'accounts.prove-email': [
    { change: 'change-1', key: 'test', what: 'user-name' },
    { change: 'change-1', key: 'test', what: 'recovery-email' },
  ],
  'accounts.address-in-use': [{}],
  'accounts.address-held': [{}],
  'accounts.contact-changed': [
    { what: 'phone', how: 'added' },
    { what: 'user-name', how: 'changed', undo: 'change-1', key: 'test', until: '2026-11-26T15:42:00Z' },
  ],
  'accounts.contact-change-undone': [{ what: 'user-name' }, { what: 'recovery-email' }, { what: 'phone' }],
  'accounts.factor-changed': ['app-added', 'app-renamed', 'app-removed', 'channel-chosen'].map((change) => ({ change })),
  'accounts.closed': [{ closing: 'closing-1', key: 'test', until: '2026-11-26T15:42:00Z' }],
  'accounts.closing-undone': [{}],
  'accounts.account-closed': [{ closedAt: '2026-11-22T15:42:00Z' }],
  'accounts.merged': [{ side: 'kept' }, { side: 'retired' }],
  'accounts.merged-account': [{ link: 'link-1', send: 1, key: 'test' }],
  'accounts.passkey-changed': [{ change: 'added' }, { change: 'renamed' }, { change: 'removed' }],
  'accounts.passkey-copied': [{}],
  'accounts.recovery-asked': [
    { standing: 'begun', link: 'link-1', send: 1, key: 'test', opensAt: '2026-11-24T15:42:00Z' },
    { standing: 'running', link: 'link-1', send: 1, key: 'test', opensAt: '2026-11-24T15:42:00Z' },
    { standing: 'unfinished' },
    { standing: 'merged' },
    { standing: 'none' },
  ],
  'accounts.recovery-cancelled': [{}],
  'accounts.recovery-open': [{ link: 'link-1', send: 1, key: 'test', until: '2026-11-26T15:42:00Z' }],
  'accounts.recovery-link': [{ link: 'link-1', send: 1, key: 'test', until: '2026-11-26T15:42:00Z' }],
  'accounts.recovered': [{}],
  'accounts.new-browser': [
    { link: 'link-1', key: 'test', quiet: 'no', device: 'Firefox/Windows', country: 'MX' },
    { link: 'link-1', key: 'test', quiet: 'no', device: '', country: '' },
    { link: 'link-1', key: 'test', quiet: 'yes', device: '', country: '' },
  ],
  'accounts.not-me': [{}],
  'accounts.setting-ends': [{ due: '2026-11-30T15:42:00Z' }],
  'accounts.support-received': [{ link: 'link-1', send: 1, key: 'test', trackingNumber: 'K7Q2M4XW9T', isSent: 'yes' }],
  'accounts.support-answered': [
    { link: 'link-1', send: 1, key: 'test', trackingNumber: 'K7Q2M4XW9T', answer: 'look-for-mail' },
    { link: 'link-1', send: 1, key: 'test', trackingNumber: 'K7Q2M4XW9T', answer: '' },
  ],
  'accounts.checked-link': [{ link: 'link-1', send: 1, key: 'test', until: '2026-11-26T15:42:00Z' }],
}

async function rendered(kind: string, language = 'en') {
  const services = await testServices()
  const t = textOf(language, 'America/New_York')
  const found = mailKinds.find(({ name }) => name === kind)
  return (valuesOf[kind] ?? []).map((values) => {
    const words = found?.render({ t, values, services, queuedAt })
    assert.ok(words, kind)
    const frame = { agency: 'USCIS', language, direction: t.direction }
    return { ...renderMail({ ...words, ...frame }), words, services }
  })
}

test('every kind is rendered here', () => assert.deepEqual(mailKinds.map(({ name }) => name).sort(), Object.keys(valuesOf).sort()))

for (const { name } of mailKinds) {
  test(`${name}: the subject tells nobody’s address, number or code`, async () => {
    for (const { words } of await rendered(name)) assert.doesNotMatch(words.subject, /\d|@/)
  })
  test(`${name}: each link stands alone on its line`, async () => {
    for (const { text } of await rendered(name))
      for (const line of text.split('\n').filter((each) => each.includes('http'))) assert.match(line, /^http:\/\/portal\.test\/\S*$/)
  })
}

test('the code’s six digits stand alone on a line, and no other line is six digits', async () => {
  const [mail] = await rendered('accounts.one-time-password')
  assert.ok(mail)
  const code = oneTimeCode(mail.services.keys, { challengeId: 'challenge-1', sendNumber: 1, keyId: 'test' })
  assert.deepEqual(mail.text.split('\n').filter((line) => /^\d{6}$/.test(line)), [code])
  assert.match(mail.text, /the code sent at 10:42/)
  assert.match(mail.text, /works for 10 minutes/)
})

for (const kind of ['accounts.welcome', 'accounts.username-reminder'])
  test(`${kind} tells the Online Account Number on a line of its own`, async () => {
    const [mail] = await rendered(kind)
    assert.match(mail?.text ?? '', /^Online Account Number: 4821 0937 5523$/m)
  })

test('whoever has no account, or an unfinished one, is told no number', async () => {
  const [, unfinished, none] = await rendered('accounts.username-reminder')
  for (const mail of [unfinished, none]) assert.doesNotMatch(mail?.text ?? '', /Online Account Number:|\d{4} \d{4}/)
})

test('the confirmation mail leads to the address of the contract', async () => {
  const [mail] = await rendered('accounts.confirm-email')
  assert.match(mail?.text ?? '', /^http:\/\/portal\.test\/sign-up\/confirm\/[\w-]{22}$/m)
})

test('a new browser is told of with its kind, rough place and time, and to a protected person with none of them', async () => {
  const [known, unknown, quiet] = await rendered('accounts.new-browser')
  assert.match(known?.text ?? '', /Device: Firefox on Windows[\s\S]*Rough place: Mexico[\s\S]*When: November 23, 2026/)
  assert.match(unknown?.text ?? '', /Device: Unknown device[\s\S]*Rough place: Not known/)
  assert.doesNotMatch(quiet?.text ?? '', /Device|place|When|November/)
  assert.match(quiet?.text ?? '', /^http:\/\/portal\.test\/not-me\/[\w-]{22}$/m)
})
