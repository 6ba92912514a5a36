import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { noisePicture } from '../../../test/hostile-files/sound-files.ts'
import { encryptedPdf, samplePdf, samplePicture } from '../preview/sample-files.ts'
import { inspectStart, inspectUpload } from './inspect-upload.ts'

const limits = { sizeBytesMax: 12 * 1024 * 1024, pixelsMax: 40_000_000, pagesMax: 50 }
const inspected = (fileName: string, bytes: Buffer) => inspectUpload({ fileName, bytes, limits })
const started = (fileName: string, firstBytes: Buffer, sizeBytes = firstBytes.length) =>
  inspectStart({ fileName, firstBytes, sizeBytes, limits })

const heic = Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(100)])

describe('an uploaded file', () => {
  it('is taken when name and content agree on an allowed type', async () => {
    const found = { ok: true, pages: 1 }
    assert.deepEqual(await inspected('a/Passport.PDF', samplePdf()), {
      ...found,
      type: 'pdf',
      fileName: 'Passport.PDF',
      width: 612,
      height: 792,
    })
    for (const [ending, type] of [['jpg', 'jpeg'], ['jpeg', 'jpeg'], ['png', 'png'], ['tif', 'tiff']] as const) {
      const fileName = `photo.${ending}`
      assert.deepEqual(await inspected(fileName, await samplePicture(type)), {
        ...found,
        type,
        fileName,
        width: 60,
        height: 40,
      })
    }
  })

  it('is taken as a TIFF wherever its directory stands: scanners put it at the end', async () => {
    const large = await noisePicture('tiff', 1)
    assert.ok(large.readUInt32LE(4) > 4_100)
    assert.ok('ok' in (await inspected('scan.tif', large)))
  })

  it('is refused for its name, its emptiness and its size before anything else', async () => {
    assert.deepEqual(await started('...', samplePdf()), { refusal: 'bad-name' })
    assert.deepEqual(await started('a.pdf', Buffer.alloc(0)), { refusal: 'empty' })
    assert.deepEqual(await started('a.pdf', samplePdf(), limits.sizeBytesMax + 1), { refusal: 'too-large' })
    assert.ok('ok' in (await started('a.pdf', samplePdf(), limits.sizeBytesMax)))
  })

  it('is refused when its type is not allowed, whatever the content', async () => {
    for (const name of ['a.exe', 'a.docx', 'a.svg', 'a.html', 'a', 'a.pdf.exe', 'pdf']) {
      assert.deepEqual(await started(name, samplePdf()), { refusal: 'type-not-allowed' }, name)
    }
  })

  it('is refused when its content is not what its name says', async () => {
    assert.deepEqual(await started('a.pdf', await samplePicture('png')), { refusal: 'name-and-content-differ' })
    assert.deepEqual(await started('a.png', samplePdf()), { refusal: 'name-and-content-differ' })
    assert.deepEqual(await started('a.pdf', Buffer.from('<html><script>')), { refusal: 'name-and-content-differ' })
    assert.deepEqual(await started('a.jpg', Buffer.from('MZ\x90\x00')), { refusal: 'name-and-content-differ' })
    assert.deepEqual(await started('a.pdf', Buffer.concat([Buffer.from('PK\x03\x04'), samplePdf()])), {
      refusal: 'name-and-content-differ',
    })
  })

  it('is told apart as HEIC, by its name or by its content under another name', async () => {
    assert.deepEqual(await started('IMG_0001.HEIC', heic), { refusal: 'heic' })
    assert.deepEqual(await started('IMG_0001.jpg', heic), { refusal: 'heic' })
    assert.deepEqual(await started('IMG_0001.heif', samplePdf()), { refusal: 'heic' })
  })

  it('is refused for what is inside it', async () => {
    const launch = samplePdf({ catalog: '/OpenAction << /S /Launch /F (a.exe) >>' })
    assert.deepEqual(await inspected('a.pdf', encryptedPdf('')), { refusal: 'encrypted-pdf' })
    assert.deepEqual(await inspected('a.pdf', launch), { refusal: 'scripted-pdf' })
    const photo = await samplePicture('jpeg', 600, 400)
    assert.deepEqual(await inspected('a.jpg', photo.subarray(0, 900)), { refusal: 'broken' })
  })
})
