import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { loadAgency } from '../agency/index.ts'
import { assetsFolder, settleAssets } from '../app/settle-assets.ts'
import type { Config } from '../config.ts'
import { textOf } from '../platform/i18n/text.ts'
import { assetsFrom } from '../ui/index.ts'
import { livePreview } from './preview/live-preview.ts'
import { previewDocument } from './preview/preview-document.tsx'
import { previewServer } from './preview/preview-server.ts'

export type PreviewOptions = { readonly port?: string; readonly edition?: string; readonly language?: string }

const root = join(import.meta.dirname, '../..')

/** The edition that is asked for, or the newest; else what there is, as a sentence. */
async function chosen(config: Config, form: string, edition: string | undefined): Promise<{ edition: string } | { refused: string }> {
  const { definitions } = await loadAgency(config.agencyPack)
  const editions = [...(definitions.get(form)?.keys() ?? [])].toSorted()
  const last = editions.at(-1)
  if (!last) return { refused: `${form} is not a form that this pack defines; these are: ${[...definitions.keys()].join(', ')}` }
  if (edition !== undefined && !editions.includes(edition)) return { refused: `${form} has no edition ${edition}; these are: ${editions.join(', ')}` }
  return { edition: edition ?? last }
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
  const found = await chosen(config, form, options.edition)
  if ('refused' in found) {
    console.error(found.refused)
    return 1
  }
  await settleAssets()
  const language = options.language ?? 'en'
  const { edition } = found
  const preview = await livePreview({ pack: resolve(config.agencyPack), form, edition, language })
  const nothingYet = { t: textOf(language, 'UTC'), title: `${form} ${edition}`, assets: assetsFrom(assetsFolder), body: undefined }
  const broken = () => previewDocument({ ...nothingYet, version: preview.version, fault: preview.fault })
  const server = previewServer(preview, { script: await scriptText(), broken })
  await once(server.listen(Number(options.port ?? 0), '127.0.0.1'), 'listening')
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
