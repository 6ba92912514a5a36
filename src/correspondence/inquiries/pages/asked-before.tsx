import { type AgencyPack, agencyText } from '../../../agency/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { Card, DayText, InstantText, Tag } from '../../../ui/index.ts'
import type { OwnInquiries } from '../ask-inquiry.ts'

export const reasonWords = (agency: AgencyPack, t: Text, reason: string): string => agencyText(agency, t, 'messages', `inquiry.${reason}`)

/** What was asked about the case, with the answer or by when one can be expected. */
export function AskedBefore({ t, agency, model }: { t: Text; agency: AgencyPack; model: OwnInquiries }) {
  return (
    <>
      {model.asked.map(({ id, reason, side, text, at, expectedOn, answer }) => (
        <Card key={id} title={reasonWords(agency, t, reason)}>
          <p>
            <Tag kind={answer ? 'good' : 'wait'}>{answer ? agencyText(agency, t, 'messages', `inquiry.outcome.${answer.outcome}`) : t('inquiry.waits')}</Tag>
          </p>
          <p class="muted">
            {t(`inquiry.by.${side}`)} · <InstantText t={t} at={at} />
          </p>
          <p class="preserved" dir="auto">
            {text}
          </p>
          {answer ? (
            <>
              <h3>{t('inquiry.answer')}</h3>
              <p class="muted">
                <InstantText t={t} at={answer.at} />
              </p>
              <p class="preserved" dir="auto">
                {answer.text}
              </p>
            </>
          ) : (
            <p>{t.rich('inquiry.expected', { day: <DayText t={t} day={expectedOn} /> })}</p>
          )}
        </Card>
      ))}
    </>
  )
}
