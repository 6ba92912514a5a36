import { isId } from '../../platform/ids.ts'
import { signedIn } from '../../accounts/index.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { type Context, endpoint, type EndpointBody, records, type UploadPart } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { beginUpload } from '../begin-upload.ts'
import { receiveUpload, type UploadOutcome } from '../receive-upload.ts'
import { recordUpload } from '../record-upload.ts'
import { type EvidenceDraft, type EvidenceParts, targetIn } from './evidence-draft.ts'
import { afterReplacing, afterTranslating, backWith } from './notice.ts'

export const documentField = 'document'
export const replacesField = 'replaces'
export const translatesField = 'translates'

/** Where each document's form posts its file. The hidden fields come before it, so that it can stream. */
export const uploadEndpoint = (parts: EvidenceParts) =>
  endpoint({
    path: paths.draftEvidence,
    method: 'POST',
    access: signedIn,
    audit: records(beginUpload, recordUpload),
    rawBody: true,
    comesBackTo: ({ draft }) => backWith(draft, 'signed-out'),
    tooLate: ({ params: { draft } }) => seeOther(backWith(draft, 'signed-out')),
    async run(context, body): Promise<Answer> {
      const draft = await parts.draftOf(context, context.params.draft)
      if (!draft || !body.parts) return notFound
      return seeOther(leadsTo(draft.id, await uploaded(context, draft, body.parts)))
    },
  })

/** What the hidden fields say of the file behind them; empty: nothing. */
interface About {
  document: string
  replaces: string
  translates: string
}

type Came = About & { outcome: UploadOutcome }

function leadsTo(draft: string, { document, replaces, translates, outcome }: Came): string {
  if (replaces) return afterReplacing(draft, replaces, outcome, document)
  return translates ? afterTranslating(draft, translates, outcome, document) : backWith(draft, outcome, document)
}

function read(about: About, { name, value }: { name: string; value: string }): void {
  if (name === documentField) about.document = value
  if (name === replacesField && isId(value)) about.replaces = value
  if (name === translatesField) about.translates = value
}

/** Reads the form to its end; only the first file with a name counts. */
async function uploaded(context: Context, draft: EvidenceDraft, parts: NonNullable<EndpointBody['parts']>): Promise<Came> {
  const about: About = { document: '', replaces: '', translates: '' }
  for await (const part of parts()) {
    if (part.kind === 'field') read(about, part)
    // Awaited here: leaving the loop lets the rest of the body pass unread.
    else if (part.fileName) return { ...about, ...(await outcomeOf(context, draft, about, part)) }
    else part.stream.resume()
  }
  return { ...about, outcome: 'no-file' }
}

async function outcomeOf(
  context: Context,
  draft: EvidenceDraft,
  { document, replaces, translates }: About,
  file: Extract<UploadPart, { kind: 'file' }>,
): Promise<{ document: string; outcome: UploadOutcome }> {
  const asked = draft.documents.find(({ id }) => id === document)
  if (!asked) return { document: '', outcome: 'not-asked' }
  // What is no file's id is a translation of nothing, and not a document: it is refused.
  return { document, outcome: await receiveUpload(context, { ...targetIn(draft, asked, translates), replaces }, file) }
}
