import { openPageFieldName } from '../../platform/http/parking.ts'
import { type Posted, postedText } from '../../platform/http/posted.ts'
import type { OwnKeep } from '../draft/kept-by.ts'
import { typedKey } from '../draft/change-list.ts'
import type { TypedPlace } from '../draft/typed-place.ts'
import { type DraftAtEntry, partName } from './entry-fields.ts'
import type { DraftAtPage } from './page-fields.ts'

/** Beside the fields of a page: the mark that it was drawn from. */
export const markFieldName = 'typed-mark'

/** And which keep of its open page it is: a number that rises. */
export const countFieldName = 'typed-count'

export function ownKeep(posted: Posted): OwnKeep | undefined {
  const [page, count] = [postedText(posted, openPageFieldName), postedText(posted, countFieldName)]
  return /^[0-9a-f]{32}$/.test(page) && /^[1-9]\d{0,8}$/.test(count) ? { page, count: Number(count) } : undefined
}

const idsOf = (questions: readonly { readonly id: string }[]) => questions.map(({ id }) => id)

export const placeOfPage = ({ at }: DraftAtPage): TypedPlace => ({ key: at.id, questions: idsOf(at.page.questions) })

export const placeOfEntry = (model: DraftAtEntry, entry: string): TypedPlace => ({
  key: typedKey(model.at.id, entry, partName(model)),
  questions: idsOf(model.part.questions),
  entry: { list: model.list.id, id: entry },
})
