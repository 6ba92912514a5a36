import type { AgencyPack } from '../../agency/index.ts'
import { action, records } from '../../platform/http/page.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, FormShell } from '../../ui/index.ts'
import { isTakenOn, newestEdition } from '../catalogue/forms.ts'
import { moveDraft } from '../draft/move-draft.ts'
import { outlineOf } from '../journey/outline.ts'
import { labelWords } from '../journey/words.ts'
import { fillsIn } from './access.ts'
import type { OpenDraft } from './open-draft.ts'

type Props = { model: OpenDraft & { readonly agency: AgencyPack }; csrfToken: string }

/** The questions that a move to another edition or a draft file left to be looked at, each with its page; saved again they are done. */
export function LookAgain({ model: { draft, replay, words } }: { model: OpenDraft }) {
  const { questionById, pageOfQuestion } = outlineOf(replay.definition)
  const asked = new Set(replay.pages.flatMap((page) => page.asked.map(({ id }) => id)))
  const open = Object.entries(draft.origins).filter(([id, { lookAgain }]) => lookAgain && asked.has(id))
  if (open.length === 0) return null
  const { t, texts } = words
  return (
    <Alert kind="warn" title={t('filing.edition.look-again')}>
      <p>{t(open.some(([, { from }]) => from === 'file') ? 'draft-file.read.look-again' : 'filing.edition.look-again-lead')}</p>
      <ul>
        {open.map(([id]) => {
          const question = questionById.get(id)
          const page = pageOfQuestion.get(id)?.page.id
          if (!question || !page) return null
          return (
            <li key={id}>
              <a href={`${paths.draftPage({ draft: draft.id, page })}#${id}`}>{labelWords(t, texts, question)}</a>
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}

/** A newer edition of the form is in use: until when the old one is taken, and the press that moves the draft. */
export function EditionNotice({ model, csrfToken }: Props) {
  const { draft, replay, words, agency } = model
  const { t } = words
  const newest = newestEdition(agency, draft.form)
  if (newest === undefined || newest === draft.edition) return <LookAgain model={model} />
  const { until } = replay.definition
  const day = (one: string) => t.day(Temporal.PlainDate.from(one))
  const isPast = !isTakenOn(replay.definition, replay.today)
  return (
    <Alert kind={isPast ? 'act' : 'warn'} title={t('filing.edition.newer', { day: day(newest) })}>
      {until === undefined ? null : <p>{t(isPast ? 'filing.edition.past' : 'filing.edition.until', { day: day(until) })}</p>}
      <p>{t('filing.edition.move-lead')}</p>
      <FormShell action={paths.moveDraft({ draft: draft.id })} csrfToken={csrfToken}>
        <Button look="quiet">{t('filing.edition.move')}</Button>
      </FormShell>
    </Alert>
  )
}

/** One press moves a draft to the newest edition. */
export const moveDraftAction = action({
  path: paths.moveDraft,
  access: fillsIn,
  audit: records(moveDraft),
  submit: {
    operation: moveDraft,
    input: (_values, { params }) => params,
    shows: {
      'draft-not-open': () => notFound,
      'newest-already': ({ params }) => seeOther(paths.draft(params)),
      'not-allowed': () => notFound,
      'too-many-attempts': ({ params }) => seeOther(paths.draft(params)),
    },
    then: (_output, { params }) => seeOther(paths.draft(params)),
  },
  back: ({ params }) => seeOther(paths.draft(params)),
})
