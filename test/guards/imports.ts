import { dirname, join } from 'node:path'
import { parseSync } from 'oxc-parser'
import type { SourceFile } from './source-files.ts'

/** From the ground up: a room may import from the ones before it, never from the ones behind it. */
export const rooms = [
  'platform', 'agency', 'audit', 'ui', 'accounts', 'profile', 'notifications', 'cases', 'evidence', 'representation',
  'filing', 'preparation', 'correspondence', 'officer', 'portal', 'status', 'api', 'config', 'app', 'cli', 'main',
] as const

/** Rooms that are a kit of parts: their files may be imported one by one. */
const openRooms = new Set(['platform', 'ui', 'config', 'app', 'cli'])

/** Packages for input and output, allowed below `src/platform` alone; these few are language and templates. */
const packagesEverywhere = new Set(['preact', 'zod', 'kysely', 'csv-parse'])
const packagesByFile: Record<string, readonly string[]> = {
  'src/cli': ['commander'],
  'src/app/metrics.ts': ['prom-client'],
  'src/ui': ['preact-render-to-string', 'esbuild', 'sass-embedded'],
  'src/accounts': ['@zxcvbn-ts/language-common'],
}

/** Every module a file names: imports, re-exports, and dynamic imports of a plain text. */
export function importsOf({ path, text }: SourceFile): string[] {
  const { module } = parseSync(path, text)
  const named = module.staticImports.map((each) => each.moduleRequest.value)
  const passedOn = module.staticExports.flatMap((each) => each.entries.flatMap((entry) => entry.moduleRequest?.value ?? []))
  const dynamic = module.dynamicImports
    .map((each) => text.slice(each.moduleRequest.start, each.moduleRequest.end))
    .filter((source) => /^['"]/.test(source))
    .map((source) => source.slice(1, -1))
  return [...named, ...passedOn, ...dynamic]
}

/** `config.ts` and `main.ts` are rooms of their own; the message and agency folders are data, open to all. */
const roomOf = (path: string): string => /^src\/([^/.]+)/.exec(path)?.[1] ?? ''

/** One sentence for each import that goes against the direction, past an index, or outside by a side door. */
export function importFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => importsOf(file).flatMap((target) => faultOf(file.path, target) ?? []))
}

function faultOf(path: string, target: string): string | null {
  return target.startsWith('.') ? inwardFault(path, join(dirname(path), target)) : packageFault(path, target)
}

function inwardFault(path: string, target: string): string | null {
  if (!target.startsWith('src/')) return null
  const [from, to] = [roomOf(path), roomOf(target)]
  if (from === 'cashier' || to === 'cashier') return cashierFault(path, from, to)
  if (from === to) return null
  const [fromAt, toAt] = [rooms.indexOf(from as never), rooms.indexOf(to as never)]
  if (toAt < 0 || fromAt < 0) return `${path} imports ${target}, which stands in no room`
  if (toAt > fromAt) return `${path} imports ${target}: ${from} stands below ${to}`
  if (!openRooms.has(to) && !/\/index\.tsx?$/.test(target)) return `${path} imports ${target} past ${to}/index.ts`
  return null
}

/** The cashier stands alone, as a provider does: it is started by the app and shares no code with it. */
function cashierFault(path: string, from: string, to: string): string | null {
  if (from === to) return null
  const starts = from === 'app' || from === 'cli'
  return starts && to === 'cashier' ? null : `${path}: the cashier shares no code with the product`
}

function packageFault(path: string, target: string): string | null {
  const name = target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : (target.split('/')[0] ?? '')
  if (target.startsWith('node:') || packagesEverywhere.has(name) || /^src\/(platform|cashier)\//.test(path)) return null
  const allowed = Object.entries(packagesByFile).some(([place, names]) => path.startsWith(place) && names.includes(name))
  return allowed ? null : `${path} imports the package ${name}, which belongs behind a port in platform`
}
