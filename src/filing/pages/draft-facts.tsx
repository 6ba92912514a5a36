import { paths } from '../../platform/paths.ts'
import { Card, FactsList, InstantText } from '../../ui/index.ts'
import type { TaskListModel } from './task-list-view.tsx'

/** How long the draft is kept, how to have a copy of it, and how to be rid of it. */
export function DraftFacts({ model: { draft, words, agency } }: { model: TaskListModel }) {
  const { t } = words
  const facts = [
    { name: t('filing.draft.expires'), value: <InstantText t={t} at={draft.expiresAt} /> },
    { name: t('filing.draft.worked-on'), value: <InstantText t={t} at={draft.workedOnAt} /> },
    { name: t('filing.draft.started'), value: <InstantText t={t} at={draft.startedAt} /> },
    { name: t('filing.draft.edition'), value: t.day(Temporal.PlainDate.from(draft.edition)) },
  ]
  return (
    <Card title={t('filing.draft.about')}>
      <div class="stack">
        <FactsList facts={facts} />
        <p class="muted">{t('filing.draft.expires-note', { days: agency.drafts.days })}</p>
        <p>
          <a href={paths.exportDraft({ draft: draft.id })}>{t('draft-file.export.link')}</a>
        </p>
        <p>
          <a href={paths.deleteDraft({ draft: draft.id })}>{t('filing.draft.delete')}</a>
        </p>
      </div>
    </Card>
  )
}
