import assert from 'node:assert/strict'
import test from 'node:test'
import { textOf } from '../../platform/i18n/text.ts'
import { renderDocument } from '../document.ts'
import type { FrameProps } from './frame-props.ts'
import { PageFrame } from './page-frame.tsx'

const frame = (given: Partial<FrameProps> = {}) =>
  renderDocument(
    <PageFrame
      t={textOf('en', 'UTC')}
      title="Create a password"
      agencyShortName="USCIS"
      demonstration={true}
      operatorName=""
      viewer={{ kind: 'visitor' }}
      currentPath="/sign-up/password"
      csrfToken="token-1"
      languages={[]}
      audience="portal"
      assets={(name) => `/assets/${name}`}
      {...given}
    >
      <h1>Create a password</h1>
    </PageFrame>,
  )

test('a page is a whole document with language, direction, title and a way past the header', () => {
  const html = frame()
  assert.match(html, /^<!doctype html><html lang="en" dir="ltr">/)
  assert.match(html, /<title>Create a password – Portolan<\/title>/)
  assert.match(html, /<body><a class="usa-skipnav" href="#main">/)
  assert.match(html, /<main id="main"/)
})

test('a page that came back with errors says so in its title', () => {
  assert.match(frame({ hasErrors: true }), /<title>Error: Create a password/)
})

test('a right-to-left language turns the page, a chosen theme marks it', () => {
  const html = frame({ t: textOf('ar-XB', 'UTC'), theme: 'dark' })
  assert.match(html, /dir="rtl" data-theme="dark"/)
})

test('a demonstration says that it is one, and asks not to be indexed', () => {
  assert.match(frame(), /Not a government website/)
  assert.match(frame(), /noindex/)
  assert.doesNotMatch(frame({ demonstration: false, operatorName: 'An Operator' }), /Not a government website/)
  assert.match(frame({ demonstration: false, operatorName: 'An Operator' }), /Operated by An Operator/)
})

test('a visitor finds Sign In, and no account menu', () => {
  assert.match(frame(), /<a[^>]*href="\/sign-in"[^>]*>Sign In<\/a>/)
  assert.doesNotMatch(frame(), /My cases|Sign Out/)
})

test('an account finds its menu and Sign Out as a posted form with the token', () => {
  const html = frame({ viewer: { kind: 'account' } })
  for (const words of ['My Account', 'My cases', 'Add a paper-filed case', 'Profile', 'Security'])
    assert.ok(html.includes(words), words)
  assert.match(html, /<form[^>]*method="post" action="\/sign-out"><input type="hidden" name="csrf" value="token-1"/)
  assert.doesNotMatch(html, /Sign In</)
})

test('who is still signing up can leave a shared computer by Sign Out, and is shown no account menu', () => {
  const html = frame({ viewer: { kind: 'unfinished' } })
  assert.match(html, /action="\/sign-out"><input type="hidden" name="csrf" value="token-1"[^>]*\/?><button[^>]*>Sign Out</)
  assert.doesNotMatch(html, /My Account|My cases|Sign In/)
})

test('the office has its own places and none of the portal’s', () => {
  const html = frame({ audience: 'office', viewer: { kind: 'staff' } })
  assert.match(html, /href="\/queues"/)
  assert.doesNotMatch(html, /My Account|File a form online/)
})

test('languages and theme are links', () => {
  const html = frame({
    languages: [
      { code: 'en', name: 'English', href: '/language/en' },
      { code: 'es', name: 'Español', href: '/language/es' },
    ],
    themes: [{ theme: 'dark', name: 'Dark', href: '/theme/dark' }],
  })
  assert.match(html, /<a href="\/language\/es" lang="es" hreflang="es">Español<\/a>/)
  assert.match(html, /<a href="\/theme\/dark">Dark<\/a>/)
  assert.doesNotMatch(html, /<select|<button/)
})

test('a page carries no inline style and no inline script', () => {
  const html = frame({ viewer: { kind: 'account' } })
  assert.doesNotMatch(html, /style=|<style|onclick|javascript:/)
  assert.doesNotMatch(html, /<script(?![^>]*src=)/)
})
