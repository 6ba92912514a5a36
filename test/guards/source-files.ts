import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of the product as the guards read it; `path` is relative to the root, with forward slashes. */
export interface SourceFile {
  path: string
  text: string
}

export const root = join(import.meta.dirname, '../..')

/** The files that a pattern names, tests left out unless asked for. */
export function sourceFiles(patterns: readonly string[], { tests = false } = {}): SourceFile[] {
  return globSync([...patterns], { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => tests || !/\.test\.tsx?$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

export const productFiles = () => sourceFiles(['src/**/*.ts', 'src/**/*.tsx'])
