import { request } from 'node:http'

/** Bytes of one answer as they are sent, head and compressed body. */
const bytesOf = (url: URL): Promise<{ bytes: number; text: Buffer }> =>
  new Promise((settle, fail) => {
    const asking = request(url, { headers: { 'accept-encoding': 'br, gzip', connection: 'close' } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        settle({
          bytes: answer.rawHeaders.join(': ').length + Buffer.concat(parts).length,
          text: Buffer.concat(parts),
        }),
      )
      answer.on('error', fail)
    })
    asking.on('error', fail)
    asking.end()
  })

/** A page with the styles, scripts and pictures its markup names, and the fonts that every page draws with. */
export async function bytesOfPage(origin: string, path: string): Promise<number> {
  const html = await (await fetch(new URL(path, origin))).text()
  const named = [...html.matchAll(/<(?:link|script|img)\b[^>]*\b(?:href|src)="([^"]+)"/g)].map(([, url = '']) => url)
  const styles = await Promise.all(
    named.filter((url) => url.endsWith('.css')).map(async (url) => (await fetch(new URL(url, origin))).text()),
  )
  const fonts = styles.flatMap((css) =>
    [...css.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)].map(
      ([, url = '']) => new URL(url, new URL('/assets/', origin)).href,
    ),
  )
  const all = [...new Set([path, ...named, ...fonts])]
  const sizes = await Promise.all(all.map((url) => bytesOf(new URL(url, origin))))
  return sizes.reduce((sum, { bytes }) => sum + bytes, 0)
}
