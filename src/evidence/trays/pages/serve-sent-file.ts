import { signedIn } from '../../../accounts/index.ts'
import { parseReceiptNumber, partyCase } from '../../../cases/index.ts'
import { fileAnswer, notFound } from '../../../platform/http/answer.ts'
import { endpoint, recordsNothing } from '../../../platform/http/page.ts'
import { query } from '../../../platform/operation.ts'
import { paths } from '../../../platform/paths.ts'
import { fileContentType } from '../../evidence-file.ts'
import type { ShownFile } from '../../files.ts'
import { openStored } from '../../stored-file.ts'
import { sentFile } from '../sent-files.ts'

/** A file that was sent about a case, for who is on it now; anybody else's is as absent as what never was. */
const sentFileOfCase = query({
  name: 'evidence.sent-file-of-case',
  allow: (actor, _input: { receiptNumber: string; file: string }) => actor.kind === 'account',
  async run(context, { receiptNumber, file }): Promise<ShownFile | null> {
    const found = await partyCase(context, receiptNumber, 'read-case')
    return found ? sentFile.run(context, { caseId: found.id, file }) : null
  },
})

/** A download that no browser opens in our name. */
export const sentFileEndpoint = endpoint({
  path: paths.caseFile,
  method: 'GET',
  access: signedIn,
  audit: recordsNothing('the people of a case look at what was sent about it'),
  async run({ params, services, read }) {
    const parsed = parseReceiptNumber(params.receiptNumber, services.agency.receipts.prefixes)
    const found = parsed.ok ? await read(sentFileOfCase, { receiptNumber: parsed.number, file: params.file }) : null
    if (!found) return notFound
    const { file, shown, isCopy } = found
    const body = await openStored(services, shown)
    return fileAnswer({ body, contentType: fileContentType(file), fileName: file.name, ...(isCopy ? {} : { sha256: file.sha256 }) })
  },
})
