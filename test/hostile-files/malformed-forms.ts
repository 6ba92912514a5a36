import { samplePdf } from '../../src/platform/preview/sample-files.ts'

/** A request that no browser sends, written byte by byte. */
export interface MalformedForm {
  what: string
  /** The value of its Content-Type; the length is added. */
  type: string
  body: Buffer
  /** Said in place of the true length. */
  length?: number
  /** The connection is cut when this is sent. */
  cut?: boolean
  /** Further header lines. */
  headers?: string
  /** Statuses it may end with; a cut connection hears none. */
  ends: readonly number[]
  /** How many files of it are taken. */
  files: 0 | 1
}

const line = '\r\n'
const boundary = 'b0undary'
const usualType = `multipart/form-data; boundary=${boundary}`
const part = (head: string, body: Buffer | string) => Buffer.concat([Buffer.from(`--${boundary}${line}${head}${line}${line}`), Buffer.from(body), Buffer.from(line)])
const field = (name: string, value: string) => part(`content-disposition: form-data; name="${name}"`, value)
const file = (head = 'filename="a.pdf"', bytes: Buffer | string = samplePdf()) => part(`content-disposition: form-data; name="file"; ${head}`, bytes)
const last = Buffer.from(`--${boundary}--${line}`)

/** Forms with the right token that are wrong in every other way. `token` is the page's own. */
export function malformedForms(token: string): MalformedForm[] {
  const begun = [field('csrf', token), field('document', 'card-copy')]
  const form = (what: string, ends: readonly number[], parts: readonly Buffer[], more: Partial<MalformedForm> = {}): MalformedForm =>
    ({ what, type: usualType, body: Buffer.concat(parts), ends, files: 0, ...more })
  const whole = [...begun, file(), last]
  return [
    form('no boundary', [404, 400, 403], whole, { type: 'multipart/form-data' }),
    form('another boundary', [403, 303, 404], whole, { type: 'multipart/form-data; boundary=other' }),
    form('a boundary of 5,000 characters', [403, 303, 404], whole, { type: `multipart/form-data; boundary=${'b'.repeat(5_000)}` }),
    form('an empty boundary', [403, 404, 303], whole, { type: 'multipart/form-data; boundary=' }),
    form('another type', [403, 303, 404], whole, { type: 'multipart/mixed; boundary=b0undary' }),
    form('a type that is none', [403, 404], whole, { type: 'multipart' }),
    form('an empty body', [403, 303], []),
    form('the end alone', [403, 303], [last]),
    form('the token alone', [303], [field('csrf', token), last]),
    form('no document', [303], [field('csrf', token), file(), last]),
    form('two documents', [303], [field('csrf', token), field('document', 'other'), field('document', 'card-copy'), file(), last], { files: 1 }),
    form('the file before its document', [303], [field('csrf', token), file(), field('document', 'card-copy'), last]),
    form('no file name', [303], [...begun, file('filename=""'), last]),
    form('no file name at all', [303], [...begun, part('content-disposition: form-data; name="file"', samplePdf()), last]),
    form('two files', [303], [...begun, file(), file('filename="b.pdf"', samplePdf({ pages: 2 })), last], { files: 1 }),
    form('thirty files', [303, 413], [...begun, ...Array.from({ length: 30 }, () => file('filename=""')), last]),
    form('a field of a megabyte', [303, 403, 404, 413], [field('csrf', token), field('document', 'd'.repeat(1_000_000)), file(), last]),
    form('a token of a megabyte', [403, 404, 413], [field('csrf', 't'.repeat(1_000_000)), file(), last]),
    form('five thousand fields', [303, 403, 404, 413], [...begun, ...Array.from({ length: 5_000 }, (_, at) => field(`f${at}`, 'x')), file(), last]),
    form('a part with a head of 200 KB', [303, 403, 404], [...begun, file(`filename="a.pdf"${line}x-filler: ${'x'.repeat(200_000)}`), last], { files: 1 }),
    form('a part with ten thousand heads', [303, 403, 404], [...begun, file(`filename="a.pdf"${line}${`x: y${line}`.repeat(10_000)}x: y`), last], { files: 1 }),
    form('a part without a head', [303, 403, 404], [...begun, Buffer.from(`--${boundary}${line}${line}hello${line}`), last]),
    form('a line break in the file name', [303], [...begun, file('filename="a\r\nset-cookie: evil=1\r\n\r\n.pdf"'), last]),
    form('a NUL in the file name', [303, 403, 404], [...begun, file('filename="a.pdf\0.exe"'), last]),
    form('an escaped quote in the file name', [303], [...begun, file('filename="a\\".pdf"'), last], { files: 1 }),
    form('a file name in another way of writing', [303], [...begun, file("filename*=UTF-8''caf%C3%A9.pdf"), last], { files: 1 }),
    form('a file name that does not decode', [303, 403, 404], [...begun, file("filename*=UTF-8''%ff%fe.pdf"), last], { files: 1 }),
    form('a file name of bytes that are no text', [303], [...begun, part(Buffer.from('content-disposition: form-data; name="file"; filename="\xff\xfe.pdf"', 'latin1').toString('latin1'), samplePdf()), last], { files: 1 }),
    form('two names in one part', [303], [...begun, file('filename="a.pdf"; filename="b.exe"'), last], { files: 1 }),
    form('a form inside a part', [303], [...begun, part(`content-disposition: form-data; name="file"; filename="a.pdf"${line}content-type: multipart/mixed; boundary=c`, '--c\r\n\r\nx\r\n--c--'), last]),
    form('words before the first part', [303], [Buffer.from(`hello${line}`), ...whole], { files: 1 }),
    form('words behind the last part', [303], [...whole, Buffer.from('hello')], { files: 1 }),
    form('no end', [303, 403, 404], [...begun, file()]),
    form('half a file', [303, 403, 404], [...begun, file().subarray(0, 200)]),
    form('a length that is too short', [303, 400, 403, 404], whole, { length: 300 }),
    form('a length that is no number', [400], whole, { length: Number.NaN }),
    form('two lengths', [400], whole, { headers: `content-length: 5${line}` }),
    form('a length and pieces', [400], whole, { headers: `transfer-encoding: chunked${line}` }),
    form('a head of 100 KB', [431], whole, { headers: `x-filler: ${'x'.repeat(100_000)}${line}` }),
    form('a connection that is cut in the file', [], [...begun, file().subarray(0, 300)], { length: 100_000, cut: true }),
    form('a connection that is cut behind the token', [], [field('csrf', token)], { length: 100_000, cut: true }),
    form('a connection that is cut behind the head', [], [], { length: 100_000, cut: true }),
    form('a length that is too long', [], whole, { length: 1_000_000, cut: true, files: 0 }),
  ]
}
