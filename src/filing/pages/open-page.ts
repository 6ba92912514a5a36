import { type Answer, isAnswer, notFound, seeOther } from '../../platform/http/answer.ts'
import type { Context } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { reachedPage } from '../journey/course.ts'
import { outlineOf } from '../journey/outline.ts'
import { openDraft } from './open-draft.ts'
import type { DraftAtPage } from './page-fields.ts'

/** A page of a draft that is open to the person; one that is not yet leads to the first undone one. */
export async function openDraftAt(context: Context<{ draft: string; page: string }>): Promise<DraftAtPage | Answer> {
  const open = await openDraft(context)
  if (isAnswer(open)) return open
  const { draft, page } = context.params
  if (!outlineOf(open.replay.definition).pageById.has(page)) return notFound
  const at = reachedPage(open.replay, page)
  if (at) return { ...open, at }
  const { firstUndone } = open.replay
  return seeOther(firstUndone ? paths.draftPage({ draft, page: firstUndone }) : paths.draft({ draft }))
}
