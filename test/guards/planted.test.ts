import assert from 'node:assert/strict'
import test from 'node:test'
import { page, recordsNothing } from '../../src/platform/http/page.ts'
import { anyone } from '../../src/platform/http/visit.ts'
import { paths } from '../../src/platform/paths.ts'
import { latinFaults } from './latin-words.ts'
import { linksIn, type Met } from './meet.ts'
import {
  cookieFaults,
  deadFaults,
  dearFaults,
  demonstrationSentence,
  direction,
  headerFaults,
  inlineFaults,
  labelFaults,
  markupFaults,
  sentenceFaults,
} from './page-faults.ts'
import { refusalFaults, routeFaults, unserved } from './served.ts'

const sound = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'publickey-credentials-get=(self), publickey-credentials-create=(self)',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
}

const document = (body: string, attributes = 'lang="en" dir="ltr"') =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>A page</title></head><body><p>${demonstrationSentence}</p>${body}</body></html>`

const metWith = (body: string, change: Partial<Met> = {}): Met => ({
  who: 'visitor',
  language: 'en',
  path: '/planted',
  status: 200,
  html: document(body),
  headers: new Headers(sound),
  statements: 1,
  ...change,
})

const goodForm =
  '<form method="post" action="/x"><label for="a">Name</label><input id="a" name="a" type="text"><button type="submit">Send</button></form>'

test('nothing is found on a sound page', async () => {
  const met = metWith(goodForm)
  const found = [inlineFaults, labelFaults, sentenceFaults, headerFaults, deadFaults, dearFaults, direction].flatMap(
    (faults) => faults(met),
  )
  assert.deepEqual([...found, ...(await markupFaults(met))], [])
})

const markup: Record<string, string> = {
  'an id that stands twice': '<p id="a">x</p><p id="a">y</p>',
  'a field without a label': '<form method="post" action="/x"><input id="b" name="b" type="text"></form>',
  'an element that is not closed': '<div><span>x</div>',
}

for (const [what, body] of Object.entries(markup))
  test(`the markup guard finds ${what}`, async () => assert.notDeepEqual(await markupFaults(metWith(body)), []))

test('the guards find inline style and script', () => {
  for (const body of [
    '<p style="color: red">x</p>',
    '<p onclick="x()">x</p>',
    '<style>p{}</style>',
    '<script>x()</script>',
  ])
    assert.equal(inlineFaults(metWith(body)).length, 1, body)
})

test('the guards find a question asked twice, a page without the sentence, a dead link, a dear page, a page read from the wrong side', () => {
  assert.equal(labelFaults(metWith('<label for="a">Name</label><label for="b">Name</label>')).length, 1)
  assert.equal(sentenceFaults(metWith('', { html: '<p>nothing</p>' })).length, 1)
  assert.equal(deadFaults(metWith('', { status: 404 })).length, 1)
  assert.equal(dearFaults(metWith('', { statements: 12 })).length, 1)
  assert.deepEqual([21, 22].map((statements) => dearFaults({ ...metWith('', { statements }), ledOn: true }).length), [0, 1])
  assert.equal(direction(metWith('', { language: 'ar-XB' })).length, 1)
  assert.deepEqual(
    linksIn('<a href="/help#x">a</a><a href="https://elsewhere.test">b</a><a href="/file?a=1&amp;b=2">c</a>'),
    ['/help', '/file?a=1&b=2'],
  )
})

for (const name of Object.keys(sound)) {
  test(`the header guard finds an answer without ${name}`, () => {
    const headers = new Headers(sound)
    headers.delete(name)
    assert.notDeepEqual(headerFaults(metWith('', { headers })), [])
  })
}

test('the header guard finds a policy that allows inline script', () => {
  const headers = new Headers({
    ...sound,
    'content-security-policy': `${sound['content-security-policy']}; script-src 'unsafe-inline'`,
  })
  assert.notDeepEqual(headerFaults(metWith('', { headers })), [])
})

test('the cookie guard finds a cookie that scripts can read', () => {
  assert.deepEqual(cookieFaults('a=b; Path=/; HttpOnly; SameSite=Lax'), [])
  for (const line of [
    'a=b; Path=/; SameSite=Lax',
    'a=b; Path=/; HttpOnly',
    'a=b; Path=/; HttpOnly; SameSite=Lax; Domain=x.test',
  ])
    assert.equal(cookieFaults(line).length, 1)
})

test('the guard of words finds a word in the code, and knows names, formats and what people typed', () => {
  const words = (body: string) =>
    latinFaults(metWith('', { language: 'en-XA', html: `<html lang="en-XA"><body>${body}</body></html>` }), [
      'Springfield',
    ])
  assert.deepEqual(words('<p>Portolan · November 23 · Springfield · ƒöŕɱ I-90 · ñéŵ~</p>'), [])
  assert.equal(words('<p>Please wait</p>').length, 1)
  assert.equal(words('<img alt="A picture">').length, 1)
  assert.equal(words('<button>Šéñđ now</button>').length, 1)
})

const bare = page({
  path: paths.front,
  access: anyone,
  audit: recordsNothing('a public page'),
  view: () => ({ title: '', body: '' }),
})

test('the guards find a route without access or audit, a refusal that is not shown, an address nobody serves', () => {
  assert.deepEqual(routeFaults([bare]), [])
  assert.equal(routeFaults([{ ...bare, access: undefined } as never]).length, 1)
  assert.equal(routeFaults([{ ...bare, audit: undefined } as never]).length, 1)
  assert.equal(routeFaults([{ ...bare, audit: { records: [] } } as never]).length, 1)
  const posting = {
    ...bare,
    submit: { operation: { refusals: ['closed', 'late'] }, shows: { closed: { at: '', key: 'x' } } },
  }
  assert.equal(refusalFaults([posting as never]).length, 1)
  assert.deepEqual(unserved({ front: paths.front }, [bare], {}), [])
  assert.equal(unserved({ front: paths.front, help: paths.help }, [bare], {}).length, 1)
  assert.deepEqual(unserved({ help: paths.help }, [], { '/help': 'the front page says so' }), [])
})
