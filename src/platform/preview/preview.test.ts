import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { factsOf, previewOf } from './preview.ts'
import { type ReadFile, type ReaderBudget, runReader } from './run-reader.ts'
import { encryptedPdf, objectStream, samplePdf, samplePhotograph, samplePicture } from './sample-files.ts'

const limits = { pixelsMax: 40_000_000, pagesMax: 50 }
const within = (budget: ReaderBudget): ReadFile => (task, bytes) => runReader(task, bytes, budget)
const refusalOf = async (bytes: Buffer, given = limits) => factsOf({ kind: 'pdf', bytes }, given)

describe('what is inside a file', () => {
  it('is told of each allowed kind', async () => {
    for (const kind of ['jpeg', 'png', 'tiff'] as const) {
      const facts = await factsOf({ kind, bytes: await samplePicture(kind) }, limits)
      assert.deepEqual(facts, { pages: 1, width: 60, height: 40 }, kind)
    }
    assert.deepEqual(await refusalOf(samplePdf({ pages: 3 })), { pages: 3, width: 612, height: 792 })
  })

  it('is “broken” when a picture was cut off or is none', async () => {
    for (const kind of ['jpeg', 'png', 'tiff'] as const) {
      const whole = await samplePicture(kind, 600, 400)
      for (const bytes of [whole.subarray(0, Math.floor(whole.length / 2)), Buffer.from('not a picture')]) {
        assert.deepEqual(await factsOf({ kind, bytes }, limits), { refusal: 'broken' }, kind)
      }
    }
  })

  it('is “pixel-bomb” when a small file unfolds to more pixels than allowed', async () => {
    const bytes = await samplePicture('png', 4_000, 3_000)
    assert.ok(bytes.length < 200_000)
    const tight = { ...limits, pixelsMax: 11_999_999 }
    assert.deepEqual(await factsOf({ kind: 'png', bytes }, tight), { refusal: 'pixel-bomb' })
    assert.deepEqual(await factsOf({ kind: 'png', bytes }, { ...limits, pixelsMax: 12_000_000 }), {
      pages: 1,
      width: 4_000,
      height: 3_000,
    })
  })

  it('is “broken” when a PDF was cut off, is empty of pages or is none', async () => {
    const whole = samplePdf()
    for (const bytes of [whole.subarray(0, whole.length - 30), Buffer.from('%PDF-1.7\nnothing\n%%EOF')]) {
      assert.deepEqual(await refusalOf(bytes), { refusal: 'broken' })
    }
  })
})

describe('what is inside a PDF', () => {
  it('is “encrypted-pdf” with a password and without one', async () => {
    assert.deepEqual(await refusalOf(encryptedPdf('secret')), { refusal: 'encrypted-pdf' })
    assert.deepEqual(await refusalOf(encryptedPdf('')), { refusal: 'encrypted-pdf' })
  })

  it('is “scripted-pdf” when it runs or sends something, in the open, escaped or folded away', async () => {
    const action = '<< /S /JavaScript /JS (app.alert(1)) >>'
    const hostile = [
      samplePdf({ catalog: `/OpenAction ${action}` }),
      samplePdf({ catalog: '/OpenAction << /S /#4aava#53cript /J#53 (app.alert(1)) >>' }),
      samplePdf({ catalog: '/OpenAction << /S /Launch /F (a.exe) >>' }),
      samplePdf({ catalog: '/AcroForm << /XFA [] >>' }),
      samplePdf({ objects: [objectStream(action)] }),
      samplePdf({ objects: [objectStream(action, '/Obj#53tm')] }),
      samplePdf({ objects: ['(a false stream\n)', action] }),
    ]
    for (const [index, bytes] of hostile.entries()) {
      assert.deepEqual(await refusalOf(bytes), { refusal: 'scripted-pdf' }, String(index))
    }
  })

  it('is “pdf-with-files” when other files are carried inside', async () => {
    const bytes = samplePdf({ catalog: '/Names << /EmbeddedFiles << /Names [] >> >>' })
    assert.deepEqual(await refusalOf(bytes), { refusal: 'pdf-with-files' })
  })

  it('is “too-many-pages” beyond the limit, of a PDF and of a TIFF', async () => {
    const twoPages = { ...limits, pagesMax: 2 }
    assert.deepEqual(await refusalOf(samplePdf({ pages: 3 }), twoPages), { refusal: 'too-many-pages' })
    const page = await samplePicture('png')
    const bytes = await sharp([page, page, page], { join: { animated: true } }).tiff().toBuffer()
    assert.deepEqual(await factsOf({ kind: 'tiff', bytes }, limits), { pages: 3, width: 60, height: 40 })
    assert.deepEqual(await factsOf({ kind: 'tiff', bytes }, twoPages), { refusal: 'too-many-pages' })
  })

  it('is “broken” when an object stream unfolds beyond reason or cannot be unfolded', async () => {
    const bomb = deflateSync(Buffer.alloc(80_000_000)).toString('latin1')
    const dictionary = `<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length ${bomb.length} >>`
    const stream = `${dictionary}\nstream\n${bomb}\nendstream`
    assert.deepEqual(await refusalOf(samplePdf({ objects: [stream] })), { refusal: 'broken' })
    const hidden = '<< /Type /ObjStm /N 1 /First 5 /Filter /ASCIIHexDecode /Length 4 >>\nstream\n2f4a\nendstream'
    assert.deepEqual(await refusalOf(samplePdf({ objects: [hidden] })), { refusal: 'broken' })
  })
})

describe('the picture of a page', () => {
  it('is made of each allowed kind, 1200 pixels a side at most', async () => {
    for (const kind of ['jpeg', 'png', 'tiff'] as const) {
      const bytes = await samplePicture(kind, 2_400, 600)
      const { format, width, height } = await sharp(await previewOf({ kind, bytes, page: 1 }, limits)).metadata()
      assert.deepEqual([format, width, height], ['webp', 1_200, 300], kind)
    }
    const preview = await previewOf({ kind: 'pdf', bytes: samplePdf({ pages: 2 }), page: 2 }, limits)
    const { format, width, height } = await sharp(preview).metadata()
    assert.deepEqual([format, width, height], ['webp', 927, 1_200])
  })

  it('stands upright and forgets place and camera', async () => {
    const bytes = await samplePhotograph()
    assert.ok(bytes.includes('PLACE-CANARY'))
    const preview = await previewOf({ kind: 'jpeg', bytes, page: 1 }, limits)
    const { width, height, exif, xmp, orientation } = await sharp(preview).metadata()
    assert.deepEqual([width, height, exif, xmp, orientation], [40, 60, undefined, undefined, undefined])
    assert.ok(!preview?.includes('PLACE-CANARY'))
  })

  it('is none of a page that is not there, of a broken file, or beyond the pixels allowed', async () => {
    assert.equal(await previewOf({ kind: 'pdf', bytes: samplePdf(), page: 2 }, limits), undefined)
    assert.equal(await previewOf({ kind: 'png', bytes: Buffer.from('x'), page: 1 }, limits), undefined)
    const large = await samplePicture('png', 400, 300)
    assert.equal(await previewOf({ kind: 'png', bytes: large, page: 1 }, { ...limits, pixelsMax: 100 }), undefined)
  })

  it('is none when it takes more time or memory than it may, and the process is gone', async () => {
    const file = { kind: 'pdf' as const, bytes: samplePdf(), page: 1 }
    const memoryBytesMax = 768 * 1024 * 1024
    assert.equal(await previewOf(file, limits, within({ milliseconds: 1, memoryBytesMax })), undefined)
    if (process.platform !== 'linux') return
    assert.equal(await previewOf(file, limits, within({ milliseconds: 20_000, memoryBytesMax: 32 * 1024 * 1024 })), undefined)
  })
})
