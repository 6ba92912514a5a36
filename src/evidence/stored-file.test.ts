import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, describe, it } from 'node:test'
import { type S3Server, s3Server } from '../../test/cast/s3-server.ts'
import { testKeys } from '../../test/cast/services.ts'
import { SealBroken } from '../platform/crypto/field.ts'
import { newId } from '../platform/ids.ts'
import { createDiskStorage, openS3Storage, StorageFault, type StoragePort } from '../platform/storage/index.ts'
import { openStored, sealedFor } from './stored-file.ts'

const keys = testKeys()
const account = newId()
const ends: (() => unknown)[] = []
after(async () => {
  for (const end of ends) await end()
})

function onDisk(): StoragePort {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-stored-'))
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
  return createDiskStorage(folder)
}

let server: S3Server | undefined
async function inBucket(): Promise<StoragePort> {
  if (!server) {
    server = await s3Server()
    ends.push(server.end)
  }
  return openS3Storage(server.settings())
}

/** Several chunks of the seal, so that a change can lie behind bytes that are already out. */
const paper = randomBytes(200_000)

async function keptPaper(storage: StoragePort, bytes = paper): Promise<string> {
  const key = newId()
  await storage.put(key, sealedFor(keys, { account, storageKey: key }, [bytes]))
  return key
}

/** What lies in the storage, changed by somebody who can write there and has no key. */
async function change(storage: StoragePort, key: string, changed: (sealed: Buffer) => Buffer): Promise<void> {
  const sealed = await buffer(await storage.get(key))
  await storage.put(key, Readable.from([changed(sealed)]))
}

/** What a reader was given before it heard of the fault. */
async function readUntilFault(storage: StoragePort, key: string): Promise<{ given: Buffer; fault: unknown }> {
  const given: Buffer[] = []
  try {
    for await (const chunk of await openStored({ storage, keys }, { account, storageKey: key })) given.push(chunk as Buffer)
  } catch (fault) {
    return { given: Buffer.concat(given), fault }
  }
  return { given: Buffer.concat(given), fault: null }
}

for (const [name, open] of [['on the disk', async () => onDisk()], ['in a bucket', inBucket]] as const) {
  describe(`a file ${name}`, () => {
    it('is found out when one byte of it was changed, wherever: no byte is given that is not its own', async () => {
      const storage = await open()
      for (const at of [0, 1, 10, 40, 65_600, 131_200, 199_999, 200_050]) {
        const key = await keptPaper(storage)
        await change(storage, key, (sealed) => {
          sealed.writeUInt8(sealed.readUInt8(at) ^ 1, at)
          return sealed
        })
        const { given, fault } = await readUntilFault(storage, key)
        assert.ok(fault instanceof SealBroken, `byte ${at}`)
        assert.ok(paper.subarray(0, given.length).equals(given), `byte ${at}`)
      }
    })

    it('is found out when it was cut short or added to', async () => {
      const storage = await open()
      for (const changed of [
        (sealed: Buffer) => sealed.subarray(0, -1),
        (sealed: Buffer) => sealed.subarray(0, 100_000),
        () => Buffer.alloc(0),
        (sealed: Buffer) => Buffer.concat([sealed, Buffer.from('x')]),
      ]) {
        const key = await keptPaper(storage)
        await change(storage, key, changed)
        const { given, fault } = await readUntilFault(storage, key)
        assert.ok(fault instanceof SealBroken)
        assert.ok(paper.subarray(0, given.length).equals(given))
      }
    })

    it('is found out when it lies in the place of another of the same person: not a byte of it is given', async () => {
      const storage = await open()
      const [one, other] = [await keptPaper(storage), await keptPaper(storage, randomBytes(90_000))]
      const [first, second] = [await buffer(await storage.get(one)), await buffer(await storage.get(other))]
      await storage.put(one, Readable.from([second]))
      await storage.put(other, Readable.from([first]))
      for (const key of [one, other]) {
        const { given, fault } = await readUntilFault(storage, key)
        assert.ok(fault instanceof SealBroken)
        assert.equal(given.length, 0)
      }
    })

    it('is said to be missing before its first byte when it is gone', async () => {
      const storage = await open()
      const key = await keptPaper(storage)
      await storage.delete(key)
      const isMissing = (fault: unknown) => fault instanceof StorageFault && fault.kind === 'missing'
      await assert.rejects(openStored({ storage, keys }, { account, storageKey: key }), isMissing)
    })

    it('lies there sealed: nothing of it can be read', async () => {
      const storage = await open()
      const key = await keptPaper(storage, Buffer.from('Maria, born in Guadalajara'.repeat(1000)))
      assert.ok(!(await buffer(await storage.get(key))).includes('Guadalajara'))
    })
  })
}
