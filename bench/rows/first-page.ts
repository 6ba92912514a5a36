import { Agent, type IncomingMessage, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Deployment } from '../ground/deployment.ts'
import type { Row } from '../table.ts'

const reachBytes = 60 * 1024

interface Fetched {
  text: string
  /** Bytes of the whole answer on its connection, headers and all. */
  wireBytes: number
}

function fetchAlone(url: string): Promise<Fetched> {
  return new Promise((settle, fail) => {
    const sent = request(url, { agent: new Agent(), headers: { 'accept-encoding': 'br, gzip' } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        settle({ text: decoded(answer, Buffer.concat(chunks)), wireBytes: answer.socket.bytesRead }),
      )
    })
    sent.on('error', fail)
    sent.end()
  })
}

function decoded({ headers }: IncomingMessage, body: Buffer): string {
  const encoding = headers['content-encoding']
  return (encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body).toString(
    'utf8',
  )
}

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found[1] ?? '')

/** What a browser fetches for a page: its styles, scripts, pictures and preloads, and every font the styles name. */
export async function firstPageRows({ url }: Deployment): Promise<Row[]> {
  const page = await fetchAlone(`${url}/`)
  const named = [
    ...all(page.text, /<link\b[^>]*rel="(?:stylesheet|preload|icon|modulepreload)"[^>]*href="([^"]+)"/g),
    ...all(page.text, /<link\b[^>]*href="([^"]+)"[^>]*rel="(?:stylesheet|preload|icon|modulepreload)"/g),
    ...all(page.text, /<(?:script|img)\b[^>]*src="([^"]+)"/g),
  ]
  const parts = new Map<string, Fetched>()
  const add = async (address: string) => {
    const at = new URL(address, url).href
    if (!at.startsWith('data:') && !parts.has(at)) parts.set(at, await fetchAlone(at))
    return parts.get(at)
  }
  for (const address of new Set(named)) {
    const part = await add(address)
    if (!/\.css(\?|$)/.test(address) || !part) continue
    for (const font of all(part.text, /url\(["']?([^"')]+\.woff2[^"')]*)["']?\)/g))
      await add(new URL(font, new URL(address, url)).href)
  }
  const bytes = page.wireBytes + [...parts.values()].reduce((sum, part) => sum + part.wireBytes, 0)
  const foreign = [...parts.keys()].filter((address) => !address.startsWith(url))
  const blocking = all(page.text, /(<script\b[^>]*src=[^>]*>)/g).filter(
    (tag) => !/\b(defer|async|type="module")/.test(tag),
  )
  return [
    {
      work: 'first page seen, with everything it needs',
      rate: `${parts.size + 1} requests`,
      ratio: `${(bytes / 1024).toFixed(1)} KB over the wire`,
      reach: '< 60 KB, no blocking script, no third party',
      reached: bytes < reachBytes && foreign.length === 0 && blocking.length === 0,
      ...(blocking.length + foreign.length > 0
        ? { note: `${blocking.length} blocking scripts, ${foreign.length} from elsewhere` }
        : {}),
    },
  ]
}
