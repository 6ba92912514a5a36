import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** `there`: passed on. `away`: connections are refused at once. `failing`: every request is answered with 500. */
export type FarMode = 'there' | 'away' | 'failing'

const failing = 'HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'

/** A place on this machine that stands for a server elsewhere, and can be taken away while who uses it runs. */
export async function farSide(target: () => string) {
  let mode: FarMode = 'there'
  let turnedAway = 0
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (mode === 'away') {
      turnedAway += 1
      return void socket.resetAndDestroy()
    }
    if (mode === 'failing') return void socket.once('data', () => socket.end(failing))
    const { hostname, port } = new URL(target())
    const other = connect(Number(port), hostname).on('error', () => socket.destroy())
    for (const each of [socket, other]) open.add(each.once('close', () => open.delete(each)))
    socket.on('close', () => other.destroy())
    other.on('close', () => socket.destroy())
    socket.pipe(other).pipe(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become(next: FarMode) {
      mode = next
      if (next !== 'there') cut()
    },
    /** How often somebody came while it was away. */
    turnedAway: () => turnedAway,
    end: async () => {
      cut()
      server.close()
    },
  }
}
