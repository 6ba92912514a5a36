import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import fc from 'fast-check'
import { SealBroken } from './field.ts'
import { newRing, rotatedRing } from './key-text.ts'
import { openKeys } from './keys.ts'
import { sealedFile, sealedFileReader, sealedSizeBytes } from './sealed-file.ts'

const ring = newRing('k1')
const keys = openKeys(ring)
const place = { owner: 'p1', file: 'f1' }
const chunk = 64 * 1024
const headerBytes = 2 + 2 + 16

const cut = (bytes: Buffer, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
const through = async (bytes: Buffer, pieceBytes: number, stream: NodeJS.ReadWriteStream): Promise<Buffer> => {
  const out: Buffer[] = []
  const source = Readable.from(cut(bytes, pieceBytes))
  source.on('error', () => undefined)
  for await (const piece of source.compose(stream)) out.push(piece as Buffer)
  return Buffer.concat(out)
}
const seal = (bytes: Buffer, pieceBytes = chunk) => buffer(sealedFile(keys, place, cut(bytes, pieceBytes)))
const open = (bytes: Buffer, pieceBytes = chunk, ring = keys, at = place) =>
  through(bytes, pieceBytes, sealedFileReader(ring, at))

test('a file of any size, in pieces of any size, comes back byte for byte and has the size foretold', async () => {
  for (const size of [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 77]) {
    const plain = randomBytes(size)
    for (const [write, read] of [
      [chunk, chunk],
      [7001, 65_000],
      [300_000, 999],
    ] as const) {
      const sealed = await seal(plain, write)
      assert.equal(sealed.length, sealedSizeBytes(size, 'k1'))
      assert.ok((await open(sealed, read)).equals(plain), `${size} bytes`)
    }
  }
})

test('the header may arrive byte by byte', async () => {
  const sealed = await seal(Buffer.from('passport'))
  assert.equal((await open(sealed, 1)).toString(), 'passport')
})

test('a file cut short anywhere is refused, at a chunk border too', async () => {
  const sealed = await seal(randomBytes(3 * chunk))
  const sealedChunk = chunk + 16
  const ends = [
    0,
    1,
    headerBytes - 1,
    headerBytes,
    headerBytes + 15,
    headerBytes + sealedChunk,
    headerBytes + 2 * sealedChunk,
    sealed.length - 1,
  ]
  for (const end of ends) await assert.rejects(open(sealed.subarray(0, end)), SealBroken, `cut at ${end}`)
})

test('swapped, doubled, missing and added chunks are refused', async () => {
  const sealed = await seal(randomBytes(3 * chunk))
  const head = sealed.subarray(0, headerBytes)
  const [a, b, c] = cut(sealed.subarray(headerBytes), chunk + 16)
  assert.ok(a && b && c)
  const orders = [
    [b, a, c],
    [a, a, b, c],
    [a, c],
    [b, c],
    [a, b, c, c],
    [a, b, c, Buffer.from('x')],
  ]
  for (const order of orders) await assert.rejects(open(Buffer.concat([head, ...order])), SealBroken)
})

test('one changed bit anywhere is found', async () => {
  const sealed = await seal(Buffer.from('passport'))
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    await assert.rejects(open(changed), SealBroken, `byte ${at}`)
  }
})

test('bytes that were changed never come out, those before them only from genuine chunks', async () => {
  const plain = randomBytes(2 * chunk)
  const sealed = await seal(plain)
  sealed.writeUInt8(sealed.readUInt8(headerBytes + chunk + 20) ^ 1, headerBytes + chunk + 20)
  const out: Buffer[] = []
  await assert.rejects(async () => {
    for await (const piece of Readable.from(cut(sealed, 5000)).compose(sealedFileReader(keys, place))) out.push(piece)
  }, SealBroken)
  assert.ok(plain.subarray(0, chunk).equals(Buffer.concat(out)) || out.length === 0)
})

test('a file opens for no other owner and under no other id', async () => {
  const sealed = await seal(Buffer.from('passport'))
  await assert.rejects(open(sealed, chunk, keys, { ...place, owner: 'p2' }), SealBroken)
  await assert.rejects(open(sealed, chunk, keys, { ...place, file: 'f2' }), SealBroken)
  await assert.rejects(open(sealed, chunk, openKeys(newRing('k1'))), SealBroken)
})

test('after a rotation an older file still opens', async () => {
  const sealed = await seal(Buffer.from('passport'))
  assert.equal((await open(sealed, chunk, openKeys(rotatedRing(ring, 'k2')))).toString(), 'passport')
})

test('a made-up file is refused, never a crash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      await assert.rejects(open(Buffer.from(bytes)), SealBroken)
    }),
    { numRuns: 50 },
  )
})

test('sealing the same file twice shows nothing in common', async () => {
  const plain = Buffer.alloc(1000)
  const digests = [await seal(plain), await seal(plain)].map((sealed) =>
    createHash('sha256').update(sealed.subarray(headerBytes)).digest('hex'),
  )
  assert.notEqual(digests[0], digests[1])
})
