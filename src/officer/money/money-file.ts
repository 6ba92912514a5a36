import { reportCsv } from '../../filing/index.ts'
import { fileAnswer, notFound } from '../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { staffWho } from '../sessions/access.ts'
import { moneyOfDay } from './daily-money.ts'

/** A day's report as a file for a spreadsheet. */
export const moneyFileEndpoint = endpoint({
  path: officePaths.moneyFile,
  method: 'GET',
  access: staffWho('see-money'),
  audit: recordsNothing('sums of a day and ids of payments'),
  run: async (context) => {
    const found = await context.read(moneyOfDay, context.params)
    if (!found) return notFound
    const { day, provider } = found.report
    return fileAnswer({ body: Buffer.from(reportCsv(found.report)), contentType: 'text/csv; charset=utf-8', fileName: `money-${day}-${provider}.csv` })
  },
})
