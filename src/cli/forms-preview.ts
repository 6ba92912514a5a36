import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { assetsFolder, settleAssets } from '../app/settle-assets.ts'
import type { Config } from '../config.ts'
import { textOf } from '../platform/i18n/text.ts'
import { assetsFrom } from '../ui/index.ts'
import type { News } from './preview/drawing.ts'
import { livePreview } from './preview/live-preview.ts'
import { previewDocument } from './preview/preview-document.tsx'
import { previewServer } from './preview/preview-server.ts'

export type PreviewOptions = { readonly port?: number; readonly edition?: string; readonly language?: string; readonly pack?: string }

const root = join(import.meta.dirname, '../..')

const foldersIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : [])).toSorted() : []

/** The edition that is asked for, or the newest; else what there is, as a sentence. By their folders: a file may be broken. */
function chosen(pack: string, form: string, { edition, language = 'en' }: PreviewOptions): { edition: string } | { refused: string } {
  if (!existsSync(join(pack, 'agency.ts'))) return { refused: `There is no agency pack in ${pack}` }
  const forms = foldersIn(join(pack, 'forms'))
  if (!forms.includes(form)) return { refused: `${form} is not a form that this pack defines; these are: ${forms.join(', ')}` }
  const editions = foldersIn(join(pack, 'forms', form))
  const asked = edition ?? editions.at(-1) ?? ''
  if (!editions.includes(asked)) return { refused: `${form} has no edition ${asked}; these are: ${editions.join(', ')}` }
  const languages = foldersIn(join(pack, 'texts'))
  if (!languages.includes(language)) return { refused: `The pack has no texts in ${language}; its languages are: ${languages.join(', ')}` }
  return { edition: asked }
}

async function scriptText(): Promise<string> {
  const { buildScript } = await import('../ui/asset-build.ts')
  return buildScript(root, 'preview')
}

/** Listens on this machine alone; the address, or undefined where the port is another program's. */
async function addressOf(server: Server, port: number): Promise<string | undefined> {
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined
    throw fault
  }
}

async function untilStopped(): Promise<void> {
  await new Promise<void>((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => settle())
  })
}

/**
 * Serves one form of the pack on this machine alone until it is told to stop: every page of it with its faults, drawn anew
 * when a file of the pack changes. It reads files and nothing else. Exit code 1 for a form that is not defined.
 */
export async function formsPreview(config: Config, code: string, options: PreviewOptions): Promise<number> {
  const form = code.toLowerCase()
  const pack = resolve(options.pack ?? config.agencyPack)
  const found = chosen(pack, form, options)
  if ('refused' in found) {
    console.error(found.refused)
    return 1
  }
  await settleAssets()
  const { language = 'en', port = 0 } = options
  const { edition } = found
  const preview = await livePreview({ pack, form, edition, language })
  const nothingYet = { t: textOf(language, 'UTC'), title: `${form} ${edition}`, assets: assetsFrom(assetsFolder), body: undefined }
  const broken = (news: News) => previewDocument({ ...nothingYet, version: preview.version, news })
  const server = previewServer(preview, { script: await scriptText(), broken })
  try {
    const url = await addressOf(server, port)
    if (url === undefined) {
      console.error(`--port: ${port} is in use by another program; choose another, or leave it out for a free one`)
      return 1
    }
    console.log(`${form} ${edition} is at ${url}`)
    console.log('It is drawn anew when a file of the pack changes. Press Ctrl-C to stop.')
    await untilStopped()
    return 0
  } finally {
    preview.end()
    server.closeAllConnections()
    server.close()
  }
}
