/** Where a clamd listens: a socket in the file system, or a port. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number }

const portUsual = 3310
const words = 'use unix:///run/clamav/clamd.ctl or tcp://127.0.0.1:3310'

/** Reads `unix:///run/clamav/clamd.ctl` or `tcp://host:3310` (the port may be left out). */
export function readClamdUrl(url: string): { ok: true; address: ClamdAddress } | { ok: false; fault: string } {
  const read = URL.canParse(url) ? new URL(url) : null
  if (!read || read.username || read.password || read.search || read.hash) return { ok: false, fault: words }
  if (read.protocol === 'unix:') {
    const path = read.host === '' ? pathIn(read) : ''
    return path.length > 1 ? { ok: true, address: { path } } : { ok: false, fault: words }
  }
  if (read.protocol !== 'tcp:' || read.hostname === '' || read.pathname.length > 1) return { ok: false, fault: words }
  const host = read.hostname.replace(/^\[|\]$/g, '')
  return { ok: true, address: { host, port: read.port === '' ? portUsual : Number(read.port) } }
}

function pathIn({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return ''
  }
}
