import { productFiles } from '../guards/source-files.ts'
import { fixedLimits } from './fixed-limits.ts'
import { countedLimitsIn } from './in-code.ts'

const windows: Record<string, string> = { '60': 'a minute', '3600': 'an hour', '86_400': 'a day' }

/** `docs/security/limits.md`, from the code and the table of tests. */
export function limitsPage(): string {
  const counted = countedLimitsIn(productFiles())
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, most, withinSeconds, file }) => `| \`${name}\` | ${most} in ${windows[withinSeconds] ?? `${withinSeconds} s`} | \`${file}\` |`)
  const fixed = fixedLimits.map(({ what, is, file, test, title }) => `| ${what} | \`${is}\` in \`${file}\` | \`${test}\` › ${title} |`)
  return `${intro}

## Tries within a window

| counted as | at most | declared in |
|---|---|---|
${counted.join('\n')}

## Times, sizes and strengths

| what | where | turns red |
|---|---|---|
${fixed.join('\n')}
`
}

const intro = `# Every limit, and the test that fails when it is raised

Written from the code by \`node --import tsx test/limits/write-limits-page.ts\`; \`test/guards/limits.test.ts\` says when it is old, and when the code has a limit that stands in no table. What the limits are for, and what follows when one is reached: [authentication.md](authentication.md), [sessions.md](sessions.md).

\`npm run faults\` really raises them, in copies of the tree (\`test/faults/limits.test.ts\`): each try by one, each window by half, each time by its next unit, each strength by one, and asks that the named test turn red by an assertion.

A window begins at the full minute, hour or day (UTC), so that across its edge twice as many can come in a short time, and never more than that in two windows. The first table is tested by \`test/limits/attempts.test.ts\`: so many presses are looked at, the next is not, nor one in the last second of the window, and the first of the next window is. One, of answers to reset questions, stands in the second table too.`
