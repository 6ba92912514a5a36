import { announcement, base64 } from './deliver-by-pieces.ts'
import { sizeBytesMax } from './hostile-file.ts'

export type Heads = readonly (readonly [name: string, value: string])[]

/** An upload announced as no script of ours announces one. */
export interface BrokenAnnouncement {
  what: string
  /** What stands in the head instead of `upload-length` and `upload-metadata`. */
  heads: Heads
  body?: Buffer
  /** Without our cookie, token, version or origin. */
  without?: string
  /** Statuses it may end with. */
  ends: readonly number[]
}

const sizeBytes = 1000

/** `document`: one that is asked for. */
export function brokenAnnouncements(document: string): BrokenAnnouncement[] {
  const usual = announcement(document, 'card.pdf', sizeBytes)
  const length = ['upload-length', usual['upload-length']] as const
  const about = ['upload-metadata', usual['upload-metadata']] as const
  const lengths = (what: string, value: string, ...ends: number[]): BrokenAnnouncement => ({ what: `length: ${what}`, heads: [['upload-length', value], about], ends })
  const told = (what: string, metadata: string, ...ends: number[]): BrokenAnnouncement => ({ what: `metadata: ${what}`, heads: [length, ['upload-metadata', metadata]], ends })
  const named = (what: string, name: string | Buffer, ...ends: number[]) => told(`name: ${what}`, announcement(document, name, 1)['upload-metadata'], ...ends)
  return [
    { what: 'no length', heads: [about], ends: [400] },
    { what: 'a length that comes later', heads: [about, ['upload-defer-length', '1']], ends: [400] },
    { what: 'two lengths', heads: [length, length, about], ends: [400] },
    lengths('empty', '', 400),
    lengths('below nothing', '-1', 400),
    lengths('a fraction', '1.5', 400),
    lengths('with an exponent', '1e3', 400),
    lengths('in hexadecimal', '0x10', 400),
    lengths('with a sign', '+10', 400),
    lengths('a word', 'much', 400),
    lengths('other digits', '\u0661\u0662', 400),
    lengths('nothing', '0', 422),
    lengths('one byte too many', `${sizeBytesMax + 1}`, 413),
    lengths('a petabyte', '999999999999999', 413),
    lengths('beyond what numbers hold', '9'.repeat(40), 400),
    { what: 'no metadata', heads: [length], ends: [422] },
    told('empty', '', 422),
    told('no base64', 'filename ???,document !!!', 422),
    told('half of a base64', `filename ${base64('card.pdf').slice(0, 3)},document ${base64(document)}`, 415, 422),
    told('no name', `document ${base64(document)}`, 422),
    told('no document', `filename ${base64('card.pdf')}`, 422),
    told('a document nobody asks for', announcement('nobody-asks', 'card.pdf', 1)['upload-metadata'], 422),
    told('a document called as objects are', announcement('__proto__', 'card.pdf', 1)['upload-metadata'], 422),
    told('a document with a NUL', announcement(`${document}\0`, 'card.pdf', 1)['upload-metadata'], 422),
    told('commas alone', ','.repeat(2000), 422),
    told('a thousand names', Array.from({ length: 1000 }, (_, at) => `n${at} YQ==`).join(','), 422),
    told('more than is read', `filler ${'A'.repeat(9000)},${about[1]}`, 422),
    told('more than a head may hold', `filler ${'A'.repeat(60_000)},${about[1]}`, 431),
    told('two names', `filename ${base64('card.exe')},${about[1]}`, 201),
    told('a day that is none', `${about[1]},lastModified ${base64('yesterday\0')}`, 201),
    told('a day without end', `${about[1]},lastModified ${base64('9'.repeat(2000))}`, 201),
    named('a path upwards', '../../../etc/card.pdf', 201),
    named('a NUL before another ending', 'card.pdf\0.exe', 415),
    named('a line break', 'card\r\nset-cookie: a=b\r\n\r\n.pdf', 201),
    named('nothing but control characters', '\u0001\u0002\u001b.pdf\u0007', 201, 415, 422),
    named('a right-to-left override', 'photo\u202Efdp.exe.pdf', 201),
    named('bytes that are no text', Buffer.from('fffec0aff0.pdf', 'latin1'), 201),
    named('bytes that are no text at all', Buffer.from('c0fffe2e706466', 'hex'), 201, 422),
    named('half of a pair', Buffer.from('eda0bd2e706466', 'hex'), 201, 422),
    named('two thousand characters', `${'n'.repeat(2000)}.pdf`, 201),
    named('a thousand marks', `a${'\u0301'.repeat(1000)}.pdf`, 201, 415),
    named('empty', '', 422),
    named('dots', '...', 422),
    { what: 'no version', heads: [length, about], without: 'tus-resumable', ends: [412] },
    { what: 'an old version', heads: [length, about, ['tus-resumable', '0.2.2']], without: 'tus-resumable', ends: [412] },
    { what: 'two versions', heads: [length, about, ['tus-resumable', '1.0.0']], ends: [412] },
    { what: 'no token', heads: [length, about], without: 'x-portolan-csrf', ends: [403] },
    { what: 'a wrong token', heads: [length, about, ['x-portolan-csrf', 'x'.repeat(43)]], without: 'x-portolan-csrf', ends: [403] },
    { what: 'from elsewhere', heads: [length, about, ['origin', 'https://elsewhere.test']], without: 'origin', ends: [403] },
    { what: 'nobody', heads: [length, about], without: 'cookie', ends: [401, 403] },
    { what: 'with the file at once', heads: [length, about, ['content-type', 'application/offset+octet-stream'], ['content-length', '100000']], body: Buffer.alloc(100_000, 'a'), ends: [201, 413, 415] },
    { what: 'with a form', heads: [length, about, ['content-type', 'application/x-www-form-urlencoded'], ['content-length', '7']], body: Buffer.from('a=b&c=d'), ends: [201, 415] },
    { what: 'with broken JSON', heads: [length, about, ['content-type', 'application/json'], ['content-length', '1']], body: Buffer.from('{'), ends: [201, 400, 415] },
    { what: 'as a part of another', heads: [length, about, ['upload-concat', 'partial']], ends: [201, 400] },
    { what: 'as the sum of others', heads: [about, ['upload-concat', 'final;/a /b']], ends: [400] },
    { what: 'as another verb', heads: [length, about, ['x-http-method-override', 'DELETE']], ends: [201] },
  ]
}
