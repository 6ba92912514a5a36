import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Drawable } from './drawing.ts'

const root = join(import.meta.dirname, '../../..')
const compiler = join(root, 'node_modules/typescript/bin/tsc')

/** As the product's own sources are judged, as far as a definition can tell the difference. */
const options = [
  ...['--ignoreConfig', '--noEmit', '--pretty', 'false', '--skipLibCheck', '--strict', '--noUncheckedIndexedAccess'],
  ...['--allowImportingTsExtensions', '--verbatimModuleSyntax', '--resolveJsonModule'],
  ...['--target', 'esnext', '--lib', 'esnext,dom', '--module', 'preserve', '--moduleResolution', 'bundler'],
  ...['--jsx', 'react-jsx', '--jsxImportSource', 'preact', '--types', 'node', '--typeRoots', join(root, 'node_modules/@types')],
]

const faultsMost = 20
const printedMost = 1_000_000

/** `forms/x-10/…/form.ts:14:9: Type …`, the path as it stands in the pack; undefined where it is no line of the pack's. */
function inPack(pack: string, line: string): string | undefined {
  const [, file, row, column, said] = /^(.+?)\((\d+),(\d+)\): error TS\d+: (.+)$/.exec(line) ?? []
  const path = file === undefined ? '..' : relative(pack, resolve(root, file))
  return path.startsWith('..') ? undefined : `${path}:${row}:${column}: ${said}`
}

/**
 * What the compiler says of a form's definition, a line each, none for one that fits; null where it cannot be asked, for
 * want of the compiler or of the sources that a pack in a folder of its own does not lie beside.
 */
export async function typeFaults({ pack, form, edition }: Drawable, given: AbortSignal): Promise<readonly string[] | null> {
  const file = join(pack, 'forms', form, edition, 'form.ts')
  if (!existsSync(compiler) || !existsSync(file)) return null
  const printed = await new Promise<string>((settle) => {
    const arguments_ = [compiler, ...options, file]
    execFile(process.execPath, arguments_, { cwd: root, signal: given, maxBuffer: printedMost, killSignal: 'SIGKILL' }, (_failed, stdout) => settle(stdout))
  })
  if (/TS2307: .*definition\/definition\.ts/.test(printed)) return null
  return printed
    .split('\n')
    .flatMap((line) => inPack(pack, line) ?? [])
    .slice(0, faultsMost)
}
