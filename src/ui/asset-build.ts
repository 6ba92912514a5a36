import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type AssetManifest, readManifest } from './assets.ts'
import { adaptDesignSystem, parseCss, printCss } from './design-system-css.ts'

const sha = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

/** A hash over every file the assets are made from, the lock file (for the design system's version) included. */
export function hashOfSources(root: string): string {
  const names = globSync(['assets/**/*.*', 'src/ui/**/*.{ts,tsx}', 'package-lock.json'], { cwd: root }).sort()
  return sha(...names.flatMap((name) => [name, readFileSync(join(root, name))]))
}

const classesDrawn = (root: string) =>
  new Set(
    globSync('src/ui/**/*.tsx', { cwd: root, exclude: (name) => name.includes('.test.') }).flatMap(
      (name) => readFileSync(join(root, name), 'utf8').match(/usa-[\w-]+/g) ?? [],
    ),
  )

// The design system counts contrast when it compiles, so it gets plain colours; the light palette's values become
// custom properties afterwards, and with them the dark theme.
const otherColours: [string, string][] = [
  ['#fff', 'var(--paper)'],
  ['white', 'var(--paper)'],
  ['#000', 'var(--ink)'],
  ['black', 'var(--ink)'],
  ['#454545', 'var(--ink-soft)'],
  ['#c9c9c9', 'var(--line)'],
  ['#e6e6e6', 'var(--line)'],
]

function coloursOf(css: string): Map<string, string> {
  const light = /:root\{([^}]*--ink:[^}]*)\}/.exec(css)?.[1] ?? ''
  const pairs = [...light.matchAll(/--([\w-]+): *(#[0-9a-f]{6})/g)].map((m): [string, string] => [m[2] ?? '', `var(--${m[1]})`])
  return new Map([...otherColours, ...pairs])
}

// Every start asks whether the assets are stale and hardly any builds them: the tools are loaded when they are used.

/** Compiles the style sheet: the design system's used parts, themed and made logical, then our own layers. */
export async function buildStyles(root: string): Promise<string> {
  const [{ compileAsync, Logger }, { transform }] = await Promise.all([import('sass-embedded'), import('esbuild')])
  const compiled = await compileAsync(join(root, 'assets/styles/portolan.scss'), {
    loadPaths: [join(root, 'node_modules/@uswds/uswds/packages')],
    quietDeps: true,
    logger: Logger.silent,
    style: 'compressed',
    charset: false,
  })
  const nodes = adaptDesignSystem(parseCss(compiled.css), classesDrawn(root), coloursOf(compiled.css))
  return (await transform(printCss(nodes), { loader: 'css', minify: true })).code
}

/** Bundles an entry of the enhancement modules into one small file. */
export async function buildScript(root: string, name: 'portolan' | 'passkeys' | 'uploads' | 'preview'): Promise<string> {
  const entry = join(root, `assets/scripts/${name}.ts`)
  const { build } = await import('esbuild')
  const result = await build({ entryPoints: [entry], bundle: true, minify: true, format: 'esm', target: 'es2022', write: false })
  return result.outputFiles[0]?.text ?? ''
}

function writeAsset(outDir: string, name: string, content: string): string {
  const dot = name.lastIndexOf('.')
  const hashed = `${name.slice(0, dot)}.${sha(content).slice(0, 12)}${name.slice(dot)}`
  const path = join(outDir, hashed)
  writeWhole(path, content)
  writeWhole(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  writeWhole(`${path}.gz`, gzipSync(content, { level: 9 }))
  return hashed
}

/** Two builds may run at once, and one of them serve already: nobody reads half a file. */
function writeWhole(path: string, content: string | Buffer): void {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, content)
  renameSync(draft, path)
}

/**
 * Builds `dist/assets` of the project at `root`: hashed names, `.br` and `.gz` beside each, and `manifest.json`. Files of
 * earlier builds stay: a page that was opened before still asks for them. The manifest comes last and whole.
 */
export async function buildAssets(root: string, outDir = join(root, 'dist/assets')): Promise<AssetManifest> {
  const sources = hashOfSources(root)
  const [styles, script, passkeys, uploads] = await Promise.all([
    buildStyles(root),
    buildScript(root, 'portolan'),
    buildScript(root, 'passkeys'),
    buildScript(root, 'uploads'),
  ])
  const contents = {
    'portolan.css': styles,
    'portolan.js': script,
    'passkeys.js': passkeys,
    'uploads.js': uploads,
    'mark.svg': readFileSync(join(root, 'assets/icons/mark.svg'), 'utf8'),
  }
  mkdirSync(outDir, { recursive: true })
  const files = Object.fromEntries(
    Object.entries(contents).map(([name, content]) => [name, writeAsset(outDir, name, content)]),
  )
  const manifest = { sources, files }
  writeWhole(join(outDir, 'manifest.json'), JSON.stringify(manifest, null, 2))
  return manifest
}

/** Builds only when a source changed since the last build; says whether it did. */
export async function buildAssetsIfStale(root: string, outDir = join(root, 'dist/assets')): Promise<boolean> {
  if (readManifest(outDir)?.sources === hashOfSources(root)) return false
  await buildAssets(root, outDir)
  return true
}
