import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FixedLimit } from '../limits/fixed-limits.ts'
import { countedLimitsIn, fixedLimitsIn, noLimits } from '../limits/in-code.ts'
import { root, type SourceFile } from './source-files.ts'

const occurrences = (text: string, part: string) => text.split(part).length - 1
const textOf = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null)

/** One sentence for each limit of the code that no table names, and each row that is not true of the code. */
export function limitFaults(files: readonly SourceFile[], rows: readonly FixedLimit[], pressed: string): string[] {
  const counted = countedLimitsIn(files)
  const declared = files
    .filter(({ path }) => path !== 'src/platform/attempts.ts')
    .reduce((sum, { text }) => sum + occurrences(text, 'withinSeconds:'), 0)
  const unreadable = declared === counted.length ? [] : [`${declared} windows in the code and ${counted.length} that can be read: write name, most and withinSeconds one after the other`]
  const unpressed = counted
    .filter(({ name, file }) => !pressed.includes(`'${name}'`) && !rows.some((row) => row.file === file && row.is.startsWith('most:')))
    .map(({ name, file }) => `${name} of ${file} is pressed by no test of test/limits`)
  const unnamed = fixedLimitsIn(files)
    .filter(({ file, name }) => !rows.some((row) => row.file === file && row.is.includes(name)) && !(`${file} ${name}` in noLimits))
    .map(({ file, name }) => `${name} of ${file} has no row in test/limits/fixed-limits.ts and no reason in in-code.ts`)
  return [...unreadable, ...unpressed, ...unnamed, ...rows.flatMap(rowFaults)]
}

function rowFaults({ what, file, is, times, weaker, test, title }: FixedLimit): string[] {
  const [text, proof] = [textOf(file), textOf(test)]
  if (text === null || proof === null) return [`${what}: ${file} or ${test} is not there`]
  const found = occurrences(text, is)
  return [
    ...(found === times ? [] : [`${what}: ${file} says “${is}” ${found} times, not ${times}`]),
    ...(is === weaker ? [`${what}: its weaker form is the same`] : []),
    ...(proof.includes(title) ? [] : [`${what}: ${test} has no “${title}”`]),
  ]
}
