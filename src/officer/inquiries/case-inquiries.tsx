import { type AgencyPack, agencyText } from '../../agency/index.ts'
import type { Inquiry } from '../../correspondence/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Card, DayText, Tag } from '../../ui/index.ts'

/** What was asked about the case with a reason of the agency, in its file. */
export function CaseInquiries({ t, agency, inquiries }: { t: Text; agency: AgencyPack; inquiries: readonly Inquiry[] }) {
  if (inquiries.length === 0) return null
  return (
    <Card title={t('inquiry.office.card')}>
      <ul class="plain-list">
        {inquiries.map(({ id, receiptNumber, reason, expectedOn, answer }) => (
          <li key={id}>
            <a href={officePaths.inquiry({ receiptNumber, inquiry: id })}>{agencyText(agency, t, 'messages', `inquiry.${reason}`)}</a>{' '}
            {answer ? (
              <Tag kind="good">{agencyText(agency, t, 'messages', `inquiry.outcome.${answer.outcome}`)}</Tag>
            ) : (
              <Tag kind="act">{t.rich('inquiry.office.card.waits', { day: <DayText t={t} day={expectedOn} /> })}</Tag>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
