import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

export interface Answered {
  status: number
  location: string
  body: string
  bytes: Buffer
  headers: Record<string, unknown>
}

export interface Posted {
  /** In place of the page's own token. */
  csrf?: string
  document?: string
  /** Further fields, before the file. */
  fields?: Readonly<Record<string, string>>
  fileName?: string
  file?: Buffer | Readable
  /** The token behind the file instead of first. */
  tokenLast?: boolean
}

export const boundary = 'portolan-test-boundary'

export async function* only(bytes: Buffer) {
  yield bytes
}

export async function* formOf(csrf: string, posted: Posted): AsyncGenerator<Buffer> {
  const field = (name: string, value: string) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  if (!posted.tokenLast) yield field('csrf', csrf)
  for (const [name, value] of Object.entries(posted.fields ?? { document: posted.document ?? 'card-copy' })) yield field(name, value)
  const head = `content-disposition: form-data; name="file"; filename="${posted.fileName ?? 'card.pdf'}"`
  yield Buffer.from(`--${boundary}\r\n${head}\r\ncontent-type: application/octet-stream\r\n\r\n`)
  const { file = Buffer.alloc(0) } = posted
  if (Buffer.isBuffer(file)) yield file
  else yield* file
  yield Buffer.from('\r\n')
  if (posted.tokenLast) yield field('csrf', csrf)
  yield Buffer.from(`--${boundary}--\r\n`)
}

export function sent(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: AsyncIterable<Buffer>,
) {
  return new Promise<Answered>((settle, fail) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, async (answer) => {
      const bytes = await buffer(answer).catch(fail)
      asked.destroy()
      if (!bytes) return
      const { statusCode: status = 0 } = answer
      settle({
        status,
        location: answer.headers.location ?? '',
        body: bytes.toString(),
        bytes,
        headers: answer.headers,
      })
    })
    asked.on('error', fail)
    // An answer may come before all is sent; what is sent after it goes nowhere.
    if (body)
      Readable.from(body)
        .on('error', () => undefined)
        .pipe(asked)
    else asked.end()
  })
}

export async function wholeFirst(port: number, path: string, headers: Record<string, string>, form: AsyncIterable<Buffer>) {
  const socket = connect(port, '127.0.0.1')
  socket.pause()
  const lines = {
    ...headers,
    host: 'test',
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'transfer-encoding': 'chunked',
  }
  const written = async (bytes: Buffer | string) => {
    if (!socket.write(bytes)) await once(socket, 'drain')
  }
  await written(
    `POST ${path} HTTP/1.1\r\n${Object.entries(lines)
      .map((line) => line.join(': '))
      .join('\r\n')}\r\n\r\n`,
  )
  for await (const chunk of form) {
    await written(`${chunk.length.toString(16)}\r\n`)
    await written(chunk)
    await written('\r\n')
  }
  await written('0\r\n\r\n')
  const [answer] = await once(socket.resume(), 'data')
  socket.destroy()
  return String(answer).split('\r\n')[0] ?? ''
}
