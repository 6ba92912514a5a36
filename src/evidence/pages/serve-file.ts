import { signedIn } from '../../accounts/index.ts'
import { type Answer, fileAnswer, notFound } from '../../platform/http/answer.ts'
import { type Context, endpoint, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { fileContentType, previewKey } from '../evidence-file.ts'
import { type ServedFile, servedFile } from '../files.ts'
import { openStored } from '../stored-file.ts'

type FileContext = Context<{ draft: string; file: string }>

const ownLook = recordsNothing('a person looks at their own file')

/** A file of the person's own, as it came in; it is a download, never opened by the browser in our name. */
export const downloadEndpoint = endpoint({
  path: paths.draftEvidenceFile,
  method: 'GET',
  access: signedIn,
  audit: ownLook,
  run: (context) =>
    answered(context, async ({ file, stored }) => {
      const body = await openStored(context.services, stored)
      return fileAnswer({ body, contentType: fileContentType(file), fileName: file.name, sha256: file.sha256 })
    }),
})

/** The picture of a page, counted from 1: `?page=2`. */
export const previewEndpoint = endpoint({
  path: paths.draftEvidencePreview,
  method: 'GET',
  access: signedIn,
  audit: ownLook,
  run: (context) =>
    answered(context, async ({ file, stored: { account, storageKey } }) => {
      const page = Number(context.query.page ?? '1')
      if (!Number.isInteger(page) || page < 1 || page > file.previews) return notFound
      const body = await openStored(context.services, { account, storageKey: previewKey(storageKey, page) })
      return fileAnswer({ body, contentType: 'image/webp', fileName: `${page}.webp`, inline: true })
    }),
})

async function answered(context: FileContext, answer: (served: ServedFile) => Promise<Answer>): Promise<Answer> {
  const served = await context.read(servedFile, { draft: context.params.draft, file: context.params.file })
  return served ? answer(served) : notFound
}
