import { parseSync } from 'oxc-parser'
import type { SourceFile } from './source-files.ts'

/** Written by a program, read by one: its length says nothing. */
const generated = new Set(['src/platform/db/tables.ts'])

export const limits = { fileLinesMost: 300, functionLinesMost: 70 }

export interface Sizes {
  files: { path: string; lines: number }[]
  functions: { path: string; name: string; lines: number }[]
  commentShare: number
}

type Node = { type: string; start: number; end: number; [key: string]: unknown }

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

function walk(node: Node, visit: (node: Node) => void) {
  visit(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit)
  }
}

const linesIn = (text: string) => text.split('\n').length

/** Measures every file and every function that has a body of statements. */
export function sizesOf(files: readonly SourceFile[]): Sizes {
  const sizes: Sizes = { files: [], functions: [], commentShare: 0 }
  let [comments, lines] = [0, 0]
  for (const { path, text } of files) {
    const parsed = parseSync(path, text)
    const count = linesIn(text.trimEnd())
    sizes.files.push({ path, lines: count })
    lines += count
    comments += parsed.comments.reduce((sum, comment) => sum + linesIn(text.slice(comment.start, comment.end)), 0)
    walk(parsed.program as unknown as Node, (node) => {
      if (!functionTypes.has(node.type) || !isNode(node.body) || node.body.type !== 'BlockStatement') return
      const name = isNode(node.id) ? String(node.id.name) : 'a function'
      sizes.functions.push({ path, name, lines: linesIn(text.slice(node.start, node.end)) })
    })
  }
  sizes.commentShare = comments / Math.max(1, lines)
  return sizes
}

export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

/** One sentence for each file or function that is too long. */
export function sizeFaults(sizes: Sizes): string[] {
  return [
    ...sizes.files.filter(({ path, lines }) => lines > limits.fileLinesMost && !generated.has(path)).map(({ path, lines }) => `${path} has ${lines} lines`),
    ...sizes.functions
      .filter(({ lines }) => lines > limits.functionLinesMost)
      .map(({ path, name, lines }) => `${path}: ${name} has ${lines} lines`),
  ]
}
