import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, it, type TestContext } from 'node:test'
import { type S3Server, s3Server } from '../../../test/cast/s3-server.ts'
import { newId } from '../ids.ts'
import { createS3Storage, type S3Settings } from './s3.ts'
import { StorageFault } from './storage.ts'
import { storageContract } from './storage-contract.ts'

let server: S3Server
before(async () => {
  server = await s3Server()
})
after(() => server.end())

const text = (words: string) => Readable.from([Buffer.from(words)])
const mebibyte = 1024 * 1024
const brokenFor = (code: RegExp) => (fault: unknown) =>
  fault instanceof StorageFault && fault.kind === 'broken' && code.test(fault.code ?? '')
const storageOf = (changed: Partial<S3Settings> = {}) => createS3Storage({ ...server.settings(), ...changed })

/** As many bytes as are wanted, in pieces, and never all at once. */
async function* bytesOf(mebibytes: number, then: () => void | Promise<void> = () => undefined) {
  for (let at = 0; at < mebibytes; at += 1) yield Buffer.alloc(mebibyte, at)
  await then()
}

storageContract('S3', async () => createS3Storage(server.settings(`${newId()}/`)))

describe('a file that is larger than one part', () => {
  it('comes back byte for byte, whatever its size, and leaves no part behind', async () => {
    const storage = storageOf()
    for (const size of [8 * mebibyte - 1, 8 * mebibyte, 8 * mebibyte + 1, 17 * mebibyte]) {
      const [key, bytes] = [newId(), randomBytes(size)]
      assert.deepEqual(await storage.put(key, Readable.from([bytes])), { sizeBytes: size })
      assert.ok((await buffer(await storage.get(key))).equals(bytes), `${size} bytes`)
    }
    assert.equal(server.unfinished(), 0)
  })

  it('whose sender goes away after two parts is aborted: no object, no part', async () => {
    const [storage, key] = [storageOf(), newId()]
    const leaving = bytesOf(20, () => Promise.reject(new Error('the sender went away')))
    await assert.rejects(storage.put(key, Readable.from(leaving)), /the sender went away/)
    assert.equal(await storage.exists(key), false)
    assert.equal(server.unfinished(), 0)
  })
})

describe('a server that is killed in the middle of a put', () => {
  for (const mebibytes of [2, 20]) {
    it(`leaves no object and no half of one, and the file before it stands (${mebibytes} MiB)`, async () => {
      const [fresh, kept] = [newId(), newId()]
      await storageOf().put(kept, text('first'))
      for (const key of [fresh, kept]) {
        const put = storageOf().put(key, Readable.from(bytesOf(mebibytes, server.kill)))
        await assert.rejects(put, brokenFor(/^ECONN/))
        await server.startAgain()
      }
      assert.equal(await storageOf().exists(fresh), false)
      assert.equal(String(await buffer(await storageOf().get(kept))), 'first')
    })
  }
})

describe('what is wrong with the server or the settings', () => {
  it('is “broken” for a bucket that is not there, never “missing” or “not there”', async () => {
    const storage = storageOf({ bucket: 'no-such-bucket' })
    const noBucket = brokenFor(/^NoSuchBucket$/)
    await assert.rejects(storage.put(newId(), text('x')), noBucket)
    await assert.rejects(storage.get(newId()), noBucket)
    await assert.rejects(storage.exists(newId()), noBucket)
    await assert.rejects(storage.delete(newId()), noBucket)
  })

  it('is “broken” for keys that are not right, and the fault holds neither of them', async () => {
    for (const credentials of [
      { accessKeyId: 'NOBODYSKEY', secretAccessKey: 'canary-secret' },
      { accessKeyId: 'S3RVER', secretAccessKey: 'canary-secret' },
    ]) {
      const fault: unknown = await storageOf({ credentials }).put(newId(), text('x')).catch((thrown: unknown) => thrown)
      assert.ok(brokenFor(/^(InvalidAccessKeyId|SignatureDoesNotMatch)$/)(fault))
      const said = `${String(fault)} ${JSON.stringify(fault)} ${(fault as Error).stack}`
      assert.doesNotMatch(said, /canary-secret|NOBODYSKEY/)
    }
  })

  it('is “broken” within the time given when the server stands still, and nothing came of it', async () => {
    const key = newId()
    const hasty = storageOf({ patienceMs: 300 })
    const began = performance.now()
    server.pause()
    try {
      const asked = [hasty.put(key, text('x')), hasty.get(key), hasty.exists(key), hasty.delete(key)]
      for (const answer of await Promise.allSettled(asked))
        assert.ok(answer.status === 'rejected' && brokenFor(/^AbortError$/)(answer.reason))
      assert.ok(performance.now() - began < 20_000)
    } finally {
      server.goOn()
    }
    assert.equal(await storageOf().exists(newId()), false)
  })
})

/** A server that answers as it is told, for what a sound one never does. */
async function answering(t: TestContext, answer: (reply: ServerResponse) => void) {
  const odd = createServer((request, reply) => {
    request.resume()
    answer(reply)
  })
  await once(odd.listen(0, '127.0.0.1'), 'listening')
  t.after(() => {
    odd.closeAllConnections()
    odd.close()
  })
  return storageOf({ endpoint: `http://127.0.0.1:${(odd.address() as AddressInfo).port}`, patienceMs: 500 })
}

describe('a server that does half of its work', () => {
  it('and stops in the middle of a file fails the reader in time, and never ends as if it were whole', async (t) => {
    const storage = await answering(t, (reply) => reply.writeHead(200, { 'content-length': 1000 }).write('half'))
    const began = performance.now()
    await assert.rejects(buffer(await storage.get(newId())), brokenFor(/^TimeoutError$/))
    assert.ok(performance.now() - began < 20_000)
  })

  it('and hangs up in the middle of a file fails the reader too', async (t) => {
    const storage = await answering(t, (reply) => {
      reply.writeHead(200, { 'content-length': 1000 }).write('half', () => reply.destroy())
    })
    await assert.rejects(buffer(await storage.get(newId())), brokenFor(/^ECONNRESET$/))
  })

  it('says “full” when there is no room or no quota', async (t) => {
    for (const [status, code] of [[507, 'NoRoom'], [403, 'QuotaExceeded']] as const) {
      const storage = await answering(t, (reply) => {
        reply.writeHead(status, { 'content-type': 'application/xml' })
        reply.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no room</Message></Error>`)
      })
      const isFull = (fault: unknown) => fault instanceof StorageFault && fault.kind === 'full'
      await assert.rejects(storage.put(newId(), text('x')), isFull)
    }
  })
})
