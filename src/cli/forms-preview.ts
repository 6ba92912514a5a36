import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { assetsFolder, settleAssets } from '../app/settle-assets.ts'
import type { Config } from '../config.ts'
import { textOf } from '../platform/i18n/text.ts'
import { assetsFrom } from '../ui/index.ts'
import { livePreview } from './preview/live-preview.ts'
import { previewDocument } from './preview/preview-document.tsx'
import { previewServer } from './preview/preview-server.ts'

export type PreviewOptions = { readonly port?: number; readonly edition?: string; readonly language?: string }

const root = join(import.meta.dirname, '../..')

const foldersIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : [])).toSorted() : []

/** The edition that is asked for, or the newest; else what there is, as a sentence. By their folders: a file may be broken. */
function chosen(pack: string, form: string, { edition, language = 'en' }: PreviewOptions): { edition: string } | { refused: string } {
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

/**
 * Serves one form of the pack on this machine alone until it is told to stop: every page of it with its faults, drawn anew
 * when a file of the pack changes. It reads files and nothing else. Exit code 1 for a form that is not defined.
 */
export async function formsPreview(config: Config, code: string, options: PreviewOptions): Promise<number> {
  const form = code.toLowerCase()
  const pack = resolve(config.agencyPack)
  const found = chosen(pack, form, options)
  if ('refused' in found) {
    console.error(found.refused)
    return 1
  }
  await settleAssets()
  const language = options.language ?? 'en'
  const { edition } = found
  const preview = await livePreview({ pack, form, edition, language })
  const nothingYet = { t: textOf(language, 'UTC'), title: `${form} ${edition}`, assets: assetsFrom(assetsFolder), body: undefined }
  const broken = (fault = preview.fault) => previewDocument({ ...nothingYet, version: preview.version, fault })
  const server = previewServer(preview, { script: await scriptText(), broken })
  await once(server.listen(options.port ?? 0, '127.0.0.1'), 'listening')
  console.log(`${form} ${edition} is at http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  console.log('It is drawn anew when a file of the pack changes. Press Ctrl-C to stop.')
  await new Promise<void>((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => settle())
  })
  preview.end()
  server.closeAllConnections()
  server.close()
  return 0
}
