import { csvLine } from '../../platform/csv.ts'
import { fileAnswer, notFound } from '../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { staffWho } from '../sessions/access.ts'
import { numbers } from './numbers.ts'
import { periodOf } from './period.ts'
import { cellWords, sectionIds } from './section.ts'
import { sections } from './sections.ts'

/** The table of one part of the page, for a spreadsheet: numbers as bare digits, what is too small in words. */
export const numbersFileEndpoint = endpoint({
  path: officePaths.numbersFile,
  method: 'GET',
  access: staffWho('see-numbers'),
  audit: recordsNothing('counts over many; nothing of anybody'),
  run: async (context) => {
    const id = sectionIds.find((each) => each === context.params.section)
    const found = id && (await context.read(numbers, periodOf(context.query)))
    if (!id || !found) return notFound
    const { t, services } = context
    const { head, rows } = sections[id](found, { t, agency: services.agency })
    const lines = [head.map((key) => t(key)), ...rows.map((cells) => cells.map((cell) => (typeof cell === 'number' ? cell : cellWords(t, cell))))]
    return fileAnswer({ body: Buffer.from(lines.map((line) => csvLine(line)).join('')), contentType: 'text/csv; charset=utf-8', fileName: `${id}-${found.since}-${found.today}.csv` })
  },
})
