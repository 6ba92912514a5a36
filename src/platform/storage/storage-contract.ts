import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { systemClock } from '../clock.ts'
import { newId } from '../ids.ts'
import { StorageFault, type StoragePort } from './storage.ts'

const faultOf = (kind: string) => (fault: unknown) => fault instanceof StorageFault && fault.kind === kind

/** Tests that every storage driver passes: call it in the driver's test file with a way to open an empty storage. */
export function storageContract(name: string, openEmpty: () => Promise<StoragePort>): void {
  describe(`${name} keeps what it was given`, () => keepsFiles(openEmpty))
  describe(`${name} keeps nothing else`, () => keepsNothingElse(openEmpty))
}

function keepsFiles(openEmpty: () => Promise<StoragePort>): void {
  it('gives back the bytes it was given and says how many they were', async () => {
    const storage = await openEmpty()
    for (const size of [0, 1, 65_536, 3_000_001]) {
      const [key, bytes] = [newId(), randomBytes(size)]
      assert.deepEqual(await storage.put(key, Readable.from(inPieces(bytes))), { sizeBytes: size })
      assert.ok((await buffer(await storage.get(key))).equals(bytes))
    }
  })

  it('answers whether a file exists, before and after', async () => {
    const storage = await openEmpty()
    const key = newId()
    assert.equal(await storage.exists(key), false)
    await storage.put(key, Readable.from([Buffer.from('x')]))
    assert.equal(await storage.exists(key), true)
    await storage.delete(key)
    assert.equal(await storage.exists(key), false)
    await storage.delete(key)
  })

  it('lists every file there is, since when, and none that is gone or was never whole', async () => {
    const storage = await openEmpty()
    const listed = () => Array.fromAsync(storage.list())
    assert.deepEqual(await listed(), [])
    const [one, other, gone] = [newId(), `${newId()}-1`, newId()]
    const before = systemClock.now().subtract({ seconds: 2 })
    for (const key of [one, other, gone]) await storage.put(key, Readable.from([Buffer.from('x')]))
    await storage.delete(gone)
    await assert.rejects(storage.put(newId(), breakingStream()))
    const found = await listed()
    assert.deepEqual(found.map(({ key }) => key).toSorted(), [one, other].toSorted())
    const after = systemClock.now().add({ seconds: 2 })
    for (const { keptAt } of found) assert.ok(Temporal.Instant.compare(before, keptAt) <= 0 && Temporal.Instant.compare(keptAt, after) <= 0)
  })

  it('says a file is missing before the first byte', async () => {
    const storage = await openEmpty()
    await assert.rejects(async () => storage.get(newId()), faultOf('missing'))
  })
}

function keepsNothingElse(openEmpty: () => Promise<StoragePort>): void {
  it('keeps nothing of a stream that breaks, and the earlier file stands', async () => {
    const storage = await openEmpty()
    const [fresh, kept] = [newId(), newId()]
    await storage.put(kept, Readable.from([Buffer.from('first')]))
    for (const key of [fresh, kept]) {
      await assert.rejects(storage.put(key, breakingStream()), /the sender went away/)
    }
    assert.equal(await storage.exists(fresh), false)
    assert.equal(String(await buffer(await storage.get(kept))), 'first')
  })

  it('refuses a stream that broke before it was read', async () => {
    const storage = await openEmpty()
    const stream = new Readable({ read() {} })
    const put = storage.put(newId(), stream)
    stream.destroy(new Error('the sender went away'))
    await assert.rejects(put, /the sender went away/)
  })

  it('replaces a file as a whole when the same key is put again', async () => {
    const storage = await openEmpty()
    const key = newId()
    await storage.put(key, Readable.from([Buffer.from('a longer first text')]))
    await storage.put(key, Readable.from([Buffer.from('second')]))
    assert.equal(String(await buffer(await storage.get(key))), 'second')
  })

  it('refuses a key that is not one of ours', async () => {
    const storage = await openEmpty()
    for (const key of [
      '',
      '..',
      '../../../etc/passwd',
      'a/b',
      '/etc/passwd',
      'A'.repeat(32),
      `${newId()}/..`,
      '\0',
    ]) {
      await assert.rejects(async () => storage.get(key), faultOf('bad-key'), key)
      await assert.rejects(async () => storage.put(key, Readable.from([])), faultOf('bad-key'), key)
      await assert.rejects(async () => storage.delete(key), faultOf('bad-key'), key)
      await assert.rejects(async () => storage.exists(key), faultOf('bad-key'), key)
    }
  })
}

function* inPieces(bytes: Buffer) {
  for (let from = 0; from < bytes.length; from += 40_000) yield bytes.subarray(from, from + 40_000)
}

function breakingStream(): Readable {
  return Readable.from(
    (async function* () {
      yield Buffer.from('half a ')
      throw new Error('the sender went away')
    })(),
  )
}
