import { signedIn } from '../../accounts/index.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { type Context, endpoint, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { removedFilesOfDraft } from '../change/removed-files.ts'
import { restoreFile } from '../change/restore-file.ts'
import { type EvidenceParts, filesMostOf } from './evidence-draft.ts'
import { backWith } from './notice.ts'

/** The button that puts a removed file back; how many its document may have is the draft's to say. */
export const restoreEndpoint = (parts: EvidenceParts) =>
  endpoint({
    path: paths.restoreDraftEvidence,
    method: 'POST',
    access: signedIn,
    audit: records(restoreFile),
    comesBackTo: ({ draft }) => paths.draftEvidence({ draft }),
    async run(context: Context<{ draft: string; file: string }>): Promise<Answer> {
      const { draft: id, file } = context.params
      const draft = await parts.draftOf(context, id)
      if (!draft) return notFound
      const removed = (await context.read(removedFilesOfDraft, id))?.find((each) => each.file.id === file)
      const asked = draft.documents.find((each) => each.id === removed?.file.document)
      const result = await context.perform(restoreFile, { draft: id, file, filesMost: filesMostOf(asked) })
      if (result.ok) return seeOther(backWith(id, 'restored'))
      if (result.refusal === 'no-such-file' || result.refusal === 'not-allowed') return notFound
      return seeOther(backWith(id, result.refusal, removed?.file.document))
    },
  })
