import { type Answer, json } from '../platform/http/answer.ts'
import type { Context } from '../platform/http/page.ts'
import type { BuiltInRefusal, Result } from '../platform/operation.ts'
import { goesOnWords } from './idle-notice.tsx'


/** Why something that is typed is not kept, to the script that sent it. */
const statuses = {
  'unknown-request': 404,
  'draft-not-open': 409,
  'not-open': 409,
  'kept-elsewhere': 412,
  'too-much-typed': 413,
  'not-allowed': 403,
  'too-many-attempts': 429,
} as const

type NotKept = keyof typeof statuses

export const notKept = (state: NotKept): Answer => json({ state }, statuses[state])

/** What the script of a page is told of a keep: the mark from now on, when it was, and how long the session goes on. */
export function autosaveAnswer({ t, services, visit }: Pick<Context, 't' | 'services' | 'visit'>, result: Result<{ mark: string }, Exclude<NotKept, BuiltInRefusal>>, of: 'form' | 'answer'): Answer {
  if (!result.ok) return notKept(result.refusal)
  const now = services.clock.now()
  const session = visit.session ? { session: goesOnWords(t, visit.session.idleEndsAt, now) } : {}
  return json({ mark: result.output.mark, words: t(`autosave.${of}.saved`, { time: t.time(now) }), ...session })
}

/** Drawn before a step-up or a new sign-in in another tab: the page learns the token that fits by now, and keeps on. */
export const autosaveTooLate = (context: Pick<Context, 'csrfToken'>): Answer => json({ state: 'stale-token', token: context.csrfToken() }, 403)
