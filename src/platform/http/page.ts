import type { Readable } from 'node:stream'
import type { ComponentChildren, VNode } from 'preact'
import type { BuiltInRefusal, Operation, Performer, RequestFacts, Result } from '../operation.ts'
import type { MessageKey, MessageValue, Text } from '../i18n/text.ts'
import type { ParamsOf, PathBuilder } from '../paths.ts'
import type { Services } from '../services.ts'
import type { TalliedKind } from '../figures/tally.ts'
import type { Answer } from './answer.ts'
import type { FieldError, Fields, ValuesOf } from './field.ts'
import type { OwnCookieName } from './own-cookies.ts'
import type { Posted } from './posted.ts'
import type { Access, Visit } from './visit.ts'

/** What a request gives to a page or endpoint. */
export interface Context<P = Record<string, string>> extends Performer {
  readonly t: Text
  readonly visit: Visit
  readonly services: Services
  readonly params: P
  readonly query: Readonly<Record<string, string>>
  /** The path and query of this request, for “come back here”. */
  readonly url: string
  readonly request: RequestFacts
  /** The hidden field every form of ours carries; asking for it gives a visitor a cookie to bind it to. */
  csrfToken(): string
  /** Only what `own-cookies.ts` lists is ever kept on a device, and only that is shown on the page about it. */
  cookie(name: OwnCookieName): string | undefined
  setCookie(name: OwnCookieName, value: string, keepSeconds?: number): void
  /** Adds one to what is counted of pages, for devices that allow it; nothing of who it was is kept. */
  tally(kind: TalliedKind, place: string, name: string): void
  /** A new session's secret: set as the listener's own cookie. */
  startSession(secret: string): void
  /** Takes the session cookie back and clears what the browser stored for us. */
  endSession(): void
}

/** What the view knows of the form: what was posted, and what is wrong with it. */
export interface FormState {
  value(name: string): string
  values(name: string): readonly string[]
  error(name: string): string | undefined
  readonly errors: readonly { at: string; message: string }[]
  /** True when these values were typed in a session that ended: shown again, not saved. */
  readonly parked: boolean
}

export interface View {
  title: string
  body: ComponentChildren
  /** Beside the main column on wide screens, after it on narrow ones. */
  aside?: VNode
  /** Seconds after which a page that waits for a job asks again. */
  refreshSeconds?: number
  wide?: boolean
  /** A script of ours that this page needs beside the one of all pages. */
  script?: 'passkeys.js' | 'uploads.js' | undefined
}

/** Where a refusal is shown: at a control (`at: ''`: above the form), or as another answer. */
export type RefusalShown<C> = { at: string; key: MessageKey; values?: Record<string, MessageValue> } | ((context: C) => Answer)

/**
 * Steps that belong together but not in one transaction (a hash is never computed inside one). It asks only for what it
 * needs of a request, so that others than pages can go through it.
 */
export interface Procedure<I, O, R extends string, C = Context> {
  readonly refusals: readonly R[]
  readonly call: (context: C, input: I) => Promise<Result<O, R> | Answer>
}

export function procedure<I, O, const R extends string, C>(declared: Procedure<I, O, R, C>): Procedure<I, O, R, C> {
  return declared
}

export interface Submit<P, F extends Fields<M>, M, I, O, R extends string> {
  operation: Operation<I, O, R> | Procedure<I, O, R>
  input: (values: ValuesOf<F>, context: Context<P>, model: M) => I
  /** Every refusal the operation can give has its words; leaving one out does not compile. */
  shows: Record<R, RefusalShown<Context<P>>> & Partial<Record<BuiltInRefusal, RefusalShown<Context<P>>>>
  then: (output: O, context: Context<P>, model: M, values: ValuesOf<F>) => Answer
  /** Given what was posted when a field is wrong, for pages that keep what was typed: the model that the page is shown again with. */
  unaccepted?: (posted: Posted, context: Context<P>, model: M) => Promise<M>
}

/** What this page leaves in the record: the operations that write it, or why it writes nothing. */
export type AuditNote = { readonly records: readonly string[] } | { readonly nothing: string }

export const records = (...operations: { name: string }[]): AuditNote => ({ records: operations.map((each) => each.name) })
export const recordsNothing = (why: string): AuditNote => ({ nothing: why })

export interface Page<B extends PathBuilder, F extends Fields<M>, M, I, O, R extends string> {
  path: B
  access: Access
  audit: AuditNote
  load?: (context: Context<ParamsOf<B>>) => Promise<M | Answer>
  /** The model is only shown: fields, input and what follows do without it, so that a post that goes through loads nothing. */
  loadsToShow?: true
  fields?: F
  view: (shown: { t: Text; model: M; form: FormState; context: Context<ParamsOf<B>> }) => View
  submit?: Submit<ParamsOf<B>, F, M, I, O, R>
  /** What tells the forms of this address apart, so that what is parked comes back on its own: a name of the query, and which of them is shown. */
  toldApartBy?: { readonly name: string; readonly shown: (model: M) => string | undefined }
  /** Origins other than ours to which the form's answer may lead (CSP form-action). */
  leavesTo?: (services: Services) => readonly string[]
}

/** An address that is only posted to: a button's own form on some page. */
export interface Action<B extends PathBuilder, F extends Fields, I, O, R extends string> {
  path: B
  access: Access
  audit: AuditNote
  fields?: F
  submit: Omit<Submit<ParamsOf<B>, F, undefined, I, O, R>, 'shows'> & {
    /** An action has no page of its own: each refusal leads somewhere. */
    shows: Record<R | BuiltInRefusal, (context: Context<ParamsOf<B>>) => Answer>
  }
  /** Where wrong input leads: back to the page that has the form. */
  back: (context: Context<ParamsOf<B>>, errors: readonly FieldError[]) => Answer
}

export type EndpointMethod = 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE'

/** An address that is not a page: JSON, a file, an event from outside. */
export interface Endpoint<B extends PathBuilder> {
  path: B
  method: EndpointMethod
  access: Access
  audit: AuditNote
  /** Why an unsafe method here needs no form token: it proves itself otherwise (a signature). Left out: it needs one. */
  provesItself?: string
  /** The body is handed on unread, for signatures and streamed uploads. */
  rawBody?: boolean
  /** The body is handed on as a stream that nobody has read from; the token is a header. */
  streams?: boolean
  /** What is answered to a script whose session has ended, in place of the way to sign in. */
  signedOut?: (context: Context<ParamsOf<B>>) => Answer
  /** Where to come back to after signing in, for who posted here when their session had ended. Left out: here. */
  comesBackTo?: (params: ParamsOf<B>) => string
  /** The form that this endpoint keeps while it is typed: what comes here when its session had ended waits there. */
  parksAt?: (params: ParamsOf<B>, query: Readonly<Record<string, string>>) => string
  /** What is answered to a page of ours of a session that this browser no longer has. Left out: as to any wrong token. */
  tooLate?: (context: Context<ParamsOf<B>>) => Answer
  run: (context: Context<ParamsOf<B>>, body: EndpointBody) => Promise<Answer>
}

export interface EndpointBody {
  posted: Posted
  raw: Buffer | null
  /** What `streams` asked for; null where the body is of another kind than `application/offset+octet-stream`. */
  stream: Readable | null
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** A multipart body's parts, streamed; null when the body is of another kind. */
  parts: (() => AsyncIterable<UploadPart>) | null
}

export type UploadPart =
  | { kind: 'field'; name: string; value: string }
  | { kind: 'file'; name: string; fileName: string; stream: NodeJS.ReadableStream & { truncated?: boolean } }

/** Anything the server can be given to serve; `kind` tells the three shapes apart. */
export type Route =
  | ({ kind: 'page' } & AnyPage)
  | ({ kind: 'action' } & AnyAction)
  | ({ kind: 'endpoint' } & AnyEndpoint)

// The router treats every page alike; what each page's own types promised was checked where it was declared.
// biome-ignore lint/suspicious/noExplicitAny: existential types are not expressible
export type AnyPage = Page<any, any, any, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: existential types are not expressible
export type AnyAction = Action<any, any, any, any, any>

// biome-ignore lint/suspicious/noExplicitAny: existential types are not expressible
export type AnyEndpoint = Endpoint<any>

export function page<B extends PathBuilder, F extends Fields<M>, M = undefined, I = undefined, O = undefined, const R extends string = never>(
  declared: Page<B, F, M, I, O, R>,
): Route {
  return { kind: 'page', ...declared } as unknown as Route
}

export function action<B extends PathBuilder, F extends Fields, I, O, const R extends string>(declared: Action<B, F, I, O, R>): Route {
  return { kind: 'action', ...declared } as unknown as Route
}

export function endpoint<B extends PathBuilder>(declared: Endpoint<B>): Route {
  return { kind: 'endpoint', ...declared } as unknown as Route
}
