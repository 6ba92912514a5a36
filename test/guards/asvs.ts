/** A row of the page that says how each requirement is met. */
export interface Requirement {
  id: string
  state: string
  by: string
}

export const readRequirements = (markdown: string): Requirement[] =>
  [...markdown.matchAll(/^\| (V\d+\.\d+\.\d+) \| [123] \| (kept|departs|no part) \| (.*) \|$/gm)].map(
    ([, id = '', state = '', by = '']) => ({ id, state, by }),
  )

/** Where each numbered section of a chapter ends; the standard skips a number here and there. */
const chapters: Record<string, { last: readonly number[]; skipped: readonly string[] }> = {
  V6: { last: [3, 12, 8, 6, 6, 3, 0, 4], skipped: ['V6.4.5', 'V6.8.3'] },
  V7: { last: [3, 4, 2, 5, 3, 2], skipped: [] },
}

const idsOf = (chapter: string, { last, skipped }: (typeof chapters)[string]) =>
  last
    .flatMap((most, section) => Array.from({ length: most }, (_, at) => `${chapter}.${section + 1}.${at + 1}`))
    .filter((id) => !skipped.includes(id))

const namedTests = (by: string) => [...by.matchAll(/`([^`]+\.test\.tsx?)`(?: › ([^;|]+))?/g)].map(([, file = '', title]) => ({ file, title: title?.trim() }))

/** One sentence for each requirement without a row, each row without a reason, and each test that is not there. */
export function requirementFaults(rows: readonly Requirement[], textOf: (file: string) => string | null): string[] {
  const missing = Object.entries(chapters)
    .flatMap(([chapter, sizes]) => idsOf(chapter, sizes))
    .filter((id) => rows.filter((row) => row.id === id).length !== 1)
    .map((id) => `${id} has not one row`)
  const silent = rows.filter(({ by }) => by.trim() === '').map(({ id }) => `${id} says nothing`)
  const dead = rows.flatMap(({ id, by }) =>
    namedTests(by).flatMap(({ file, title }) => {
      const text = textOf(file)
      if (text === null) return [`${id} names ${file}, which is not there`]
      return title === undefined || text.includes(title) ? [] : [`${id} names “${title}”, which ${file} does not have`]
    }),
  )
  return [...missing, ...silent, ...dead]
}
