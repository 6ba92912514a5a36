import { paths } from '../../platform/paths.ts'
import type { UploadOutcome } from '../receive-upload.ts'

const good = ['received', 'doubled', 'removed', 'cancelled', 'described'] as const
const problems = [
  'no-file',
  'bad-name',
  'empty',
  'too-large',
  'type-not-allowed',
  'heic',
  'name-and-content-differ',
  'not-asked',
  'too-many-files',
  'too-many-bytes',
  'draft-closed',
  'interrupted',
  'too-many-attempts',
  'signed-out',
] as const satisfies readonly (Exclude<UploadOutcome, 'received' | 'doubled'> | 'signed-out')[]

/** What a press of a button came to, told on the page it leads back to: a code and a document, nothing of the file. */
export type Notice =
  | { readonly kind: 'good'; readonly outcome: (typeof good)[number] }
  | { readonly kind: 'problem'; readonly problem: (typeof problems)[number]; readonly document: string }

/** The evidence page with what happened: `?document=card-copy&outcome=too-large`. */
export function backWith(draft: string, outcome: UploadOutcome | (typeof good)[number] | 'signed-out', document?: string): string {
  const query = new URLSearchParams({ ...(document ? { document } : {}), outcome })
  return `${paths.draftEvidence({ draft })}?${query}`
}

/** Reads it back; what is not one of our codes is no notice. */
export function noticeIn({ outcome, document = '' }: Readonly<Record<string, string>>): Notice | null {
  const done = good.find((each) => each === outcome)
  if (done) return { kind: 'good', outcome: done }
  const problem = problems.find((each) => each === outcome)
  return problem ? { kind: 'problem', problem, document } : null
}
