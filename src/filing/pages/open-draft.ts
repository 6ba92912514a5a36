import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import type { Context } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { type FormWords, formWords } from '../catalogue/forms.ts'
import { type Draft, replayOf } from '../draft/draft.ts'
import { draftFor } from '../draft/drafts-of.ts'
import type { Replay } from '../journey/replay.ts'

/** A draft as every page of it needs it: its answers replayed today, and the form's words. */
export type OpenDraft = { readonly draft: Draft; readonly replay: Replay; readonly words: FormWords }

/** Opens the draft of a request for its pages: not the person's own, 404; submitted, on to its submission. */
export async function openDraft(context: Context<{ draft: string }>): Promise<OpenDraft | Answer> {
  const draft = await context.read(draftFor, { draft: context.params.draft })
  if (!draft) return notFound
  if (draft.submission) return seeOther(paths.submission({ submission: draft.submission }))
  const { agency, clock } = context.services
  return { draft, replay: replayOf(agency, draft, clock.now()), words: formWords(agency, context.t, draft.form) }
}
