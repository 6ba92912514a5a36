import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Assets, assetsFrom } from '../ui/index.ts'

const root = join(import.meta.dirname, '../..')
export const assetsFolder = join(root, 'dist', 'assets')

/** The built assets. A checkout builds them when a source changed; the tools for it are loaded only then. */
export async function settleAssets(): Promise<Assets> {
  if (existsSync(join(root, 'assets'))) {
    const { buildAssetsIfStale } = await import('../ui/asset-build.ts')
    await buildAssetsIfStale(root)
  }
  return assetsFrom(assetsFolder)
}
