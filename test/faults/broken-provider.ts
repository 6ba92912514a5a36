import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the way to the provider is broken. */
export const breakages = ['refused', 'hangs', '500', 'garbage', 'cut off after it acted'] as const
export type Breakage = (typeof breakages)[number]

/** Stands before a provider and passes everything on, until it is broken. */
export async function wayTo(target: string) {
  let broken: Breakage | null = null
  const server = createServer((asked, answer) => {
    if (broken === 'refused') return void asked.socket.destroy()
    if (broken === 'hangs') return
    if (broken === '500') return void answer.writeHead(500).end('{"error":"trouble"}')
    if (broken === 'garbage') return void answer.writeHead(200, { 'content-type': 'application/json' }).end('<html>Welcome to nginx')
    const { method, headers, url = '/' } = asked
    const onward = request(new URL(url, target), { method: method ?? 'GET', headers }, (given) => {
      if (broken) return void asked.socket.destroy()
      answer.writeHead(given.statusCode ?? 502, given.headers)
      given.pipe(answer)
    })
    onward.on('error', () => asked.socket.destroy())
    asked.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    break: (how: Breakage) => {
      broken = how
    },
    mend: () => {
      broken = null
    },
    close: () => closed(server),
  }
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((settle) => server.close(settle))
}
