import { connect } from 'node:net'

const waitMilliseconds = 10_000

/** A request written byte by byte: heads in their order, twice where they stand twice. */
export interface RawRequest {
  method: string
  path: string
  heads: readonly (readonly [name: string, value: string])[]
  body?: Buffer
  /** The connection is cut when this is sent. */
  cut?: boolean
}

export interface RawAnswer {
  status: number
  head: string
  body: string
}

/** Sends it as it stands and reads the answer; null: the connection was cut by the sender, or hung up on without a word. */
export async function sendRaw(port: number, { method, path, heads, body = Buffer.alloc(0), cut = false }: RawRequest): Promise<RawAnswer | null> {
  const host = heads.some(([name]) => name === 'host') ? [] : [['host', 'portal.test']]
  const lines = [...host, ['connection', 'close'], ...heads].map(([name, value]) => `${name}: ${value}\r\n`)
  const socket = connect(port, '127.0.0.1')
  socket.setTimeout(waitMilliseconds, () => socket.destroy(new Error(`no answer to ${method} in time`)))
  const heard: Buffer[] = []
  socket.on('data', (chunk: Buffer) => heard.push(chunk))
  const closed = new Promise<void>((settle) => void socket.once('close', () => settle()))
  // Who answers early may hang up before all is written.
  let fault: NodeJS.ErrnoException | null = null
  socket.on('error', (error) => (fault ??= error))
  await new Promise<void>((sent) => socket.write(Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'), body]), () => sent()))
  if (cut) socket.resetAndDestroy()
  await closed
  const [head = '', ...rest] = Buffer.concat(heard).toString().split('\r\n\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1])
  if (status) return { status, head, body: rest.join('\r\n\r\n') }
  if (fault && !/EPIPE|ECONNRESET/.test((fault as NodeJS.ErrnoException).code ?? '')) throw fault
  return null
}
