import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { samplePdf, samplePicture } from '../../src/platform/preview/sample-files.ts'
import type { HostileFile } from './hostile-file.ts'
import { zipOf } from './zip-files.ts'

const text = (words: string) => Buffer.from(words)
const padded = (start: Buffer | string, bytes = 2_000) => Buffer.concat([Buffer.from(start as string, 'latin1'), Buffer.alloc(bytes, 7)])

/** The start of a file in the container that phones use for photographs, by its brands. */
const photoContainer = (major: string, ...others: string[]) =>
  padded(`\0\0\0${String.fromCharCode(16 + 4 * others.length)}ftyp${major}\0\0\0\0${others.join('')}`)

const photos: Record<string, { ending: string; bytes: Buffer }> = {
  'HEIC photo': { ending: 'heic', bytes: photoContainer('heic', 'mif1', 'heic') },
  'HEIC photo with ten bits': { ending: 'HEIC', bytes: photoContainer('heix', 'mif1') },
  'HEIF photo': { ending: 'heif', bytes: photoContainer('mif1', 'heic') },
  'HEIC burst': { ending: 'heics', bytes: photoContainer('hevc', 'msf1') },
  'HEIC photo of an unknown brand': { ending: 'hif', bytes: photoContainer('heim', 'mif1', 'heic') },
  'AVIF photo': { ending: 'avif', bytes: photoContainer('avif', 'mif1', 'miaf') },
  'AVIF burst': { ending: 'avifs', bytes: photoContainer('avis', 'avif') },
}

const docx = () => zipOf({ '[Content_Types].xml': text('<Types/>'), 'word/document.xml': text('<w:document/>'), '_rels/.rels': text('<Relationships/>') })

/** Kinds that are not taken, each as it begins in the wild, and the ending it usually has. */
const others: Record<string, { ending: string; bytes: () => Buffer | Promise<Buffer> }> = {
  GIF: { ending: 'gif', bytes: () => sharp({ create: { width: 9, height: 9, channels: 3, background: '#333' } }).gif().toBuffer() },
  WebP: { ending: 'webp', bytes: () => sharp({ create: { width: 9, height: 9, channels: 3, background: '#333' } }).webp().toBuffer() },
  BMP: { ending: 'bmp', bytes: () => padded('BM\x36\x20\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0') },
  SVG: { ending: 'svg', bytes: () => text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>') },
  HTML: { ending: 'html', bytes: () => text('<!doctype html><script>alert(document.cookie)</script>') },
  'word processor document': { ending: 'docx', bytes: docx },
  ZIP: { ending: 'zip', bytes: () => zipOf({ 'a.pdf': samplePdf() }) },
  gzip: { ending: 'gz', bytes: () => gzipSync(samplePdf()) },
  '7-Zip': { ending: '7z', bytes: () => padded('7z\xbc\xaf\x27\x1c\0\x04') },
  RAR: { ending: 'rar', bytes: () => padded('Rar!\x1a\x07\x01\0') },
  'Windows program': { ending: 'exe', bytes: () => padded('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff') },
  'Linux program': { ending: 'elf', bytes: () => padded('\x7fELF\x02\x01\x01\0') },
  'shell script': { ending: 'sh', bytes: () => text('#!/bin/sh\nrm -rf /\n') },
  script: { ending: 'js', bytes: () => text('fetch("//evil.example")') },
  'plain text': { ending: 'txt', bytes: () => text('My card was lost.') },
  XML: { ending: 'xml', bytes: () => text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>') },
  video: { ending: 'mp4', bytes: () => photoContainer('isom', 'mp41') },
  PostScript: { ending: 'ps', bytes: () => text('%!PS-Adobe-3.0\n(r) file closefile\n') },
  Photoshop: { ending: 'psd', bytes: () => padded('8BPS\0\x01\0\0\0\0\0\0\0\x03') },
  icon: { ending: 'ico', bytes: () => padded('\0\0\x01\0\x01\0\x10\x10') },
  'JPEG 2000': { ending: 'jp2', bytes: () => padded('\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 ') },
  'JPEG XL': { ending: 'jxl', bytes: () => padded('\xff\x0a') },
}

const taken = ['pdf', 'jpg', 'png', 'tif'] as const

const sound: Record<(typeof taken)[number], () => Buffer | Promise<Buffer>> = {
  pdf: () => samplePdf(),
  jpg: () => samplePicture('jpeg'),
  png: () => samplePicture('png'),
  tif: () => samplePicture('tiff'),
}

/** Content that is not what its name says, and kinds that are not taken whatever their name. */
export const disguisedFiles = (): HostileFile[] => [
  ...Object.entries(photos).flatMap(([what, { ending, bytes }]) =>
    [ending, 'jpg', 'pdf'].map((named): HostileFile => ({ what: `${what} named .${named}`, fileName: `IMG_0001.${named}`, bytes: () => bytes, ends: 'heic' })),
  ),
  ...Object.entries(others).flatMap(([what, { ending, bytes }]) => [
    { what: `${what} named .${ending}`, fileName: `a.${ending}`, bytes, ends: 'type-not-allowed' } as const,
    ...taken.map((named) => ({ what: `${what} named .${named}`, fileName: `a.${named}`, bytes, ends: 'name-and-content-differ' }) as const),
  ]),
  ...taken.flatMap((content) =>
    taken.filter((named) => named !== content).map((named): HostileFile => ({
      what: `.${content} named .${named}`,
      fileName: `a.${named}`,
      bytes: sound[content],
      ends: 'name-and-content-differ',
    })),
  ),
  ...taken.map((content): HostileFile => ({ what: `.${content} without an ending`, fileName: 'card', bytes: sound[content], ends: 'type-not-allowed' })),
]
