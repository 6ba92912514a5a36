import type { AgencyPack } from '../../agency/index.ts'
import { agencyDay, decidedLeast, type OwnCase, statusEntry, type UsualTime } from '../../cases/index.ts'
import { usualSpan, usualTimeShort } from '../../filing/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Card, DayText } from '../../ui/index.ts'
import { OneRange } from '../times/range-chart.tsx'

type Parts = { t: Text; agency: AgencyPack; own: OwnCase; now: Temporal.Instant }

/** Where this case stands on what others took: before their middle half, in it, or after it. */
const standsOn = (elapsed: number, { lowerDays, upperDays }: UsualTime) => (elapsed < lowerDays ? 'before' : elapsed <= upperDays ? 'within' : 'after')

function FromOwnCases({ t, agency, own, now, usual }: Parts & { usual: UsualTime }) {
  const { lowerDays, upperDays, decided, from, until, countedAt } = usual
  const elapsed = Math.max(0, own.receivedOn.until(agencyDay(agency, now)).days)
  const span = usualSpan(t, lowerDays, upperDays)
  return (
    <>
      <p>
        {t('times.case.span', { time: span })} {t(`times.case.${standsOn(elapsed, usual)}`, { days: elapsed })}
      </p>
      <OneRange t={t} range={{ lowerDays, upperDays, name: span }} elapsed={elapsed} />
      <p class="muted">
        {t.rich('times.case.rests', { decided, from: t.day(from), until: t.day(until), on: <DayText t={t} day={agencyDay(agency, countedAt)} /> })}{' '}
        <a href={paths.processingTimes()}>{t('times.case.how')}</a>
      </p>
    </>
  )
}

/** Too few were decided here: that is said, and what the agency has published stands in for it where the pack has it. */
function TooFew({ t, agency, own }: Omit<Parts, 'now'>) {
  const form = agency.forms.find(({ code }) => code === own.form)
  return (
    <>
      <p>{t('times.case.few', { least: decidedLeast })}</p>
      {form?.published ? <p>{t('times.case.published', { time: usualTimeShort(t, form, null) })}</p> : null}
      <p>
        <a href={paths.processingTimes()}>{t('times.case.how')}</a>
      </p>
    </>
  )
}

/** How long it may take until a decision, from the agency's own decided cases; nothing once there is one. */
export function ExpectedTime(parts: Parts) {
  const { t, agency, own } = parts
  const { group, final } = statusEntry(agency, own.status)
  if (final || group === 'decision' || group === 'card') return null
  return (
    <Card title={t('times.case.title')}>
      {own.usual ? <FromOwnCases {...parts} usual={own.usual} /> : <TooFew {...parts} />}
    </Card>
  )
}
