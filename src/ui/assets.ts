import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type AssetName = 'portolan.css' | 'portolan.js' | 'passkeys.js' | 'uploads.js' | 'mark.svg'

/** Gives the address of a built file: `/assets/portolan.3f2a….css`. Such a file never changes and may be cached for ever. */
export type Assets = (name: AssetName) => string

/** What the build leaves beside the files: each name with its hashed file, and the hash of all sources it was built from. */
export type AssetManifest = { sources: string; files: Record<string, string> }

export function readManifest(outDir: string): AssetManifest | null {
  try {
    return JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8')) as AssetManifest
  } catch {
    return null
  }
}

/** Reads the manifest of `outDir` once; throws when the assets were never built. */
export function assetsFrom(outDir: string): Assets {
  const manifest = readManifest(outDir)
  if (!manifest) throw new Error('The assets are not built: run node bin/assets.mjs')
  return (name) => `/assets/${manifest.files[name]}`
}
