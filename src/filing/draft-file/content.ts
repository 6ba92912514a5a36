import type { Answer, Day } from '../definition/definition.ts'

/** What a question of the file holds; the entries of a list without the ids that they have in a draft. */
export type FileAnswers = { readonly [questionId: string]: Answer | null | readonly FileAnswers[] }

/** What is sealed in a draft file. It names no person, no account and nothing by which a draft is known here. */
export type FileContent = {
  /** Lower case: `i-90`. */
  readonly form: string
  readonly edition: Day
  /** When the file was made, ISO 8601. */
  readonly savedAt: string
  /** As they were kept; of a file that came back, not looked at yet. */
  readonly answers: FileAnswers
}

/** Files are as long as the next multiple of this, so that their length tells little of what was answered. */
const blockBytes = 4096

/** The content as JSON in UTF-8, filled up with spaces, which JSON passes over. */
export function contentBytes({ form, edition, savedAt, answers }: FileContent): Buffer {
  const json = Buffer.from(JSON.stringify({ form, edition, savedAt, answers }))
  return Buffer.concat([json, Buffer.alloc((blockBytes - (json.length % blockBytes)) % blockBytes, ' ')])
}

/** An object that JSON can hold, and neither a list nor nothing. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads it back; undefined for what is no such content, however it came to be sealed. Never throws. */
export function contentFrom(bytes: Buffer): FileContent | undefined {
  const value = jsonIn(bytes)
  if (!isRecord(value)) return undefined
  const { form, edition, savedAt, answers } = value
  if (typeof form !== 'string' || !/^[a-z0-9-]{1,20}$/.test(form)) return undefined
  if (typeof edition !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(edition)) return undefined
  if (typeof savedAt !== 'string' || !isInstant(savedAt) || !isRecord(answers)) return undefined
  return { form, edition, savedAt, answers: answers as FileAnswers }
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function isInstant(text: string): boolean {
  try {
    return Temporal.Instant.from(text).epochMilliseconds > 0
  } catch {
    return false
  }
}
