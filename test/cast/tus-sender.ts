import { request } from 'node:http'
import type { Readable } from 'node:stream'
import type { Actor } from '../../src/platform/actor.ts'
import { csrfHeaderName } from '../../src/platform/http/csrf.ts'
import { paths } from '../../src/platform/paths.ts'
import type { EvidenceGround, TestDraft } from './evidence-ground.ts'
import { type Answered, only } from './multipart-sender.ts'

export interface Announced {
  document?: string
  fileName?: string
  sizeBytes: number
  changedAt?: string
  translates?: string
}

/** Speaks tus 1.0 to the evidence pages as the person whose draft it is, or as another. */
export function tusSender(ground: Pick<EvidenceGround, 'services' | 'send' | 'tokenOf' | 'cookieOf' | 'port'>) {
  const own = async (draft: TestDraft, actor: Actor | undefined) => ({
    origin: ground.services.publicUrl,
    'tus-resumable': '1.0.0',
    [csrfHeaderName]: await ground.tokenOf(paths.draftEvidence({ draft: draft.id }), actor),
  })
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  return {
    async begin(draft: TestDraft, { document = 'card-copy', fileName = 'card.pdf', sizeBytes, changedAt = '', translates }: Announced, actor: Actor | undefined = draft.owner, headers: Record<string, string> = {}): Promise<Answered> {
      const metadata = Object.entries({ filename: fileName, document, lastModified: changedAt, ...(translates ? { translates } : {}) }).map(([name, value]) => `${name} ${base64(value)}`)
      const lines = { 'upload-length': `${sizeBytes}`, 'upload-metadata': metadata.join(',') }
      return ground.send('POST', paths.draftUploads({ draft: draft.id }), actor, { ...(await own(draft, draft.owner)), ...lines, ...headers })
    },
    async head(draft: TestDraft, upload: string, actor: Actor | undefined = draft.owner): Promise<Answered> {
      return ground.send('HEAD', upload, actor, { 'tus-resumable': '1.0.0' })
    },
    async patch(draft: TestDraft, upload: string, offset: number, bytes: Buffer | Readable, actor: Actor | undefined = draft.owner, headers: Record<string, string> = {}): Promise<Answered> {
      const lines = { 'upload-offset': `${offset}`, 'content-type': 'application/offset+octet-stream' }
      const sized: Record<string, string> = Buffer.isBuffer(bytes) ? { 'content-length': `${bytes.length}` } : {}
      const body = Buffer.isBuffer(bytes) ? only(bytes) : bytes
      return ground.send('PATCH', upload, actor, { ...(await own(draft, draft.owner)), ...lines, ...sized, ...headers }, body)
    },
    /** Sends the beginning of a piece that says it is longer, and hangs up. */
    async breakOff(draft: TestDraft, upload: string, offset: number, bytes: Buffer, saidBytes: number): Promise<void> {
      const lines = { 'upload-offset': `${offset}`, 'content-type': 'application/offset+octet-stream', 'content-length': `${saidBytes}` }
      const headers = { ...(await own(draft, draft.owner)), ...lines, cookie: ground.cookieOf(draft.owner) }
      const asked = request({ host: '127.0.0.1', port: ground.port, method: 'PATCH', path: upload, headers, agent: false })
      asked.on('error', () => undefined)
      await new Promise<void>((settle) => asked.write(bytes, () => settle()))
      asked.destroy()
    },
    async end(draft: TestDraft, upload: string, actor: Actor | undefined = draft.owner): Promise<Answered> {
      return ground.send('DELETE', upload, actor, await own(draft, draft.owner))
    },
  }
}

export const offsetOf = ({ headers }: Answered): number => Number(headers['upload-offset'])

/** Why it was refused, as a script reads it. */
export const problemOf = ({ body }: Answered): string => (JSON.parse(body) as { problem: string }).problem
