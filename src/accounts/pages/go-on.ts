import { type Answer, seeOther } from '../../platform/http/answer.ts'
import type { Context } from '../../platform/http/page.ts'

/** Goes on to where a step leads, with the new session's cookie where the step changed the rights. */
export function goOn(output: { goTo: string; secret?: string | null }, context: Pick<Context, 'startSession'>): Answer {
  if (output.secret) context.startSession(output.secret)
  return seeOther(output.goTo)
}

/** A step that was done meanwhile (a second press, another tab) leads on by itself: its page knows where to. */
export const reload = (context: Pick<Context, 'url'>): Answer => seeOther(context.url)
