import { newId } from '../../../platform/ids.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Button, CheckboxGroup, FormShell, TextField } from '../../../ui/index.ts'
import { type QueueFilters, queueHref, withFilters } from '../filters.ts'
import type { SavedView } from '../views/saved-view.ts'

type KeepProps = { t: Text; csrfToken: string; queue: string; filters: QueueFilters; error: string | undefined }

export const FirstChoice = ({ t, isFirst }: { t: Text; isFirst: boolean }) => (
  <CheckboxGroup name="first" label={t('work.view.first.legend')} options={[{ value: 'yes', label: t('work.view.first') }]} values={isFirst ? ['yes'] : []} />
)

/** **Keep this view**: the queue as it is filtered now, under a name. */
export function KeepViewForm({ t, csrfToken, queue, filters, error }: KeepProps) {
  return (
    <details class="filters" open={error !== undefined}>
      <summary>{t('work.view.keep.title')}</summary>
      <FormShell action={withFilters(officePaths.keepView({ queue }), filters)} csrfToken={csrfToken} idempotencyKey={newId()} class="filters-form">
        <TextField name="name" label={t('work.view.name')} hint={t('work.view.name.hint')} value="" error={error} autocomplete="off" />
        <FirstChoice t={t} isFirst={false} />
        <Button look="quiet">{t('work.view.keep')}</Button>
      </FormShell>
    </details>
  )
}

/** The officer's own views, each a way to its list. */
export function ViewLinks({ t, views, here }: { t: Text; views: readonly SavedView[]; here?: string | undefined }) {
  if (views.length === 0) return null
  return (
    <nav class="views" aria-label={t('work.views.title')}>
      <ul class="views-list">
        {views.map(({ id, name, queue, filters }) => (
          <li key={id}>
            <a href={queueHref(queue, filters, { view: id })} aria-current={id === here ? 'page' : undefined} dir="auto">
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href={officePaths.views()}>{t('work.views.change')}</a>
        </li>
      </ul>
    </nav>
  )
}
