import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { type MailContent, renderMail } from './render-mail.tsx'

const content: MailContent = {
  subject: 'Your code',
  paragraphs: ['Use this code to go on.', 'It was sent at 10:42.'],
  facts: [{ label: 'Online Account Number', value: '4821 0937 5523' }],
  code: { label: 'Secure One-time Password', digits: '204861' },
  links: [{ label: 'Go on', url: 'http://127.0.0.1:8080/sign-up/confirm/abc' }],
  after: ['It lasts ten minutes.'],
  footer: ['Check that this is genuine.'],
  agency: 'Portolan',
  demonstration: 'Demonstration of Portolan.',
  language: 'en',
  direction: 'ltr',
}

const linesOf = (text: string) => text.split('\n')

describe('the words of a mail', () => {
  it('put each link, each fact and the digits of a code alone on a line of the text', () => {
    const lines = linesOf(renderMail(content).text)
    assert.ok(lines.includes('204861'))
    assert.ok(lines.includes('http://127.0.0.1:8080/sign-up/confirm/abc'))
    assert.ok(lines.includes('Online Account Number: 4821 0937 5523'))
  })

  it('say that this is a demonstration first, in both forms, and only when told', () => {
    const told = renderMail(content)
    assert.equal(linesOf(told.text)[0], 'Demonstration of Portolan.')
    assert.match(told.html, /<body><p class="demonstration">Demonstration of Portolan\.<\/p>/)
    const { demonstration: _, ...plain } = content
    assert.doesNotMatch(renderMail(plain).html, /class="demonstration"/)
  })

  it('are text even when they look like markup', () => {
    const hostile = '<img src=x onerror="a()"> & <b>'
    const { html, text } = renderMail({ ...content, paragraphs: [hostile] })
    assert.doesNotMatch(html, /<img|<b>/)
    assert.match(html, /&lt;img src=x/)
    assert.match(text, /<img src=x onerror="a\(\)"> & <b>/)
  })

  it('cannot forge a line with a line break inside a value', () => {
    const { text } = renderMail({ ...content, paragraphs: ['Dear A\r\n111111\u2028222222\u0000'] })
    assert.ok(!linesOf(text).some((line) => line === '111111' || line.includes('\u2028')))
    assert.match(text, /Dear A 111111 222222/)
  })

  it('refuse a link that is no http address', () => {
    for (const url of ['javascript:alert(1)', 'http://a b', 'https://a\nhttps://b', '/relative', '']) {
      assert.throws(() => renderMail({ ...content, links: [{ label: 'Go', url }] }), /http address/)
    }
  })

  it('carry language and direction, for a right-to-left letter too', () => {
    const { html } = renderMail({ ...content, language: 'ar', direction: 'rtl' })
    assert.match(html, /^<!doctype html>\n<html lang="ar" dir="rtl">/)
  })

  it('are sound HTML without tables, scripts, remote parts or inline styles', async () => {
    const { html } = renderMail(content)
    assert.doesNotMatch(html, /<table|<script|<img|<link|style=|url\(/)
    assert.match(html, /\{ background: #0d5f6b;|background: #f7f4ee/)
    assert.doesNotMatch(/<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '&', /&/)
    const rules = {
      'no-trailing-whitespace': 'off',
      'doctype-style': 'off',
      'void-style': 'off',
      'long-title': 'off',
    } as const
    const report = await new HtmlValidate({ extends: ['html-validate:recommended'], rules }).validateString(html)
    assert.deepEqual(
      report.results.flatMap(({ messages }) => messages.map(({ message }) => message)),
      [],
    )
  })
})
