import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { assetsFolder } from '../../app/settle-assets.ts'
import { securityHeaders } from '../../platform/http/security-headers.ts'
import type { News } from './drawing.ts'
import type { LivePreview } from './live-preview.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const common = { ...securityHeaders({ https: false, noIndex: true }), 'cache-control': 'no-store' }

/** A page of another site that gave its own name the address of this machine is not answered. */
const isOurs = ({ headers: { host = '' } }: IncomingMessage) => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)

function send(answer: ServerResponse, status: number, type: string, body: string | Buffer): void {
  answer.writeHead(status, { ...common, 'content-type': type }).end(body)
}

const plain = 'text/plain; charset=utf-8'

function sendAsset(answer: ServerResponse, name: string): void {
  const file = join(assetsFolder, name)
  const isThere = /^[\w-]+(\.[\w-]+)+$/.test(name) && existsSync(file)
  if (isThere) send(answer, 200, types[extname(name)] ?? 'application/octet-stream', readFileSync(file))
  else send(answer, 404, plain, 'There is no such file')
}

/** Serves a preview on the loopback address alone: its page, its script, the product's styles and its news. */
export function previewServer(preview: LivePreview, parts: { script: string; broken: (news: News) => string }): Server {
  function listen(answer: ServerResponse): void {
    for (const [name, value] of Object.entries(common)) answer.setHeader(name, value)
    if (!preview.listen(answer)) send(answer, 503, plain, 'Too many pages are open already')
  }

  async function serve(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://preview')
    if (!isOurs(request)) return send(answer, 403, plain, 'Only this machine is answered')
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(answer, 405, plain, 'There is nothing to send')
    if (pathname === '/preview.js') return send(answer, 200, types['.js'] ?? '', parts.script)
    if (pathname.startsWith('/assets/')) return sendAsset(answer, pathname.slice('/assets/'.length))
    if (pathname === '/events') return listen(answer)
    if (pathname !== '/') return send(answer, 404, plain, 'There is one page here: /')
    const { news } = preview
    const html = await preview.html(searchParams.get('person') ?? undefined).catch(({ message }: Error) => parts.broken({ ...news, fault: message }))
    send(answer, 200, 'text/html; charset=utf-8', html ?? parts.broken(news))
  }
  return createServer((request, answer) => {
    serve(request, answer).catch((fault: Error) => send(answer, 500, plain, fault.stack ?? fault.message))
  })
}
