import type { Text } from '../../../platform/i18n/text.ts'
import { DayText, Tag } from '../../../ui/index.ts'
import { endingOf, type Licence } from '../licence.ts'

const dayAt = (t: Text, at: Temporal.Instant) => at.toZonedDateTimeISO(t.timeZone).toPlainDate()
const stateTags = { claimed: 'wait', verified: 'good', refused: 'act' } as const

/** Whether the office found it so, and whether it still runs: each in words of its own. */
export function LicenceTags({ t, licence, today }: { t: Text; licence: Licence; today: Temporal.PlainDate }) {
  const ending = endingOf(licence, today)
  return (
    <>
      <Tag kind={stateTags[licence.state]}>{t(`practice.state.${licence.state}`)}</Tag>{' '}
      {ending === 'runs' ? null : <Tag kind={ending === 'expired' ? 'act' : 'wait'}>{t(`practice.ending.${ending}`)}</Tag>}
    </>
  )
}

/** What is stated of a licence, and what was found of it. */
export function LicenceFacts({ t, licence }: { t: Text; licence: Licence }) {
  const { kind, number, admittedOn, expiresOn, state, checkedAt, reason } = licence
  return (
    <>
      {number ? (
        <p>
          {t(`practice.licence.number.${kind}`)}: <bdi>{number}</bdi>
        </p>
      ) : null}
      <p>
        {t.rich(`practice.licence.since.${kind}`, { day: <DayText t={t} day={admittedOn} /> })}{' '}
        {expiresOn ? t.rich('practice.licence.until', { day: <DayText t={t} day={expiresOn} /> }) : t('practice.licence.no-end')}
      </p>
      {checkedAt ? <p class="muted">{t.rich(`practice.licence.checked.${state}`, { day: <DayText t={t} day={dayAt(t, checkedAt)} /> })}</p> : null}
      {reason ? (
        <p class="preserved" dir="auto">
          {reason}
        </p>
      ) : null}
    </>
  )
}

