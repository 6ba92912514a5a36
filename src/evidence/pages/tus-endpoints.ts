import { signedIn } from '../../accounts/index.ts'
import { type Answer, json, notFound } from '../../platform/http/answer.ts'
import { type Context, endpoint, type EndpointBody, records, recordsNothing, type Route } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { cleanFileName, inspectAnnounced } from '../../platform/scan/index.ts'
import type { UploadProblem } from '../evidence-file.ts'
import { beginResumable } from '../resumable/begin-resumable.ts'
import { cancelUpload } from '../resumable/cancel-upload.ts'
import { uploadStanding } from '../resumable/find-resumable.ts'
import { finishUpload } from '../resumable/finish-upload.ts'
import { type PieceOutcome, receivePiece } from '../resumable/receive-piece.ts'
import { recordPart, takePart } from '../resumable/record-part.ts'
import type { ResumableUpload } from '../resumable/resumable-upload.ts'
import { type UnderWay, uploadsUnderWay } from '../resumable/under-way.ts'
import { type EvidenceDraft, type EvidenceParts, filesMostOf, targetIn } from './evidence-draft.ts'
import { gone, headerBytes, metadataIn, otherVersion, protocolFault, refusedWith, standsAt } from './tus-headers.ts'
import { limitValues } from './words.ts'

type Place = { draft: string }
type UploadPlace = Place & { upload: string }

const statuses: Partial<Record<UploadProblem, number>> = { 'too-large': 413, 'type-not-allowed': 415, heic: 415, 'name-and-content-differ': 415, 'too-many-attempts': 429 }

const refused = ({ t, services }: Pick<Context, 't' | 'services'>, problem: UploadProblem): Answer =>
  refusedWith(problem, t(`evidence.problem.${problem}`, limitValues(services.agency, t)), statuses[problem] ?? 422)

/** A script learns in words that it has to wait for its person, and from a stale page the token that fits by now. */
const forScripts = {
  access: signedIn,
  signedOut: ({ t }: Pick<Context, 't'>) => refusedWith('signed-out', t('evidence.upload.signed-out'), 401),
  tooLate: (context: Pick<Context, 'csrfToken'>) => json({ problem: 'stale-token', token: context.csrfToken() }, 403),
}

const askedIn = (draft: EvidenceDraft, document: string) => draft.documents.find(({ id }) => id === document)

/** Creation: opens an upload, or finds the one of the same file that is half-way. */
const createEndpoint = (parts: EvidenceParts, underWay: UnderWay) =>
  endpoint({
    ...forScripts,
    path: paths.draftUploads,
    method: 'POST',
    audit: records(beginResumable),
    async run(context: Context<Place>, { headers }): Promise<Answer> {
      const other = otherVersion(headers)
      if (other) return other
      const draft = await parts.draftOf(context, context.params.draft)
      if (!draft) return notFound
      const sizeBytes = headerBytes(headers, 'upload-length')
      if (sizeBytes === null) return protocolFault('upload-length-missing', 400)
      return begun(context, underWay, draft, { sizeBytes, metadata: metadataIn(headers) })
    },
  })

interface Announcement {
  sizeBytes: number
  metadata: ReadonlyMap<string, string>
}

async function begun(context: Context<Place>, underWay: UnderWay, draft: EvidenceDraft, { sizeBytes, metadata }: Announcement): Promise<Answer> {
  const [document, raw, translates] = [metadata.get('document') ?? '', metadata.get('filename') ?? '', metadata.get('translates')]
  const asked = askedIn(draft, document)
  if (!asked) return refused(context, 'not-asked')
  const problem = inspectAnnounced({ fileName: raw, sizeBytes, limits: context.services.agency.uploads })
  if (problem) return refused(context, problem)
  const changedAt = (metadata.get('lastModified') ?? '').slice(0, 20)
  const result = await context.perform(beginResumable, { ...targetIn(draft, asked, translates), fileName: cleanFileName(raw) ?? '', sizeBytes, changedAt })
  if (!result.ok) return refused(context, result.refusal === 'not-allowed' ? 'draft-closed' : result.refusal)
  const { upload, isNew } = result.output
  if (isNew) underWay.begin(upload.id)
  return standsAt(upload, 201, { location: paths.draftUpload({ draft: draft.id, upload: upload.id }) })
}

/** HEAD: how much of it is durable. */
const standingEndpoint = endpoint({
  ...forScripts,
  path: paths.draftUpload,
  method: 'HEAD',
  audit: recordsNothing('a person’s own script asks how far their upload is'),
  async run(context: Context<UploadPlace>, { headers }): Promise<Answer> {
    const other = otherVersion(headers)
    if (other) return other
    const found = await context.read(uploadStanding, context.params)
    if (!found) return notFound
    return found.problem ? refused(context, found.problem) : standsAt(found.upload, 200)
  },
})

/** PATCH: the next piece. */
const pieceEndpoint = (parts: EvidenceParts, underWay: UnderWay) =>
  endpoint({
    ...forScripts,
    path: paths.draftUpload,
    method: 'PATCH',
    audit: records(takePart, recordPart, finishUpload),
    streams: true,
    async run(context: Context<UploadPlace>, body): Promise<Answer> {
      const other = otherVersion(body.headers)
      if (other) return other
      if (!body.stream) return protocolFault('content-type', 415)
      const found = await context.read(uploadStanding, context.params)
      if (!found) return notFound
      if (found.problem) return refused(context, found.problem)
      return notNow(found.upload, body) ?? piece(context, { parts, underWay, upload: found.upload }, body)
    },
  })

/** What the headers alone tell. */
function notNow(upload: ResumableUpload, { headers }: EndpointBody): Answer | null {
  const offset = headerBytes(headers, 'upload-offset')
  if (offset === null) return protocolFault('upload-offset-missing', 400)
  if (upload.outcome) return offset === upload.sizeBytes ? standsAt({ ...upload, offsetBytes: offset }, 204) : standsAt(upload, 409)
  return offset === upload.offsetBytes ? null : standsAt(upload, 409)
}

interface Coming {
  parts: EvidenceParts
  underWay: UnderWay
  upload: ResumableUpload
}

async function piece(context: Context<UploadPlace>, { parts, underWay, upload }: Coming, { headers, stream }: EndpointBody): Promise<Answer> {
  if (!stream) return notFound
  const length = headerBytes(headers, 'content-length')
  if (length !== null && upload.offsetBytes + length > upload.sizeBytes) return refused(context, 'too-large')
  const isLast = length === null || upload.offsetBytes + length === upload.sizeBytes
  const filesMost = isLast ? await filesMostFor(context, parts, upload) : 0
  if (filesMost === null) return refused(context, 'not-asked')
  const outcome = await receivePiece(context, underWay, { upload, filesMost, stream })
  // A browser reads the answer only when it has sent everything.
  stream.resume()
  return answerTo(context, upload, outcome)
}

/** Null: the draft is closed or does not ask for this document any more. */
async function filesMostFor(context: Context<UploadPlace>, { draftOf }: EvidenceParts, { document, translates }: ResumableUpload): Promise<number | null> {
  const draft = await draftOf(context, context.params.draft)
  const asked = draft ? askedIn(draft, document) : undefined
  return asked ? filesMostOf(asked, translates) : null
}

/** What can never become a file is over at once; what the person can mend, by removing a file, stays half-way. */
const mendable: ReadonlySet<UploadProblem> = new Set(['too-many-files', 'too-many-bytes', 'too-many-attempts'])

async function answerTo(context: Context<UploadPlace>, upload: ResumableUpload, outcome: PieceOutcome): Promise<Answer> {
  if (outcome.is === 'taken') return standsAt({ ...upload, offsetBytes: outcome.offset, outcome: outcome.outcome }, 204)
  if (outcome.is === 'gone') return notFound
  if (outcome.is === 'too-short') return protocolFault('first-piece-too-short', 400)
  if (outcome.is === 'moved') {
    const now = await context.read(uploadStanding, context.params)
    return now ? standsAt(now.upload, 409) : notFound
  }
  const problem = outcome.is === 'worn-out' ? 'interrupted' : outcome.problem
  if (!mendable.has(problem)) await context.perform(cancelUpload, context.params)
  return refused(context, problem)
}

/** DELETE: termination. */
const endEndpoint = endpoint({
  ...forScripts,
  path: paths.draftUpload,
  method: 'DELETE',
  audit: records(cancelUpload),
  async run(context: Context<UploadPlace>, { headers }): Promise<Answer> {
    const other = otherVersion(headers)
    if (other) return other
    const result = await context.perform(cancelUpload, context.params)
    return result.ok ? gone() : notFound
  },
})

/** The verbs of tus 1.0 for the documents of a draft: creation, HEAD, PATCH, termination, expiration. */
export function tusEndpoints(parts: EvidenceParts): readonly Route[] {
  const underWay = uploadsUnderWay()
  return [createEndpoint(parts, underWay), standingEndpoint, pieceEndpoint(parts, underWay), endEndpoint]
}
