/** On what the functions below make and on nothing else: what a page shows may have a key `answer` of its own. */
const mark = Symbol('answer')
interface Marked {
  readonly [mark]: true
}

type Given =
  | { readonly answer: 'see-other'; readonly to: string }
  | { readonly answer: 'not-found' }
  | { readonly answer: 'overloaded'; readonly retryAfterSeconds: number }
  | { readonly answer: 'too-many'; readonly retryAfterSeconds: number }
  | { readonly answer: 'json'; readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> }
  | { readonly answer: 'empty'; readonly status: number; readonly headers: Record<string, string> }
  | { readonly answer: 'text'; readonly status: number; readonly body: string }
  | { readonly answer: 'file'; readonly file: FileAnswer }

/** What a page or endpoint answers when it does not show its own view. */
export type Answer = Given & Marked

const marked = (given: Given): Answer => ({ ...given, [mark]: true })

export interface FileAnswer {
  readonly body: NodeJS.ReadableStream | Buffer
  readonly contentType: string
  readonly fileName: string
  /** What its bytes had when they came in, in hexadecimal: with others it is not given out. */
  readonly sha256?: string
  /** Pictures of pages are shown in place; everything else is a download. */
  readonly inline?: boolean
}

/** After a POST, and for every move to another page of ours. */
export const seeOther = (to: string): Answer => marked({ answer: 'see-other', to })
/** One page for “does not exist” and “is not yours”. */
export const notFound: Answer = marked({ answer: 'not-found' })
export const overloaded = (retryAfterSeconds: number): Answer => marked({ answer: 'overloaded', retryAfterSeconds })
/** This network asked too often: a polite wait (RFC 6585 section 4). */
export const tooMany = (retryAfterSeconds: number): Answer => marked({ answer: 'too-many', retryAfterSeconds })
export const json = (body: unknown, status = 200, headers?: Record<string, string>): Answer =>
  marked(headers ? { answer: 'json', status, body, headers } : { answer: 'json', status, body })
/** Headers alone say what there is to say. */
export const noContent = (headers: Record<string, string>, status = 204): Answer => marked({ answer: 'empty', status, headers })
export const plainText = (body: string, status = 200): Answer => marked({ answer: 'text', status, body })
export const fileAnswer = (file: FileAnswer): Answer => marked({ answer: 'file', file })

export const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null && mark in value
