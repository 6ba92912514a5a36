import { deflateSync } from 'node:zlib'
import { samplePdf } from '../../src/platform/preview/sample-files.ts'
import type { Ending, HostileFile } from './hostile-file.ts'

const pdf = (what: string, ends: Ending, bytes: () => Buffer): HostileFile => ({ what: `PDF: ${what}`, fileName: 'odd.pdf', bytes, ends })

/** A PDF of these objects as they stand, with its table; the first is the catalog. */
function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.7\n'
  const rows = objects.map((object, index) => {
    const row = `${String(file.length).padStart(10, '0')} 00000 n \n`
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return row
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  return Buffer.from(`${file}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`, 'latin1')
}

const catalog = '<< /Type /Catalog /Pages 2 0 R >>'
const page = (more = '/MediaBox [0 0 612 792]') => `<< /Type /Page /Parent 2 0 R ${more} >>`
const onePage = (more: string, ...others: string[]) => pdfOf([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page(more), ...others])
const stream = (content: Buffer, dictionary = '') => `<< /Length ${content.length} ${dictionary} >>\nstream\n${content.toString('latin1')}\nendstream`
const folded = (content: Buffer) => stream(deflateSync(content), '/Filter /FlateDecode')
const drawn = (content: string) => onePage('/MediaBox [0 0 612 792] /Contents 4 0 R', folded(Buffer.from(content)))

/** Page trees and tables that lead in circles, into nothing, or on without end. */
const trees = (): HostileFile[] => [
  pdf('a page tree that is its own child', 'broken', () => pdfOf([catalog, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'])),
  pdf('two page trees that are each other’s children', 'broken', () => pdfOf([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'])),
  pdf('a page tree without a page', 'broken', () => pdfOf([catalog, '<< /Type /Pages /Kids [] /Count 0 >>'])),
  pdf('a page tree that is not there', 'broken', () => pdfOf(['<< /Type /Catalog /Pages 9 0 R >>'])),
  pdf('a catalog that is not there', 'broken', () => pdfOf(['null'])),
  pdf('a count of a million pages', 'clean', () => pdfOf([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>', page()])),
  pdf('201 pages', 'too-many-pages', () => samplePdf({ pages: 201 })),
  pdf('200 pages', 'clean', () => samplePdf({ pages: 200 })),
  pdf('3,000 page trees in each other', 'clean', () =>
    pdfOf([catalog, ...Array.from({ length: 3_000 }, (_, at) => `<< /Type /Pages /Kids [${at + 3} 0 R] /Count 1 >>`), page()])),
  pdf('a table that is before itself', 'clean', () => {
    const sound = samplePdf()
    return samplePdf({ trailer: `/Prev ${sound.lastIndexOf('xref\n0')}` })
  }),
  pdf('a table that is nowhere', 'clean', () => Buffer.from(samplePdf().toString('latin1').replace(/startxref\n\d+/, 'startxref\n999999999'), 'latin1')),
  pdf('no table at all', 'clean', () => Buffer.from(samplePdf().toString('latin1').replace(/xref\n0[\s\S]*?trailer/, 'trailer'), 'latin1')),
  pdf('an object that is itself', 'clean', () => samplePdf({ objects: ['4 0 R'] })),
  pdf('arrays in arrays, 200,000 deep', 'broken', () => pdfOf([`<< /Type /Catalog /Pages 2 0 R /A ${'['.repeat(200_000)}${']'.repeat(200_000)} >>`, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page()])),
  pdf('dictionaries in dictionaries, 200,000 deep', 'broken', () => pdfOf([`<< /Type /Catalog /Pages 2 0 R /A ${'<< /A '.repeat(200_000)}${'>> '.repeat(200_000)} >>`, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page()])),
  pdf('200,000 objects', 'clean', () => samplePdf({ objects: Array.from({ length: 200_000 }, () => 'null') })),
  pdf('four million words and no object', 'broken', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(8_000_000, '1 '), Buffer.from('\n%%EOF')])),
]

/** Pages that draw more than a page can be. */
const drawings = (): HostileFile[] => [
  pdf('a page of a million million points a side', 'pixel-bomb', () => onePage('/MediaBox [0 0 1000000000000 1000000000000]')),
  pdf('a page of no size', 'clean', () => onePage('/MediaBox [0 0 0 0]')),
  pdf('a page of negative size', 'clean', () => onePage('/MediaBox [0 0 -612 -792]')),
  pdf('a page whose size is words', 'clean', () => onePage('/MediaBox [(a) (b) (c) (d)]')),
  pdf('a page one point wide and a million high', 'clean', () => onePage('/MediaBox [0 0 1 14400]')),
  { ...pdf('drawing that unfolds to 300 MB', 'clean', () => onePage('/MediaBox [0 0 612 792] /Contents 4 0 R', folded(Buffer.alloc(300_000_000, 0x20)))), withScanner: 'broken' },
  pdf('a million squares', 'clean', () => drawn('0 0 9 9 re f\n'.repeat(1_000_000))),
  pdf('200,000 saved states', 'clean', () => drawn('q '.repeat(200_000))),
  pdf('a form that draws itself', 'clean', () =>
    onePage('/MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >>', folded(Buffer.from('/A Do')), stream(Buffer.from('/A Do'), '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 5 0 R >> >>'))),
  pdf('a picture of 60,000 pixels a side', 'clean', () =>
    onePage('/MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >>', folded(Buffer.from('/A Do')), folded(Buffer.alloc(10_000)).replace('/Filter', '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter'))),
  pdf('a font that is none', 'clean', () =>
    onePage('/MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>', folded(Buffer.from('BT /F 9 Tf (a) Tj ET')), '<< /Type /Font /Subtype /TrueType /BaseFont /A /FontDescriptor << /FontFile2 6 0 R >> >>', folded(Buffer.alloc(100_000, 0xff)))),
  pdf('drawing that does not unfold', 'clean', () => onePage('/MediaBox [0 0 612 792] /Contents 4 0 R', stream(Buffer.from('no data'), '/Filter /FlateDecode'))),
  pdf('an object stream that unfolds to 100 MB', 'broken', () => samplePdf({ objects: [folded(Buffer.alloc(100_000_000)).replace('/Filter', '/Type /ObjStm /N 1 /First 5 /Filter')] })),
  pdf('an object stream of 30 MB of openings, five times', 'broken', () =>
    samplePdf({ objects: Array.from({ length: 5 }, () => folded(Buffer.alloc(30_000_000, '[')).replace('/Filter', '/Type /ObjStm /N 1 /First 5 /Filter')) })),
]

export const oddPdfs = (): HostileFile[] => [...trees(), ...drawings()]
