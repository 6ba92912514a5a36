import type { OpenTask } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Card } from '../../ui/index.ts'

/** The dates of what is asked, for the person's own calendar; nothing where there is no date. */
export function CalendarLink({ t, tasks, href, ofAll = false }: { t: Text; tasks: readonly OpenTask[]; href: string; ofAll?: boolean }) {
  if (!tasks.some(({ dueAt, startsAt }) => dueAt ?? startsAt)) return null
  return (
    <Card title={t('calendar.title')}>
      <p>{t(ofAll ? 'calendar.about.all' : 'calendar.about')}</p>
      <p>
        <a href={href} download>
          {t('calendar.link')}
        </a>
      </p>
    </Card>
  )
}
