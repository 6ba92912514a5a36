import { once } from 'node:events'
import { connect } from 'node:net'
import type { MalformedForm } from './malformed-forms.ts'

const waitMilliseconds = 10_000

/** Writes the request as it stands and reads the status of the answer; null: the connection was cut by the sender. */
export async function sendMalformed(port: number, path: string, headers: Readonly<Record<string, string>>, form: MalformedForm): Promise<number | null> {
  const lines = Object.entries({ host: 'portal.test', connection: 'close', ...headers, 'content-type': form.type, 'content-length': `${form.length ?? form.body.length}` })
  const head = `POST ${path} HTTP/1.1\r\n${lines.map((line) => line.join(': ')).join('\r\n')}\r\n${form.headers ?? ''}\r\n`
  const socket = connect(port, '127.0.0.1')
  socket.setTimeout(waitMilliseconds, () => socket.destroy(new Error(`no answer to ${form.what}`)))
  // Who answers early may hang up before all is written.
  const answered = once(socket, 'data').then(([answer]) => Number(/^HTTP\/1\.1 (\d{3})/.exec(String(answer))?.[1]))
  answered.catch(() => undefined)
  await new Promise<void>((sent) => socket.write(Buffer.concat([Buffer.from(head), form.body]), () => sent()))
  if (form.cut) {
    socket.resetAndDestroy()
    return null
  }
  try {
    return await answered
  } finally {
    socket.destroy()
  }
}
