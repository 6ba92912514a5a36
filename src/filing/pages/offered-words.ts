import type { Answers } from '../definition/definition.ts'
import type { OfferedAnswers, OfferedFrom } from '../draft/origin.ts'
import { outlineOf } from '../journey/outline.ts'
import { isForAnother, maySignForAnother, ownFactOf } from '../prefill/whose.ts'
import type { DraftAtPage } from './page-fields.ts'

type AtPage = Pick<DraftAtPage, 'draft' | 'replay'>

/** What is offered as the answers are now: once somebody signs for another, the account's facts are of who signs alone. */
function offeredNow({ draft, replay }: AtPage): OfferedAnswers {
  const { definition, submitted } = replay
  const forAnother = isForAnother(definition, submitted) || replay.pages.some(({ asked }) => asked.some((one) => one.kind === 'name' && one.signs))
  const { questionById } = outlineOf(definition)
  const isOwn = (id: string) => {
    const question = questionById.get(id)
    return question !== undefined && ownFactOf(question, forAnother) !== undefined
  }
  return Object.fromEntries(Object.entries(draft.offered).filter(([id, { from }]) => isOfNobody.includes(from) || isOwn(id)))
}

/** Known from where the draft was begun, and no fact of whose form it is. */
const isOfNobody: readonly OfferedFrom['from'][] = ['draft', 'practice', 'matter']

/** What is shown in the fields of questions that nothing is saved for yet. */
export const offeredAnswers = (model: AtPage): Answers =>
  Object.fromEntries(Object.entries(offeredNow(model)).map(([id, { answer }]) => [id, answer]))

/** Where the answer shown at a question is known from, and of whom it is; undefined for what the person saved themselves. */
export function offeredWords(model: DraftAtPage, questionId: string): string | undefined {
  const { draft, words, replay } = model
  const offered = Object.hasOwn(draft.answers, questionId) ? undefined : offeredNow(model)[questionId]
  if (!offered) return undefined
  if (offered.from === 'draft') return words.t('waiver.from-draft', { form: offered.form.toUpperCase() })
  const whose = maySignForAnother(replay.definition) ? ` ${words.t('catalogue.offered.whose')}` : ''
  if (offered.from === 'profile') return words.t('filing.page.from-profile') + whose
  if (offered.from !== 'filing') return words.t(`filing.page.from-${offered.from}`)
  const day = words.t.day(Temporal.PlainDate.from(offered.on))
  return words.t('filing.page.from-filing', { form: offered.form.toUpperCase(), day }) + whose
}
