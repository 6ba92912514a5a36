import type { AgencyPack } from '../../agency/index.ts'
import { type OwnCase, statusWords } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Card, TodoCard } from '../../ui/index.ts'
import { standingOf } from '../standing.ts'

type Parts = { t: Text; agency: AgencyPack; own: OwnCase }

/** Statuses after which the person tells us where mail reaches them. */
const aboutAddress = new Set(['notice-returned', 'card-returned'])

/** Where a status asks for something that no task of this site stands for, it leads to where the person can do something about it. */
function wayOut(t: Text, { status, receiptNumber }: OwnCase) {
  if (aboutAddress.has(status)) return { href: paths.contact(), words: t('portal.case.asked.address') }
  return { href: paths.messages({ receiptNumber }), words: t('portal.case.asked.write') }
}

/** Where the case stands in plain words, and what usually follows. What is asked comes in the one colour that means so. */
export function StatusCard({ t, agency, own }: Parts) {
  const { title, description, next } = statusWords(agency, t, own)
  if (standingOf(agency, own) === 'act' && own.tasks.length === 0) {
    return (
      <TodoCard title={title} action={wayOut(t, own)}>
        <p>{description}</p>
        <p>{next}</p>
        {aboutAddress.has(own.status) ? null : <p>{t('portal.case.asked.notice')}</p>}
      </TodoCard>
    )
  }
  return (
    <Card title={title}>
      <p>{description}</p>
      <h3>{t('portal.case.next')}</h3>
      <p>{own.addressSaid ? t('portal.case.address-said') : next}</p>
    </Card>
  )
}
