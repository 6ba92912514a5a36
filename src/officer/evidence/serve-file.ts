import { fileContentType, openStored, previewKey } from '../../evidence/index.ts'
import { fileAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import { endpoint, records, recordsNothing } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { caseOpenedHere } from '../case-file/opened-case.ts'
import { staffWho } from '../sessions/access.ts'
import { fileOfCase } from './file-of-case.ts'
import { lookAtFile } from './look-at-file.ts'

/** A document of a case, as a download that no browser opens in our name; each is on record. */
export const evidenceFileEndpoint = endpoint({
  path: officePaths.evidenceFile,
  method: 'GET',
  access: staffWho('read-file'),
  audit: records(lookAtFile),
  run: async (context) => {
    const { receiptNumber, file } = context.params
    const looked = await context.perform(lookAtFile, { receiptNumber, file })
    if (!looked.ok) return looked.refusal === 'file-not-opened' ? seeOther(officePaths.case({ receiptNumber })) : notFound
    const { file: sent, shown, isCopy } = looked.output
    const body = await openStored(context.services, shown)
    return fileAnswer({ body, contentType: fileContentType(sent), fileName: sent.name, ...(isCopy ? {} : { sha256: sent.sha256 }) })
  },
})

/** The picture of a page of a document, counted from 1: `?page=2`. It never holds more than its pixels. */
export const evidencePreviewEndpoint = endpoint({
  path: officePaths.evidencePreview,
  method: 'GET',
  access: staffWho('read-file'),
  audit: recordsNothing('the opening of the file is on record'),
  run: async (context) => {
    const { receiptNumber, file } = context.params
    const opened = await context.read(caseOpenedHere, { receiptNumber })
    if (opened === 'file-not-opened') return seeOther(officePaths.case({ receiptNumber }))
    if (!opened || opened === 'unknown-case') return notFound
    const shown = await context.read(fileOfCase, { caseId: opened.id, file })
    const page = Number(context.query.page ?? '1')
    if (!shown || !Number.isInteger(page) || page < 1 || page > shown.file.previews) return notFound
    const { account, storageKey } = shown.stored
    const body = await openStored(context.services, { account, storageKey: previewKey(storageKey, page) })
    return fileAnswer({ body, contentType: 'image/webp', fileName: `${page}.webp`, inline: true })
  },
})
