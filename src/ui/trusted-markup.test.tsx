import assert from 'node:assert/strict'
import test from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { Paragraphs, TrustedDrawing } from './trusted-markup.tsx'

const drawing = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29">${inside}</svg>`

test('paragraphs and lists come from plain text, and markup in it stays text', () => {
  const html = renderToString(<Paragraphs text={'First\n\n- One\n- Two\n\n<b onclick="x()">Last</b>'} />)
  assert.match(html, /<p>First<\/p><ul><li>One<\/li><li>Two<\/li><\/ul>/)
  assert.doesNotMatch(html, /<b/)
})

test('a drawing of paths is shown with what it says', () => {
  const html = renderToString(<TrustedDrawing svg={drawing('<path d="M0 0h1v1z"/>')} label="QR code" />)
  assert.match(html, /viewBox="0 0 29 29" role="img" aria-label="QR code"><path d="M0 0h1v1z"\/>/)
})

test('a drawing with anything but paths and rectangles is refused', () => {
  for (const inside of [
    '<script>alert(1)</script>',
    '<path d="M0 0" onload="x()"/>',
    '<path d="M0 0" style="fill:red"/>',
    '<image href="https://example.test/x"/>',
    '<path d="M0 0"/><a href="javascript:x"/>',
  ])
    assert.throws(() => renderToString(<TrustedDrawing svg={drawing(inside)} label="QR" />), /more than paths/, inside)
})
