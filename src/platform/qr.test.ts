import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import decodeQR from 'qr/decode.js'
import { qrDrawing } from './qr.ts'

/** What a camera would see of a drawing: its bars in ink, on the free room that the page leaves around it. */
function photographOf(svg: string) {
  const [module, room] = [4, 4]
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  const width = (size + 2 * room) * module
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let row = 0; row < module; row += 1) {
      const from = (Number(y) + room) * module + row
      for (let column = 0; column < Number(length) * module; column += 1)
        data.set([0, 0, 0, 255], (from * width + (Number(x) + room) * module + column) * 4)
    }
  return { width, height: width, data }
}

describe('a QR code', () => {
  it('is read again, whatever it says and however long it is', () => {
    for (const text of ['a', 'http://127.0.0.1:8080/claim', 'Año nuevo, العربية', `https://portal.example/verify?${'x1~'.repeat(150)}`])
      assert.equal(decodeQR(photographOf(qrDrawing(text))), text)
  })
  it('is drawn as one path of bars and nothing else: no style, no script', () => {
    assert.match(
      qrDrawing('http://127.0.0.1:8080/claim'),
      /^<svg viewBox="0 0 29 29" xmlns="http:\/\/www\.w3\.org\/2000\/svg"><path d="(?:M\d+ \d+h\d+v1h-\d+z)+"\/><\/svg>$/,
    )
  })
  it('of more than its largest can hold is a fault', () => {
    assert.throws(() => qrDrawing('~'.repeat(3000)))
  })
})
