import { csvLine } from '../../platform/csv.ts'
import { fileAnswer, notFound } from '../../platform/http/answer.ts'
import { endpoint, records } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { staffWho } from '../sessions/access.ts'
import { takeRecord } from './look-at-record.ts'
import { askedIn } from './sought.ts'

const head = ['at', 'kind', 'who', 'operation', 'subject', 'outcome', 'refusal', 'detail']

/** The newest entries that fit, for a spreadsheet; that they were taken is on record. */
export const recordFileEndpoint = endpoint({
  path: officePaths.recordFile,
  method: 'GET',
  access: staffWho('see-audit'),
  audit: records(takeRecord),
  run: async (context) => {
    const taken = await context.perform(takeRecord, { asked: askedIn(context.query), after: null })
    if (!taken.ok) return notFound
    const lines = taken.output.entries.map(({ at, actor_kind, actor_id, operation, subject, outcome, refusal, detail }) =>
      csvLine([at.toString(), actor_kind, actor_id ?? '', operation, subject ?? '', outcome, refusal ?? '', detail ? JSON.stringify(detail) : '']),
    )
    return fileAnswer({ body: Buffer.from(csvLine(head) + lines.join('')), contentType: 'text/csv; charset=utf-8', fileName: 'record.csv' })
  },
})
