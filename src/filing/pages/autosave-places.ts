import { typedKey } from '../draft/change-list.ts'
import type { TypedPlace } from '../draft/typed-place.ts'
import { type DraftAtEntry, partName } from './entry-fields.ts'
import type { DraftAtPage } from './page-fields.ts'

const idsOf = (questions: readonly { readonly id: string }[]) => questions.map(({ id }) => id)

export const placeOfPage = ({ at }: DraftAtPage): TypedPlace => ({ key: at.id, questions: idsOf(at.page.questions) })

export const placeOfEntry = (model: DraftAtEntry, entry: string): TypedPlace => ({
  key: typedKey(model.at.id, entry, partName(model)),
  questions: idsOf(model.part.questions),
  entry: { list: model.list.id, id: entry },
})
