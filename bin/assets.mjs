// Builds dist/assets when a source changed (`--check`: only says, exit code 1 when stale). Runs on the pinned Node.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAssetsIfStale, hashOfSources } from '../src/ui/asset-build.ts'
import { readManifest } from '../src/ui/assets.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

if (process.argv.includes('--check')) {
  const stale = readManifest(`${root}/dist/assets`)?.sources !== hashOfSources(root)
  console.log(stale ? 'The assets are stale.' : 'The assets are up to date.')
  process.exit(stale ? 1 : 0)
}
console.log((await buildAssetsIfStale(root)) ? 'The assets are built.' : 'The assets are up to date.')
process.exit(0)
