import { Readable } from 'node:stream'
import { fileAnswer, notFound } from '../../../platform/http/answer.ts'
import { type Context, endpoint, records } from '../../../platform/http/page.ts'
import type { Delimiter } from '../../../platform/csv.ts'
import { officePaths } from '../../../platform/paths.ts'
import { staffWho } from '../../sessions/access.ts'
import { reportHead, reportLine } from '../file/refused-report.ts'
import { refusedRowsBehind, takeRefusedRows } from './one-intake.ts'

/** The report, some hundred rows at a time: each is opened when it is sent. */
async function* reportOf({ t, read, params: { intake } }: Context<{ intake: string }>, delimiter: Delimiter): AsyncGenerator<Buffer> {
  yield Buffer.from(reportHead(delimiter))
  for (let behind = 0; ; ) {
    const rows = (await read(refusedRowsBehind, { intake, behind })) ?? []
    const last = rows.at(-1)
    if (!last) return
    yield Buffer.from(rows.map((row) => reportLine(t, row, delimiter)).join(''))
    behind = last.line
  }
}

/** The refused rows as a file with the same columns: corrected, it is brought again. */
export const refusedRowsEndpoint = endpoint({
  path: officePaths.refusedRows,
  method: 'GET',
  access: staffWho('take-in-paper'),
  audit: records(takeRefusedRows),
  run: async (context) => {
    const taken = await context.perform(takeRefusedRows, { intake: context.params.intake })
    if (!taken.ok) return notFound
    return fileAnswer({ body: Readable.from(reportOf(context, taken.output.delimiter)), contentType: 'text/csv; charset=utf-8', fileName: 'refused-rows.csv' })
  },
})
