import { page, recordsNothing } from '../../platform/http/page.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { officePaths } from '../../platform/paths.ts'
import { EmptyState } from '../../ui/index.ts'
import { mayDo } from '../may.ts'
import { anyStaff } from '../sessions/access.ts'

/** Where everyone begins: the queues for those who work them, else what is not there yet for the role. */
export const frontPage = page({
  path: officePaths.front,
  access: anyStaff,
  audit: recordsNothing('shows what is there for the role'),
  load: async ({ visit }) => {
    if (mayDo(visit.actor, 'see-queues')) return seeOther(`${officePaths.queues()}?first=yes`)
    if (mayDo(visit.actor, 'see-support')) return seeOther(officePaths.support())
    if (mayDo(visit.actor, 'take-in-paper')) return seeOther(officePaths.intake())
    if (mayDo(visit.actor, 'see-numbers')) return seeOther(officePaths.numbers())
    return visit.session?.staff ?? notFound
  },
  view: ({ t, model: staff, context }) => ({
    title: t('officer.home.title', { name: staff.name }),
    body: (
      <>
        <h1>{t('officer.home.title', { name: staff.name })}</h1>
        <p>{t('officer.home.role', { role: t(`officer.role.${staff.role}`) })}</p>
        <EmptyState title={t('officer.home.nothing.title')}>
          <p>{t('officer.home.admin')}</p>
        </EmptyState>
        {mayDo(context.actor, 'declare-outage') ? (
          <p>
            <a href={officePaths.outages()}>{t('outages.office.title')}</a>
          </p>
        ) : null}
      </>
    ),
  }),
})
