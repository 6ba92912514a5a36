import type { AnswerFileProblem, Received } from './receive-files.ts'

type ShownProblem = AnswerFileProblem | 'signed-out'

const problems: Readonly<Record<ShownProblem, true>> = {
  'no-file': true,
  'too-many-files': true,
  'bad-name': true,
  empty: true,
  'too-large': true,
  'type-not-allowed': true,
  heic: true,
  'name-and-content-differ': true,
  interrupted: true,
  'signed-out': true,
}

const isProblem = (text: string): text is ShownProblem => Object.hasOwn(problems, text)

/** What the address says of the files that were just sent: how many, and why others were not taken; never what they are called. */
export const withReceived = (path: string, { added, there, problems: why }: Received): string =>
  `${path}?${new URLSearchParams({ added: String(added), there: String(there), ...(why.length > 0 ? { not: why.join(' ') } : {}) })}`

export const signedOut = (path: string): string => `${path}?${new URLSearchParams({ not: 'signed-out' })}`

export interface FilesOutcome {
  readonly added: number
  readonly there: number
  /** Each once. */
  readonly problems: readonly ShownProblem[]
}

const count = (text: string | undefined): number => Math.max(0, Math.min(20, Number.parseInt(text ?? '0', 10) || 0))

export const filesOutcomeIn = ({ added, there, not = '' }: Readonly<Record<string, string>>): FilesOutcome => ({
  added: count(added),
  there: count(there),
  problems: [...new Set(not.split(' ').filter(isProblem))],
})
