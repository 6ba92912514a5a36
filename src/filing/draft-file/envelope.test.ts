import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { testKeys } from '../../../test/cast/services.ts'
import { quickHash } from '../../../test/cast/quick-hash.ts'
import { openPasswords } from '../../platform/crypto/passwords.ts'
import { type FileHeader, fileBytesMost, fileStrength, newHeader, openFile, readSealedFile, sealFile } from './envelope.ts'

const passwords = openPasswords(testKeys(), undefined, quickHash)
const plain = Buffer.from('{"form":"i-90"}')

async function keyOf({ salt, strength }: FileHeader, passphrase: string): Promise<Buffer> {
  const place = passwords.admit()
  assert.ok('run' in place)
  try {
    return await passwords.deriveFileKey(passphrase, { salt, strength }, place)
  } finally {
    place.leave()
  }
}

const cheap = newHeader({ memoryCost: 64, timeCost: 1, parallelism: 1 })
const key = await keyOf(cheap, 'four words of mine')
const file = sealFile(cheap, key, plain)

/** What whoever has the passphrase gets out of a file. */
async function opened(bytes: Buffer, passphrase = 'four words of mine') {
  const read = readSealedFile(bytes)
  if (typeof read === 'string') return read
  return openFile(read, await keyOf(read.header, passphrase))?.toString()
}

describe('a draft file', () => {
  it('opens with its passphrase and with no other, letter for letter', async () => {
    assert.equal(await opened(file), String(plain))
    for (const wrong of ['four words of mine ', 'Four words of mine', 'four words of min', '']) {
      assert.equal(await opened(file, wrong), undefined, wrong)
    }
  })

  it('opens with the same passphrase however its letters were composed (Unicode NFC)', async () => {
    const composed = sealFile(cheap, await keyOf(cheap, 'caf\u00e9 caf\u00e9 caf\u00e9'), plain)
    assert.equal(await opened(composed, 'cafe\u0301 cafe\u0301 cafe\u0301'), String(plain))
  })

  it('of version 1 opens for ever: the one that docs/draft-file.md shows, which another implementation made', async () => {
    const page = readFileSync(new URL('../../../docs/draft-file.md', import.meta.url), 'utf8')
    const shown = /```\n(PORTOLAN-DRAFT 1\nargon2id m=64 [\s\S]*?\n)```/.exec(page)?.[1] ?? ''
    const content = { form: 'i-90', edition: '2025-01-20', savedAt: '2026-11-26T10:00:00Z', answers: { familyName: 'Example' } }
    assert.equal(await opened(Buffer.from(shown), 'cafe\u0301 lantern quay'), JSON.stringify(content))
  })

  it('is made with argon2id over 64 MiB in three passes, and never with the same salt or nonce twice', () => {
    assert.deepEqual(fileStrength, { memoryCost: 65_536, timeCost: 3, parallelism: 1 })
    const [one, other] = [newHeader(), newHeader()]
    assert.match(one.lines, /^PORTOLAN-DRAFT 1\nargon2id m=65536 t=3 p=1 salt=[\w-]{22}\naes-256-gcm nonce=[\w-]{16}\n$/)
    assert.ok(!one.salt.equals(other.salt) && !one.nonce.equals(other.nonce))
  })

  it('does not open with any one bit of its header or of its sealed line changed, nor cut short or added to anywhere', async () => {
    const spoilt: Buffer[] = []
    for (let at = 0; at < file.length; at += 1) {
      for (const bit of [1, 2, 32, 128]) {
        const changed = Buffer.from(file)
        changed[at] = (changed[at] ?? 0) ^ bit
        spoilt.push(changed)
      }
      spoilt.push(file.subarray(0, at), Buffer.concat([file.subarray(0, at), Buffer.from('A'), file.subarray(at)]))
    }
    spoilt.push(Buffer.concat([file, Buffer.from('\n')]), Buffer.concat([file, file]))
    for (const bytes of spoilt) {
      const result = await opened(bytes)
      assert.ok(
        result === undefined || ['not-a-draft-file', 'newer-version', 'not-opened'].includes(result),
        `${bytes.toString('latin1').slice(0, 140)} came out as ${result}`,
      )
    }
  })

  it('asks no machine for more than our memory and passes: more is not even tried', () => {
    const asking = (params: string) => Buffer.from(String(file).replace(/m=\d+ t=\d+ p=\d+/, params))
    for (const params of [
      'm=65537 t=3 p=1',
      'm=4194304 t=1 p=1',
      'm=65536 t=4 p=1',
      'm=65536 t=1000000 p=1',
      'm=65536 t=3 p=2',
      'm=7 t=1 p=1',
      'm=0 t=3 p=1',
      'm=-1 t=3 p=1',
      'm=65536 t=0 p=1',
      'm=1e9 t=3 p=1',
      'm=99999999999999999999 t=3 p=1',
    ]) {
      assert.equal(readSealedFile(asking(params)), 'not-opened', params)
    }
    assert.equal(typeof readSealedFile(asking('m=65536 t=3 p=1')), 'object')
  })

  it('is told apart from what is none, from a newer one, and from one that is too large', () => {
    const other = [Buffer.alloc(0), Buffer.from('PK\u0003\u0004'), Buffer.from('%PDF-1.7\n'), Buffer.from([0xff, 0xfe, 0x50, 0]), randomBytes(5000)]
    for (const bytes of [...other, Buffer.from(`\ufeff${file}`), Buffer.from('PORTOLAN-DRAFT 0\n'), Buffer.from('PORTOLAN-DRAFT 1')]) {
      assert.equal(readSealedFile(bytes), 'not-a-draft-file', bytes.toString('latin1').slice(0, 20))
    }
    assert.equal(readSealedFile(Buffer.from('PORTOLAN-DRAFT 2\nanything at all')), 'newer-version')
    assert.equal(readSealedFile(Buffer.alloc(fileBytesMost + 1, 'A')), 'too-large')
    assert.equal(readSealedFile(Buffer.concat([Buffer.from(cheap.lines), Buffer.alloc(fileBytesMost, 'A')])), 'too-large')
  })

  it('is never made larger than can be read in again', () => {
    assert.throws(() => sealFile(cheap, key, Buffer.alloc(fileBytesMost)), RangeError)
  })
})
