import type { Heads } from './broken-announcements.ts'

/** A piece sent as no script of ours sends one, to an upload of which some bytes are there. */
export interface BrokenPiece {
  what: string
  method?: string
  /** In place of the heads of a piece, by name; null: left out. */
  heads?: Readonly<Record<string, string | null>>
  /** Besides them. */
  more?: Heads
  body?: Buffer
  cut?: boolean
  /** Statuses it may end with; null: hung up on, or cut. */
  ends: readonly (number | null)[]
  /** It has ended the upload. */
  isOver?: boolean
}

const line = '\r\n'
const chunked = (body: Buffer) => Buffer.concat([Buffer.from(`${body.length.toString(16)}${line}`), body, Buffer.from(`${line}0${line}${line}`)])

/** `at`: how many bytes are there. `rest`: those that are not. */
export function brokenPieces({ at, rest }: { at: number; rest: Buffer }): BrokenPiece[] {
  const all = at + rest.length
  const offset = (what: string, value: string | null, ...ends: number[]): BrokenPiece => ({ what: `offset: ${what}`, heads: { 'upload-offset': value }, ends })
  const kind = (what: string, value: string | null, ...ends: number[]): BrokenPiece => ({ what: `type: ${what}`, heads: { 'content-type': value }, ends })
  const length = (what: string, value: string, ...ends: (number | null)[]): BrokenPiece => ({ what: `length: ${what}`, heads: { 'content-length': value }, ends })
  const withHead = (what: string, name: string, value: string, ...ends: number[]): BrokenPiece => ({ what, more: [[name, value]], ends })
  const inChunks = (what: string, body: Buffer, ends: BrokenPiece['ends'], more: Partial<BrokenPiece> = {}): BrokenPiece =>
    ({ what: `in chunks: ${what}`, heads: { 'content-length': null }, more: [['transfer-encoding', 'chunked']], body, ends, ...more })
  return [
    offset('missing', null, 400),
    offset('empty', '', 400),
    offset('below nothing', '-1', 400),
    offset('a fraction', `${at}.0`, 400),
    offset('with an exponent', '1e5', 400),
    offset('a word', 'here', 400),
    offset('beyond what numbers hold', '9'.repeat(40), 400),
    offset('from the front again', '0', 409),
    offset('one before', `${at - 1}`, 409),
    offset('one behind', `${at + 1}`, 409),
    offset('the end', `${all}`, 409),
    offset('behind the end', `${all + 1}`, 409),
    offset('a petabyte', '999999999999999', 409),
    { what: 'two offsets', more: [['upload-offset', `${at}`]], ends: [400] },
    kind('missing', null, 415, 400),
    kind('a PDF', 'application/pdf', 415),
    kind('JSON', 'application/json', 400, 413, 415),
    kind('a form', 'application/x-www-form-urlencoded', 400, 413, 415),
    kind('parts without a boundary', 'multipart/form-data', 400, 406, 415),
    kind('parts', 'multipart/form-data; boundary=b', 400, 406, 415),
    kind('with a parameter', 'application/offset+octet-stream; charset=utf-8', 204, 415),
    kind('no kind at all', '/', 400, 404, 415),
    { what: 'nothing', body: Buffer.alloc(0), heads: { 'content-length': '0' }, ends: [204] },
    { what: 'one byte too many', body: Buffer.concat([rest, Buffer.from('x')]), heads: { 'content-length': `${rest.length + 1}` }, ends: [413] },
    { what: 'a megabyte too many', body: Buffer.concat([rest, Buffer.alloc(1_000_000)]), heads: { 'content-length': `${rest.length + 1_000_000}` }, ends: [413, null] },
    length('shorter than it is', '1000', 204, 400),
    length('below nothing', '-5', 400),
    length('a word', 'much', 400),
    length('beyond what numbers hold', '9'.repeat(30), 400, 413, null),
    { what: 'length: longer than it is', heads: { 'content-length': `${rest.length}` }, body: rest.subarray(0, 500), cut: true, ends: [null] },
    { what: 'length: longer than the upload, and cut', heads: { 'content-length': '100000000' }, body: rest.subarray(0, 500), cut: true, ends: [413, null] },
    { what: 'two lengths', more: [['content-length', '5']], ends: [400] },
    inChunks('more than was announced', chunked(Buffer.concat([rest, Buffer.from('x')])), [413], { isOver: true }),
    inChunks('ten megabytes more than was announced', chunked(Buffer.concat([rest, Buffer.alloc(10_000_000)])), [413, null], { isOver: true }),
    inChunks('no number', Buffer.from(`zz${line}abc${line}`), [400, null, 204]),
    inChunks('a number without end', Buffer.from(`${'f'.repeat(40)}${line}abc`), [400, null, 204]),
    inChunks('below nothing', Buffer.from(`-1${line}abc${line}`), [400, null, 204]),
    inChunks('and a length', rest, [400, null], { heads: {} }),
    inChunks('no end, and cut', Buffer.from(`3${line}abc${line}`), [null], { cut: true }),
    withHead('another length of the upload', 'upload-length', '5', 204),
    withHead('another name of the file', 'upload-metadata', 'filename ZXZpbC5leGU=', 204),
    withHead('a checksum that is none', 'upload-checksum', 'sha1 ????', 204),
    withHead('a checksum of something else', 'upload-checksum', 'sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=', 204),
    withHead('a checksum of a kind nobody knows', 'upload-checksum', `md2 ${'A'.repeat(4000)}`, 204),
    withHead('said to be packed', 'content-encoding', 'gzip', 204, 415),
    withHead('a head of 100 KB', 'x-filler', 'x'.repeat(100_000), 431),
    { what: 'no version', heads: { 'tus-resumable': null }, ends: [412] },
    { what: 'an unknown version', heads: { 'tus-resumable': '99.0.0' }, ends: [412] },
    { what: 'a version of 10 KB', heads: { 'tus-resumable': '1'.repeat(10_000) }, ends: [412] },
    { what: 'no token', heads: { 'x-portolan-csrf': null }, ends: [403] },
    { what: 'a token of 10 KB', heads: { 'x-portolan-csrf': 't'.repeat(10_000) }, ends: [403] },
    { what: 'from elsewhere', heads: { origin: 'https://elsewhere.test' }, ends: [403] },
    { what: 'nobody', heads: { cookie: null }, ends: [401, 403] },
    { what: 'as PUT', method: 'PUT', ends: [404, 405, 415] },
    { what: 'as POST', method: 'POST', ends: [404, 405, 415] },
    { what: 'as OPTIONS', method: 'OPTIONS', ends: [404, 405, 415] },
    { what: 'as a verb of nobody', method: 'BREW', ends: [400, 404, 405] },
    { what: 'as POST that means DELETE', method: 'POST', more: [['x-http-method-override', 'DELETE']], ends: [404, 405, 415] },
  ]
}
