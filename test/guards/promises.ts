/** One row of the promises and one named proof. */
export interface Promises {
  rows: { row: string; state: string }[]
  proofs: { row: string; file: string; title: string | null }[]
}

export function readPromises(markdown: string): Promises {
  const rows = [...markdown.matchAll(/^\| ([A-F]\d+) \| .*? \| (kept|partly|not yet)\b/gm)].map(([, row = '', state = '']) => ({ row, state }))
  const proofs = [...markdown.matchAll(/^- (?:([A-F]\d+) )?`([^`]+\.test\.tsx?)`(?: › (.*?))?\. Red: /gm)].map(
    ([, row = '', file = '', title]) => ({ row, file, title: title ?? null }),
  )
  return { rows, proofs }
}

const counts: Record<string, number> = { A: 19, B: 15, C: 7, D: 9, E: 8, F: 5 }

/** One sentence for each row that is missing, told twice or unproven, and each proof that names no test. */
export function promiseFaults({ rows, proofs }: Promises, textOf: (file: string) => string | null): string[] {
  const all = Object.entries(counts).flatMap(([letter, most]) => Array.from({ length: most }, (_, at) => `${letter}${at + 1}`))
  const missing = all.filter((row) => !rows.some((each) => each.row === row)).map((row) => `${row} has no state`)
  const twice = all.filter((row) => rows.filter((each) => each.row === row).length > 1).map((row) => `${row} has more than one state`)
  const unproven = rows
    .filter(({ row, state }) => state === 'kept' && !proofs.some((proof) => proof.row === row))
    .map(({ row }) => `${row} is called kept and names no test`)
  const dead = proofs.flatMap(({ row, file, title }) => {
    const text = textOf(file)
    if (text === null) return [`${row} names ${file}, which is not there`]
    return title === null || text.includes(title) ? [] : [`${row} names “${title}”, which ${file} does not have`]
  })
  return [...missing, ...twice, ...unproven, ...dead]
}
