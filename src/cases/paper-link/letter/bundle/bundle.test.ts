import assert from 'node:assert/strict'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { describe, it } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { filesInZip, measuringStream, openZip } from '../../../../platform/archive/index.ts'
import { type BundleFault, checkBundle } from './check-bundle.ts'
import { type LetterToPrint, printBundle } from './print-bundle.ts'

const at = Temporal.Instant.from('2026-11-23T15:00:00Z')

const letter = (number: number): LetterToPrint => ({
  id: `letter-${number}`,
  pdf: Buffer.from(`%PDF-1.7 the letter ${number}`),
  lines: ['Maria Example', `${number} West Harbor Avenue`, 'Springfield, IL 62701'],
  country: 'US',
  pages: number === 2 ? 2 : 1,
})

async function* letters(count: number): AsyncGenerator<LetterToPrint> {
  for (let number = 1; number <= count; number += 1) yield letter(number)
}

const bundleOf = (given: AsyncIterable<LetterToPrint>) => buffer(printBundle(given, at))

type Files = [path: string, bytes: Buffer][]

async function unpacked(bundle: Buffer): Promise<Files> {
  const files: Files = []
  for await (const file of filesInZip(bundle)) files.push([file.path, await buffer(await file.open())])
  return files
}

/** The same bundle with its files changed by another hand. */
async function changed(change: (files: Files) => Files): Promise<Buffer> {
  const zip = openZip(at)
  const whole = buffer(zip.output)
  for (const [path, bytes] of change(await unpacked(await bundleOf(letters(3))))) await zip.add(path, bytes)
  zip.end()
  return whole
}

const rewritten = (path: string, rewrite: (text: string) => string) => (files: Files) =>
  files.map(([each, bytes]): Files[number] => [each, each === path ? Buffer.from(rewrite(String(bytes))) : bytes])

const faultsOf = async (bundle: Buffer): Promise<BundleFault[]> => {
  const checked = await checkBundle(bundle)
  return checked.ok ? [] : [...checked.faults]
}

describe('a bundle for the mail house', () => {
  it('holds a PDF a letter, a manifest of whom they are for, and a count', async () => {
    const files = new Map(await unpacked(await bundleOf(letters(3))))
    assert.deepEqual([...files.keys()], ['000001.pdf', '000002.pdf', '000003.pdf', 'manifest.csv', 'count.json'])
    assert.deepEqual(files.get('000002.pdf'), letter(2).pdf)
    const [head, first] = String(files.get('manifest.csv')).split('\r\n')
    assert.equal(head, 'sequence,id,line_1,line_2,line_3,line_4,line_5,line_6,line_7,line_8,country,pages,sha256')
    assert.match(first ?? '', /^1,letter-1,Maria Example,1 West Harbor Avenue,"Springfield, IL 62701",,,,,,US,1,[0-9a-f]{64}$/)
    const { letters: count, pages } = JSON.parse(String(files.get('count.json')))
    assert.deepEqual([count, pages], [3, 4])
    assert.deepEqual(await checkBundle(await bundleOf(letters(3))), { ok: true, letters: 3, pages: 4 })
  })

  it('of no letter is a bundle, and the same letters are the same bytes', async () => {
    assert.deepEqual(await checkBundle(await bundleOf(letters(0))), { ok: true, letters: 0, pages: 0 })
    assert.ok((await bundleOf(letters(3))).equals(await bundleOf(letters(3))))
  })

  it('gives no spreadsheet a formula, and no printer a line break inside an address', async () => {
    async function* hostile() {
      yield { ...letter(1), lines: ['=HYPERLINK("http://x")', '+1', '@x', '-2+3', 'a\r\nb,"c"'] }
    }
    const bundle = await bundleOf(hostile())
    const manifest = String(new Map(await unpacked(bundle)).get('manifest.csv'))
    assert.ok(manifest.includes(`1,letter-1,"'=HYPERLINK(""http://x"")",'+1,'@x,'-2+3,"a b,""c""",,,,US`))
    assert.deepEqual(await faultsOf(bundle), [])
  })
})

describe('a bundle is refused', () => {
  const cases: [what: string, change: (files: Files) => Files, faults: BundleFault[]][] = [
    ['without one of its letters', (files) => files.filter(([path]) => path !== '000002.pdf'), [{ sort: 'missing', path: '000002.pdf' }]],
    ['with a letter twice', (files) => [...files.slice(0, 1), ...files], [{ sort: 'twice', path: '000001.pdf' }]],
    ['with a letter changed by one byte', rewritten('000003.pdf', (pdf) => pdf.replace('3', '4')), [{ sort: 'changed', path: '000003.pdf' }]],
    ['with two letters exchanged', (files) => [['000001.pdf', files[1]?.[1] ?? Buffer.of()], ['000002.pdf', files[0]?.[1] ?? Buffer.of()], ...files.slice(2)],
      [{ sort: 'changed', path: '000001.pdf' }, { sort: 'changed', path: '000002.pdf' }]],
    ['with a letter that nobody ordered', (files) => [['000004.pdf', Buffer.from('%PDF')], ...files], [{ sort: 'unknown', path: '000004.pdf' }]],
    ['with a manifest cut at a line', rewritten('manifest.csv', (csv) => csv.split('\r\n').slice(0, 3).join('\r\n')),
      [{ sort: 'manifest-changed' }, { sort: 'count-differs' }, { sort: 'unknown', path: '000003.pdf' }]],
    ['with a manifest cut inside a line', rewritten('manifest.csv', (csv) => csv.slice(0, -40)), [{ sort: 'no-manifest' }]],
    ['with another address in its manifest', rewritten('manifest.csv', (csv) => csv.replace('2 West', '9 West')), [{ sort: 'manifest-changed' }]],
    ['with a count of one letter less', rewritten('count.json', (json) => json.replace('3', '2')), [{ sort: 'count-differs' }]],
    ['with a count of one page more', rewritten('count.json', (json) => json.replace('4', '5')), [{ sort: 'count-differs' }]],
    ['without its count', (files) => files.filter(([path]) => path !== 'count.json'), [{ sort: 'no-count' }]],
    ['without its manifest', (files) => files.filter(([path]) => path !== 'manifest.csv'), [{ sort: 'no-manifest' }]],
  ]
  for (const [what, change, faults] of cases) it(what, async () => assert.deepEqual(await faultsOf(await changed(change)), faults))

  it('whose manifest names a letter twice, though its count agrees', async () => {
    const doubled = rewritten('manifest.csv', (csv) => csv.replace('2,letter-2', '2,letter-1'))
    assert.ok((await faultsOf(await changed(doubled))).some((fault) => fault.sort === 'twice' && fault.path === '000002.pdf'))
  })

  it('that is cut off anywhere, is empty, or is no zip', async () => {
    const bundle = await bundleOf(letters(3))
    for (const cut of [0, 10, 200, bundle.length - 30, bundle.length - 1]) {
      assert.deepEqual(await faultsOf(bundle.subarray(0, cut)), [{ sort: 'unreadable' }], String(cut))
    }
    assert.deepEqual(await faultsOf(Buffer.from('sequence,id')), [{ sort: 'unreadable' }])
  })
})

describe('a bundle breaks off', () => {
  it('at a letter that stands in it twice, has too many lines, or cannot be had: nothing opens the part', async () => {
    async function* twice() {
      yield* [letter(1), letter(1)]
    }
    async function* tooLong() {
      yield { ...letter(1), lines: Array.from({ length: 9 }, () => 'x') }
    }
    async function* lost() {
      yield letter(1)
      throw new Error('storage is away')
    }
    await assert.rejects(bundleOf(twice()), /stands twice/)
    await assert.rejects(bundleOf(tooLong()), /more than 8 lines/)
    await assert.rejects(bundleOf(lost()), /storage is away/)
  })

  it('at more letters than a bundle may hold', async () => {
    assert.deepEqual((await checkBundle(await buffer(printBundle(letters(5), at, 5)))).ok, true)
    await assert.rejects(buffer(printBundle(letters(6), at, 5)), /more than 5 letters/)
  })

  it('when nobody reads it any more, and lets go of its letters', async () => {
    let isLetGo = false
    const left = Promise.withResolvers<void>()
    async function* watched() {
      try {
        for (let number = 1; ; number += 1) {
          yield letter(number)
          await left.promise
        }
      } finally {
        isLetGo = true
      }
    }
    const output = printBundle(watched(), at)
    output.on('error', () => undefined)
    await once(output, 'readable')
    output.destroy()
    await once(output, 'close')
    left.resolve()
    for (let turn = 0; turn < 100 && !isLetGo; turn += 1) await setImmediate()
    assert.ok(isLetGo)
  })
})

describe('a large bundle', () => {
  it('is written with one letter in memory', async () => {
    const [count, bytes] = [1500, 40_000]
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const held: number[] = []
    async function* many() {
      for (let number = 1; number <= count; number += 1) {
        yield { ...letter(number), pdf: Buffer.alloc(bytes, number) }
        if (number % 500 !== 0) continue
        // What was let go of is swept in the turns after.
        for (let turn = 0; turn < 5; turn += 1) {
          collect()
          await setImmediate()
        }
        held.push(process.memoryUsage().arrayBuffers)
      }
    }
    const meter = measuringStream()
    await pipeline(printBundle(many(), at), meter.stream.resume())
    assert.ok(meter.measured().sizeBytes > count * bytes)
    const [first = 0, , last = 0] = held
    assert.ok(last - first < 300 * bytes, `${last - first} bytes more were held for ${1000 * bytes} written`)
  })
})
