import { fileAnswer } from '../../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../../platform/http/page.ts'
import { officePaths } from '../../../platform/paths.ts'
import { staffWho } from '../../sessions/access.ts'
import { template } from '../file/template.ts'

/** A file with the header and one invented filing, to be filled in. */
export const templateEndpoint = endpoint({
  path: officePaths.intakeTemplate,
  method: 'GET',
  access: staffWho('take-in-paper'),
  audit: recordsNothing('an invented person'),
  run: async () => fileAnswer({ body: Buffer.from(template()), contentType: 'text/csv; charset=utf-8', fileName: 'paper-filings.csv' }),
})
