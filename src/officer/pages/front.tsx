import { page, recordsNothing } from '../../platform/http/page.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import type { MessageKey } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { EmptyState } from '../../ui/index.ts'
import { mayDo } from '../may.ts'
import { anyStaff } from '../sessions/access.ts'
import type { StaffHere } from '../sessions/session.ts'

/** Where everyone begins: the queues for those who work them, else what is not there yet for the role. */
export const frontPage = page({
  path: officePaths.front,
  access: anyStaff,
  audit: recordsNothing('shows what is there for the role'),
  load: async ({ visit }) => {
    if (mayDo(visit.actor, 'see-queues')) return seeOther(officePaths.queues())
    if (mayDo(visit.actor, 'see-support')) return seeOther(officePaths.support())
    if (mayDo(visit.actor, 'print-letters')) return seeOther(officePaths.printing())
    return visit.session?.staff ?? notFound
  },
  view: ({ t, model: staff }) => ({
    title: t('officer.home.title', { name: staff.name }),
    body: (
      <>
        <h1>{t('officer.home.title', { name: staff.name })}</h1>
        <p>{t('officer.home.role', { role: t(`officer.role.${staff.role}`) })}</p>
        <EmptyState title={t('officer.home.nothing.title')}>
          <p>{t(homeOf(staff))}</p>
        </EmptyState>
      </>
    ),
  }),
})

const homes: Partial<Record<StaffHere['role'], MessageKey>> = {
  intake: 'officer.home.intake',
}

const homeOf = ({ role }: StaffHere): MessageKey => homes[role] ?? 'officer.home.admin'
