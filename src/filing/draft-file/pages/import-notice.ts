import { paths } from '../../../platform/paths.ts'
import type { StartedFromFile } from '../start-from-file.ts'

const problems = [
  'no-file',
  'no-passphrase',
  'stale',
  'signed-out',
  'interrupted',
  'not-a-draft-file',
  'newer-version',
  'too-large',
  'not-opened',
  'too-many-tries',
  'too-many-drafts',
  'form-not-filed-here',
  'edition-unknown',
  'edition-ended',
] as const

/** Why no draft was begun, as a code in the address: nothing of the file, and nothing of who sent it. */
export type ImportProblem = (typeof problems)[number]

/** The import page with what happened: `?problem=not-opened`. */
export const backWith = (problem: ImportProblem): string => `${paths.importDraft()}?problem=${problem}`

/** Reads it back; what is not one of our codes is no problem. */
export const problemIn = ({ problem }: Readonly<Record<string, string>>): ImportProblem | undefined =>
  problems.find((each) => each === problem)

/** The control that a problem is about. */
export const controlOf = (problem: ImportProblem): 'file' | 'passphrase' | '' => {
  if (problem === 'no-passphrase' || problem === 'not-opened') return 'passphrase'
  return ['stale', 'signed-out', 'too-many-tries', 'too-many-drafts'].includes(problem) ? '' : 'file'
}

/** The task list of the new draft, which says where it came from: `?read=file&left=2`. */
export const startedAt = ({ draft, leftOut }: StartedFromFile): string =>
  `${paths.draft({ draft })}?read=file${leftOut > 0 ? `&left=${leftOut}` : ''}`

/** How many answers were left out of a draft that was just read from a file; undefined: it was not. */
export function leftOutIn({ read, left = '0' }: Readonly<Record<string, string>>): number | undefined {
  return read === 'file' ? Number(/^\d{1,4}$/.exec(left)?.[0] ?? 0) : undefined
}
