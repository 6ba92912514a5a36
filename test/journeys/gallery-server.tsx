import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contentSecurityPolicy } from '../../src/platform/http/security-headers.ts'
import { textOf } from '../../src/platform/i18n/text.ts'
import { buildAssets } from '../../src/ui/asset-build.ts'
import { type Assets, assetsFrom, IdleNotice, PageFrame, renderDocument } from '../../src/ui/index.ts'
import { Gallery } from '../../src/ui/gallery/gallery.tsx'

const kinds: Record<string, string> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }

function galleryPage(assets: Assets, language: string, secondsLeft: number) {
  const t = textOf(language, 'America/Chicago')
  const endsAt = Temporal.Instant.from('2026-11-23T18:00:00Z')
  const idle = <IdleNotice t={t} endsAt={endsAt} secondsLeft={secondsLeft} extendPath="/session/extend" csrfToken="token" />
  return renderDocument(
    <PageFrame
      t={t}
      title="Gallery"
      agencyShortName="Agency"
      demonstration
      operatorName=""
      viewer={{ kind: 'account' }}
      currentPath="/account"
      csrfToken="token"
      languages={[]}
      audience="portal"
      assets={assets}
      wide
      idleNotice={idle}
    >
      <Gallery t={t} />
    </PageFrame>,
  )
}

export interface GalleryServer {
  address: string
  extended: string[]
  stop(): Promise<void>
}

/** Serves the gallery under the product's own policy: `?language=…&seconds=…`; remembers each extension of the session. */
export async function serveGallery(): Promise<GalleryServer> {
  const outDir = mkdtempSync(join(tmpdir(), 'portolan-gallery-'))
  await buildAssets(join(import.meta.dirname, '../..'), outDir)
  const assets = assetsFrom(outDir)
  const extended: string[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://gallery')
    if (url.pathname.startsWith('/assets/')) {
      const name = url.pathname.slice('/assets/'.length)
      response.writeHead(200, { 'content-type': kinds[name.split('.').pop() ?? ''] ?? 'text/plain' })
      return response.end(readFileSync(join(outDir, name)))
    }
    if (request.method === 'POST') {
      extended.push(url.pathname)
      response.writeHead(200, { 'content-type': 'application/json' })
      return response.end(JSON.stringify({ secondsLeft: 100, words: 'You are signed out at noon' }))
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentSecurityPolicy() })
    const secondsLeft = Number(url.searchParams.get('seconds') ?? 900)
    return response.end(galleryPage(assets, url.searchParams.get('language') ?? 'en', secondsLeft))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    extended,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(outDir, { recursive: true })
    },
  }
}
