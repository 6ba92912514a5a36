import { type Answer, isAnswer, json } from '../../platform/http/answer.ts'
import { type Context, endpoint, records } from '../../platform/http/page.ts'
import { type Posted, postedText } from '../../platform/http/posted.ts'
import { paths } from '../../platform/paths.ts'
import { goesOnWords, idempotencyFieldName } from '../../ui/index.ts'
import type { FieldValues } from '../definition/kind.ts'
import { keepWhileTyping } from '../draft/keep-while-typing.ts'
import type { TypedPlace } from '../draft/typed-place.ts'
import { postedAgain } from '../journey/accept-page.ts'
import { filer } from './access.ts'
import { markFieldName, ownKeep, placeOfEntry, placeOfPage } from './autosave-places.ts'
import { entryAddress } from './entry-address.ts'
import { keyPattern } from './entry-fields.ts'
import { openEntry } from './entry-page.tsx'
import { openDraftAt } from './open-page.ts'
import { asPostedPage } from './page-fields.ts'

const notKept = (state: string, status: number): Answer => json({ state }, status)

const statuses = {
  'draft-not-open': 409,
  'kept-elsewhere': 412,
  'too-much-typed': 413,
  'not-allowed': 403,
  'too-many-attempts': 429,
} as const

/** Drawn before a step-up or a new sign-in in another tab: the page learns the token that fits by now, and keeps on. */
const tooLate = (context: Context<{ draft: string }>): Answer => json({ state: 'stale-token', token: context.csrfToken() }, 403)

type Typed = { readonly place: TypedPlace; readonly values: FieldValues }

async function kept(context: Context<{ draft: string }>, posted: Posted, { place, values }: Typed): Promise<Answer> {
  const [mark, own] = [postedText(posted, markFieldName), ownKeep(posted)]
  const typing = { draft: context.params.draft, place, mark, own, values }
  const result = await context.perform(keepWhileTyping, typing)
  if (!result.ok) return notKept(result.refusal, statuses[result.refusal])
  const { t, services, visit } = context
  const now = services.clock.now()
  const session = visit.session ? { session: goesOnWords(t, visit.session.idleEndsAt, now) } : {}
  return json({ mark: result.output.mark, words: t('autosave.saved', { time: t.time(now) }), ...session })
}

/** Posted by the page's script while somebody types on a page: kept, not judged, not an answer. */
export const pageAutosave = endpoint({
  path: paths.typedPage,
  method: 'POST',
  access: filer,
  audit: records(keepWhileTyping),
  comesBackTo: paths.draftPage,
  parksAt: paths.draftPage,
  tooLate,
  run: async (context, { posted }) => {
    const model = await openDraftAt(context)
    if (isAnswer(model)) return notKept('draft-not-open', 409)
    const values = postedAgain(model.at.page.questions, asPostedPage(posted))
    return kept(context, posted, { place: placeOfPage(model), values })
  },
})

/** The same of a page of an entry; a new one is kept under the key that its page carries. */
export const entryAutosave = endpoint({
  path: paths.typedEntry,
  method: 'POST',
  access: filer,
  audit: records(keepWhileTyping),
  comesBackTo: paths.draftEntry,
  parksAt: (params, { part }) => entryAddress(params, part),
  tooLate,
  run: async (context, { posted }) => {
    const model = await openEntry(context)
    const entry = isAnswer(model) ? '' : (model.entry ?? postedText(posted, idempotencyFieldName))
    if (isAnswer(model) || !keyPattern.test(entry)) return notKept('draft-not-open', 409)
    const values = postedAgain(model.part.questions, asPostedPage(posted))
    return kept(context, posted, { place: placeOfEntry(model, entry), values })
  },
})
