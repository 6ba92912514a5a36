import { paths } from '../../platform/paths.ts'
import type { UploadOutcome } from '../receive-upload.ts'

const good = ['received', 'doubled', 'removed', 'removed-both', 'cancelled', 'described', 'moved', 'replaced', 'restored', 'reused'] as const
/** Beside what can be wrong with an upload. */
type OwnProblem = 'signed-out' | 'too-late' | 'same-file-there' | 'not-in-library'

const problems = [
  'no-file',
  'bad-name',
  'empty',
  'too-large',
  'type-not-allowed',
  'heic',
  'name-and-content-differ',
  'not-asked',
  'no-original',
  'same-as-original',
  'too-many-files',
  'too-many-bytes',
  'draft-closed',
  'interrupted',
  'too-many-attempts',
  'signed-out',
  'too-late',
  'same-file-there',
  'not-in-library',
] as const satisfies readonly (Exclude<UploadOutcome, 'received' | 'doubled'> | OwnProblem)[]

/** What a press of a button came to, told on the page it leads back to: a code and a document, nothing of the file. */
export type Notice =
  | { readonly kind: 'good'; readonly outcome: (typeof good)[number] }
  | { readonly kind: 'problem'; readonly problem: (typeof problems)[number]; readonly document: string }

/** The evidence page with what happened: `?document=card-copy&outcome=too-large`. */
export function backWith(draft: string, outcome: UploadOutcome | (typeof good)[number] | OwnProblem, document?: string): string {
  const query = new URLSearchParams({ ...(document ? { document } : {}), outcome })
  return `${paths.draftEvidence({ draft })}?${query}`
}

/** Where a file that should take another's place leads: back to the same form while it can still be mended there. */
export function afterReplacing(draft: string, file: string, outcome: UploadOutcome, document: string): string {
  if (outcome === 'received') return backWith(draft, 'replaced')
  if (outcome === 'doubled' || outcome === 'not-asked' || outcome === 'draft-closed') return backWith(draft, outcome, document)
  return `${paths.replaceDraftEvidence({ draft, file })}?${new URLSearchParams({ outcome })}`
}

/** Where a file of a translation leads: back to the page that asks for it, which asks then who made it. */
export function afterTranslating(draft: string, file: string, outcome: UploadOutcome, document: string): string {
  if (outcome === 'not-asked' || outcome === 'draft-closed' || outcome === 'no-original') return backWith(draft, outcome, document)
  return `${paths.translateDraftEvidence({ draft, file })}?${new URLSearchParams({ outcome })}`
}

/** Reads it back; what is not one of our codes is no notice. */
export function noticeIn({ outcome, document = '' }: Readonly<Record<string, string>>): Notice | null {
  const done = good.find((each) => each === outcome)
  if (done) return { kind: 'good', outcome: done }
  const problem = problems.find((each) => each === outcome)
  return problem ? { kind: 'problem', problem, document } : null
}
