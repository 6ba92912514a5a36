import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { signUp } from '../faults/filer.ts'
import { paidScenario, scenarioNamed } from '../faults/file-i90.ts'
import { mailboxOf } from '../journeys/post.ts'
import { type RunningPortolan, runningPortolan } from '../running.ts'
import { plainText, type WebClient } from '../web-client.ts'
import { everyRow, keepJobs, keptJobs, leaksIn, type Secrets, watchAddresses } from './canary.ts'
import { fileOnce, fillDraft, password, signInAs, signInToOffice } from './meet.ts'

const email = 'canary@example.test'
const { answers } = scenarioNamed(paidScenario)
const address = answers.mailingAddress as { street: string }

/** What the person typed or was sent; `numbers` are identifiers, which may stand in the database and in paths. */
const secrets: Record<string, string> = {
  'the email address': email,
  'the new email address': 'canary-elsewhere@example.test',
  'the password': password,
  'the name': `${answers.givenName} ${answers.middleName} ${answers.familyName}`,
  'the street': address.street,
  'the A-Number': String(answers.aNumber),
  'the phone number': '(202) 555-0101',
  'the date of birth': String(answers.dateOfBirth),
  'the Social Security number': '219-09-9999',
  'the passphrase of a draft file': 'lantern quay mellow forty',
  'an answer to a reset question': 'answer number 3',
  'the card number': '4242 4242 4242 4242',
}
const numbers: Record<string, string> = {}

let running: RunningPortolan
let watched: ReturnType<typeof watchAddresses>

before(async () => {
  watched = watchAddresses()
  running = await runningPortolan({ seeded: true })
  await keepJobs(running)
  await liveThrough()
})

after(async () => {
  watched?.stop()
  await running?.end()
})

/** An account, a filing to its receipt, a draft, a look by the office, a new status, a sign-in. */
async function liveThrough() {
  const client = await signUp(running.portalUrl, email)
  const mailbox = await mailboxOf(running)
  const { receipt } = await fileOnce({ who: email, client })
  numbers['the receipt number'] = receipt
  await client.get('/account/profile')
  numbers['the Online Account Number'] = /\b\d{4} ?\d{4} ?\d{4}\b/.exec(plainText(client.last.html))?.[0] ?? ''
  const draft = await fillDraft({ who: email, client })
  await client.get(`${draft}/your-numbers`)
  await client.press('Save and continue', { 'Social Security number': secrets['the Social Security number'] ?? '' })
  await client.get(`${draft}/your-name`)
  await client.press('Save and continue', { 'Family name (last name)': '<script>Refused</script>' })
  await takeAlong(client, draft)
  await workInOffice(receipt)
  await client.press('Sign Out')
  await changeContact((await signInAs(running, mailbox, email)).client)
  await mailboxOf(running)
  for (const { to, text } of (await running.outbox()).filter((sent) => sent.to === email && sent.channel === 'email')) {
    const secret = /^\d{6}$/m.exec(text)?.[0] ?? /\/sign-up\/confirm\/(\S+)/.exec(text)?.[1]
    if (secret) secrets[secret.length === 6 ? 'a one-time password' : `a mailed link to ${to.length} letters`] = secret
  }
}

/** A draft as a file, and a draft from that file. */
async function takeAlong(client: WebClient, draft: string) {
  const passphrase = secrets['the passphrase of a draft file'] ?? ''
  await client.get(`${draft}/export`)
  const { html } = await client.press('Save the file', { Passphrase: passphrase, 'The same passphrase again': passphrase })
  await client.get('/drafts/import')
  const file = { name: 'kept.draft', type: 'application/octet-stream', bytes: Buffer.from(html) }
  await client.press('Read the file', { 'Passphrase of the file': passphrase }, { 'Draft file': file })
  assert.match(plainText(client.last.html), /Your draft was read from the file/)
}

/** Who they are and how they are reached, typed once more: each of it is a thing that must stay where it belongs. */
async function changeContact(client: WebClient) {
  await client.get('/account/profile/names')
  await client.press('Save', { 'Given names': String(answers.givenName), 'Family name': String(answers.familyName) })
  await client.get('/account/profile/a-number')
  await client.press('Save', { 'A-Number': String(answers.aNumber) })
  await client.get('/account/contact/phones')
  await client.press('Save', { 'Mobile phone number': secrets['the phone number'] ?? '' })
  await client.get('/account/contact/address/physical?country=DE')
  await client.press('Change address', {
    'Street and number': address.street,
    'City or town': 'Hamburg',
    'Postal code': '20459',
  })
  assert.match(plainText(client.last.html), /Your account and these cases have the new address/)
  await client.get('/account/contact/email')
  await client.press('Send the link', { 'New email address': secrets['the new email address'] ?? '' })
  assert.match(plainText(client.last.html), /Look in the mailbox/)
}

async function workInOffice(receipt: string) {
  const { client } = await signInToOffice(running, 'officer@example.test')
  await client.get('/cases')
  await client.press('Find case', { 'Receipt number': receipt })
  if (client.last.html.includes('Reason for opening')) await client.press('Open file', { 'I work on this case': 'on' })
  await client.press('Change status', { 'New status': secondOption(client), Reason: 'The next step of the table' })
  assert.match(plainText(client.last.html), /status was changed/)
}

const secondOption = (client: WebClient) => [...client.last.html.matchAll(/<option value="([^"]+)"/g)][0]?.[1] ?? ''

test('the run did what the guard looks for', () => {
  assert.match(numbers['the receipt number'] ?? '', /^IOE\d{10}$/)
  assert.match(numbers['the Online Account Number'] ?? '', /^\d{4} ?\d{4} ?\d{4}$/)
  assert.match(secrets['a one-time password'] ?? '', /^\d{6}$/)
  assert.ok(Object.keys(secrets).some((kind) => kind.startsWith('a mailed link')))
  assert.ok(running.logged.some((line) => line.includes('/sign-up/confirm/:token')))
})

/** Six digits may stand in any number by chance; a link's token and the rest may not. */
const withoutCode = ({ 'a one-time password': _code, ...rest }: Secrets): Secrets => rest

test('no log line tells who a person is, what they typed, their codes, links and numbers', () => {
  const lines = running.logged.map((line) => line.replace(/"(time|requestId|jobId)":("[^"]*"|\d+)/g, ''))
  assert.ok(lines.length > 100, `${lines.length} lines`)
  assert.deepEqual(leaksIn('the log', lines, { ...secrets, ...numbers, 'the network address': '127.0.0.1' }), [])
})

test('no job is handed anything personal', async () => {
  const payloads = await keptJobs(running)
  assert.ok(payloads.length > 10, `${payloads.length} jobs`)
  assert.deepEqual(
    leaksIn(
      'a job',
      payloads.map((payload) => payload.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')),
      { ...secrets, ...numbers },
    ),
    [],
  )
})

test('no address holds anything personal, but the receipt number of a case and the token of a link', () => {
  const addresses = watched.addresses.map((url) =>
    url.replace(/^\/sign-up\/confirm\/\S+$/, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ''),
  )
  assert.ok(addresses.length > 100)
  const { 'the receipt number': _path, ...account } = numbers
  assert.deepEqual(leaksIn('an address', addresses, { ...secrets, ...account }), [])
  const receipts = addresses.filter((url) => url.includes(numbers['the receipt number'] ?? '-'))
  assert.deepEqual(
    receipts.filter((url) => !/^\/cases\/[A-Z]{3}\d{10}/.test(url)),
    [],
  )
})

test('no subject of a mail tells more than that there is news', async () => {
  const subjects = (await running.outbox()).map(({ subject }) => subject)
  assert.deepEqual(leaksIn('a subject', subjects, { ...secrets, ...numbers }), [])
})

test('every mail says that it is a demonstration, and none but those that tell it holds the account’s number', async () => {
  const mails = (await running.outbox()).filter(({ channel, to }) => channel === 'email' && to === email)
  for (const mail of mails)
    assert.match(
      mail.text.replace(/\s+/g, ' '),
      /Demonstration of Portolan, open-source software\. Not a government website/,
    )
  const plain = (numbers['the Online Account Number'] ?? '').replaceAll(' ', '')
  const telling = mails.filter(({ text }) => text.replaceAll(' ', '').includes(plain)).map(({ subject }) => subject)
  assert.deepEqual(new Set(telling), new Set(['Your online account was created', 'We received your form']))
  assert.deepEqual(
    mails
      .filter(({ text, html }) => `${text}${html}`.includes(numbers['the receipt number'] ?? '-'))
      .map(({ subject }) => subject),
    [],
  )
})

test('nothing personal lies in the database in plain sight', async () => {
  const { 'the card number': card, ...typed } = withoutCode(secrets)
  const found = (await everyRow(running)).flatMap(({ table, rows }) =>
    leaksIn(table, rows, { ...typed, 'the card number': card ?? '' }),
  )
  assert.deepEqual(found, [])
})

test('the guard finds a value as typed, in another case, without its signs, in an address and as bytes', () => {
  const planted = [
    '(202) 555-0101',
    '2025550101',
    '(202)%20555-0101',
    '(202)+555-0101',
    Buffer.from('(202) 555-0101').toString('hex'),
  ]
  for (const text of planted)
    assert.deepEqual(leaksIn('here', [`x ${text} y`], { phone: '(202) 555-0101' }), ['here: phone'])
  assert.deepEqual(leaksIn('here', ['CANARY@Example.test'], { email }), ['here: email'])
  assert.deepEqual(leaksIn('here', ['nothing'], { email, none: '' }), [])
})
