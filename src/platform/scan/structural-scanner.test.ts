import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import { samplePdf } from '../preview/sample-files.ts'
import { eicarText, structuralScanner } from './structural-scanner.ts'

const scan = (...chunks: (string | Buffer)[]) =>
  structuralScanner.scan(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))

describe('the structural scanner', () => {
  it('says that it knows no malware', () => {
    assert.equal(structuralScanner.knowsMalware, false)
  })

  it('calls ordinary files clean, an empty one too', async () => {
    assert.equal(await scan(samplePdf()), 'clean')
    assert.equal(await scan(), 'clean')
    assert.equal(await scan('M', 'y letter'), 'clean')
  })

  it('finds the EICAR test file alone, inside another file and across pieces', async () => {
    const found = { found: 'EICAR test file' }
    assert.deepEqual(await scan(eicarText), found)
    assert.deepEqual(await scan(Buffer.alloc(100_000), `x${eicarText}x`), found)
    for (const cut of [1, 3, 34, eicarText.length - 1]) {
      assert.deepEqual(await scan('%PDF-1.7 ', eicarText.slice(0, cut), eicarText.slice(cut)), found, String(cut))
    }
    assert.deepEqual(await scan('%PDF', ...eicarText), found)
  })

  it('finds programs by how they start', async () => {
    for (const start of ['MZ\x90\x00', '\x7fELF', '#!/bin/sh']) {
      const verdict = await scan(Buffer.from(start, 'latin1'))
      assert.ok(typeof verdict === 'object' && verdict.found, start)
    }
  })

  it('gives no clean verdict when the file cannot be read to its end', async () => {
    const breaking = Readable.from(
      (async function* () {
        yield Buffer.from('%PDF-1.7')
        throw new Error('the storage went away')
      })(),
    )
    assert.equal(await structuralScanner.scan(breaking), 'error')
  })
})
