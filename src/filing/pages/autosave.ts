import { type Answer, isAnswer } from '../../platform/http/answer.ts'
import { type Context, endpoint, records } from '../../platform/http/page.ts'
import { type Posted, postedText } from '../../platform/http/posted.ts'
import { paths } from '../../platform/paths.ts'
import { typedPost } from '../../platform/typing/typed-post.ts'
import { autosaveAnswer, autosaveTooLate, idempotencyFieldName, notKept } from '../../ui/index.ts'
import type { FieldValues } from '../definition/kind.ts'
import { keepWhileTyping } from '../draft/keep-while-typing.ts'
import type { TypedPlace } from '../draft/typed-place.ts'
import { postedAgain } from '../journey/accept-page.ts'
import { fillsIn } from './access.ts'
import { placeOfEntry, placeOfPage } from './autosave-places.ts'
import { entryAddress } from './entry-address.ts'
import { keyPattern } from './entry-fields.ts'
import { openEntry } from './entry-page.tsx'
import { openDraftAt } from './open-page.ts'
import { asPostedPage } from './page-fields.ts'

type Typed = { readonly place: TypedPlace; readonly values: FieldValues }

async function kept(context: Context<{ draft: string }>, posted: Posted, { place, values }: Typed): Promise<Answer> {
  const result = await context.perform(keepWhileTyping, { draft: context.params.draft, place, ...typedPost(posted), values })
  return autosaveAnswer(context, result, 'form')
}

/** Posted by the page's script while somebody types on a page: kept, not judged, not an answer. */
export const pageAutosave = endpoint({
  path: paths.typedPage,
  method: 'POST',
  access: fillsIn,
  audit: records(keepWhileTyping),
  comesBackTo: paths.draftPage,
  parksAt: paths.draftPage,
  tooLate: autosaveTooLate,
  run: async (context, { posted }) => {
    const model = await openDraftAt(context)
    if (isAnswer(model)) return notKept('draft-not-open')
    const values = postedAgain(model.at.page.questions, asPostedPage(posted))
    return kept(context, posted, { place: placeOfPage(model), values })
  },
})

/** The same of a page of an entry; a new one is kept under the key that its page carries. */
export const entryAutosave = endpoint({
  path: paths.typedEntry,
  method: 'POST',
  access: fillsIn,
  audit: records(keepWhileTyping),
  comesBackTo: paths.draftEntry,
  parksAt: (params, { part }) => entryAddress(params, part),
  tooLate: autosaveTooLate,
  run: async (context, { posted }) => {
    const model = await openEntry(context)
    const entry = isAnswer(model) ? '' : (model.entry ?? postedText(posted, idempotencyFieldName))
    if (isAnswer(model) || !keyPattern.test(entry)) return notKept('draft-not-open')
    const values = postedAgain(model.part.questions, asPostedPage(posted))
    return kept(context, posted, { place: placeOfEntry(model, entry), values })
  },
})
