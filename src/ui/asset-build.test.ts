import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { buildAssets, buildAssetsIfStale } from './asset-build.ts'
import { type AssetName, assetsFrom } from './assets.ts'

const root = join(import.meta.dirname, '../..')
const outDir = mkdtempSync(join(tmpdir(), 'portolan-assets-'))
const built = (name: AssetName) => join(outDir, assetsFrom(outDir)(name).slice('/assets/'.length))

before(() => buildAssets(root, outDir))
after(() => rmSync(outDir, { recursive: true }))

test('every built file carries its hash, and has a brotli and a gzip twin', () => {
  const names = readdirSync(outDir).filter((name) => name !== 'manifest.json')
  assert.equal(names.length, 15)
  for (const name of names) assert.match(name, /\.[0-9a-f]{12}\.(css|js|svg)(\.br|\.gz)?$/)
  const css = readFileSync(built('portolan.css'), 'utf8')
  assert.equal(brotliDecompressSync(readFileSync(`${built('portolan.css')}.br`)).toString(), css)
})

test('assets that are built and unchanged are not built again', async () => {
  assert.equal(await buildAssetsIfStale(root, outDir), false)
})

test('assets that were never built are told in one line', () => {
  assert.throws(() => assetsFrom(join(outDir, 'none')), /not built/)
})

test('a first page’s style and script stay under 20 KB on the wire', () => {
  const bytes = [built('portolan.css'), built('portolan.js')].reduce((sum, path) => sum + readFileSync(`${path}.br`).length, 0)
  assert.ok(bytes < 20_000, `${bytes} bytes`)
})

test('the script of passkeys comes with the pages that have one alone, and stays under 6 KB on the wire', () => {
  assert.ok(readFileSync(`${built('passkeys.js')}.br`).length < 6_000)
  assert.doesNotMatch(readFileSync(built('portolan.js'), 'utf8'), /navigator\.credentials/)
})

test('the script of uploads comes with the pages that have them alone, and stays under 4 KB on the wire', () => {
  assert.ok(readFileSync(`${built('uploads.js')}.br`).length < 4_000)
  assert.doesNotMatch(readFileSync(built('portolan.js'), 'utf8'), /upload-offset/)
})

test('the style sheet fetches nothing: no picture, no font, no other sheet', () => {
  assert.deepEqual(readFileSync(built('portolan.css'), 'utf8').match(/url\([^)]*\)|@import|@font-face/g), null)
})

test('the design system’s colours all come from the palette, so that the dark theme holds', () => {
  const css = readFileSync(built('portolan.css'), 'utf8')
  const layer = css.slice(css.indexOf('@layer design-system{'), css.indexOf('--ink:'))
  assert.deepEqual(layer.match(/#[0-9a-f]{6}\b|#[0-9a-f]{3}\b/g), null)
})
