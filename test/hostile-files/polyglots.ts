import { samplePdf, samplePhotograph, samplePicture } from '../../src/platform/preview/sample-files.ts'
import { type Ending, type HostileFile, ownPdf } from './hostile-file.ts'
import { pngChunk, pngOf } from './png-parts.ts'
import { zipBomb, zipOf } from './zip-files.ts'

const script = Buffer.from('<html><script>alert("CONTENT-CANARY")</script></html>')

const file = (what: string, fileName: string, ends: Ending, bytes: HostileFile['bytes']): HostileFile => ({ what, fileName, ends, bytes })
const joined = async (...parts: (Buffer | Promise<Buffer>)[]) => Buffer.concat(await Promise.all(parts))

/** A comment segment in front of the picture of a JPEG (ITU-T T.81, B.2.4.5). */
export function jpegWithSegment(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)])
}

/** Files that are two kinds at once. What is sound of them is kept as it came, and never run. */
export const polyglotFiles = (): HostileFile[] => [
  file('PDF with a ZIP behind it', 'a.pdf', 'clean', () => joined(ownPdf('zip behind'), zipOf({ 'a.txt': script }))),
  file('PDF with a page of HTML behind it', 'a.pdf', 'clean', () => joined(ownPdf('html behind'), script)),
  file('PDF with HTML in a comment', 'a.pdf', 'clean', () => samplePdf({ objects: [`null % ${script}`] })),
  file('ZIP with a PDF behind it', 'a.pdf', 'name-and-content-differ', () => joined(zipOf({ 'a.txt': script }), samplePdf())),
  ...[1, 10, 500, 1_000, 1_023].map((junk) =>
    file(`PDF that starts ${junk} bytes late`, 'a.pdf', 'name-and-content-differ', () => joined(Buffer.alloc(junk, 0x20), samplePdf())),
  ),
  file('HTML with a PDF behind it', 'a.pdf', 'name-and-content-differ', () => joined(script, samplePdf())),
  file('script with a PDF behind it', 'a.pdf', 'name-and-content-differ', () => joined(Buffer.from('#!/bin/sh\n'), samplePdf())),
  file('program with a PDF behind it', 'a.pdf', 'name-and-content-differ', () => joined(Buffer.from('MZ\x90\0', 'latin1'), samplePdf())),
  file('JPEG with a PDF behind it', 'a.jpg', 'clean', () => joined(samplePicture('jpeg', 61), samplePdf())),
  file('JPEG with a PDF behind it named .pdf', 'a.pdf', 'name-and-content-differ', () => joined(samplePicture('jpeg'), samplePdf())),
  file('JPEG with HTML behind it', 'a.jpg', 'clean', () => joined(samplePicture('jpeg', 62), script)),
  file('JPEG with HTML in a comment', 'a.jpg', 'clean', async () => jpegWithSegment(await samplePicture('jpeg', 63), 0xfe, script)),
  file('JPEG with a ZIP behind it', 'a.jpg', 'clean', () => joined(samplePicture('jpeg', 64), zipOf({ 'a.txt': script }))),
  file('JPEG with a ZIP bomb behind it', 'a.jpg', 'clean', () => joined(samplePicture('jpeg', 65), zipBomb(100))),
  file('JPEG named .html.jpg', 'a.html.jpg', 'clean', () => samplePicture('jpeg', 66)),
  file('photograph that says where it was taken', 'place.jpg', 'clean', () => samplePhotograph()),
  file('GIF with a script in its head', 'a.png', 'name-and-content-differ', () => joined(Buffer.from('GIF89a/*'), script)),
  file('PNG with a script behind it', 'a.png', 'clean', () => joined(samplePicture('png', 61), script)),
  file('PNG with a script in a text chunk', 'a.png', 'clean', () => pngOf({ width: 8, height: 8, more: [pngChunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), script]))] })),
  file('PNG with a PDF behind it', 'a.png', 'clean', () => joined(samplePicture('png', 62), samplePdf())),
  file('animated PNG', 'a.png', 'type-not-allowed', () => pngOf({ width: 8, height: 8, more: [pngChunk('acTL', Buffer.from('0000000100000000', 'hex'))] })),
  file('TIFF with HTML behind it', 'a.tif', 'clean', () => joined(samplePicture('tiff', 61), script)),
  file('TIFF with a ZIP behind it', 'a.tif', 'clean', () => joined(samplePicture('tiff', 62), zipOf({ 'a.txt': script }))),
  file('picture inside a PDF’s first bytes', 'a.pdf', 'broken', async () => joined(Buffer.from('%PDF-1.7\n'), samplePicture('jpeg'))),
  file('nothing behind the first bytes of a PDF', 'a.pdf', 'broken', () => Buffer.from('%PDF-1.7\n')),
  file('a word behind the first bytes of a PDF', 'a.pdf', 'broken', () => Buffer.from('%PDF-1.7\nhello\n%%EOF\n')),
  file('a PDF of text inside a PDF’s comment', 'a.pdf', 'broken', () => Buffer.from(`%PDF-1.7\n%${samplePdf().toString('latin1').replace(/\n/g, ' ')}\n%%EOF`)),
]
