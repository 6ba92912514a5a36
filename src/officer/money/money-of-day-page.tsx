import { activities, moneyGroups, type MoneyReport } from '../../filing/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, ButtonLink, Card, InstantText, NumberText, Table } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { moneyOfDay, type MoneyOfDay } from './daily-money.ts'

type Shown = MoneyOfDay & { t: Text }
type Sum = MoneyReport['activity']['opened']

const offWords = (t: Text, cents: number): string => {
  if (cents === 0) return t('money.day.off-none')
  return t(cents > 0 ? 'money.day.off' : 'money.day.off-less', { amount: t.money(Math.abs(cents)) })
}

const hasMoved = ({ money }: MoneyReport): boolean => moneyGroups.some((group) => money[group].ours.count + money[group].theirs.count > 0)

function Result({ t, report }: Shown) {
  if (report.balances)
    return (
      <Alert kind="good">
        <p>{t('money.day.balances')}</p>
        {hasMoved(report) ? null : <p>{t('money.day.nothing')}</p>}
      </Alert>
    )
  return (
    <Alert kind="act">
      <p>{offWords(t, report.offByCents)}</p>
      <p>{t('money.day.again')}</p>
    </Alert>
  )
}

function Sums({ t, report }: Shown) {
  if (report.balances && !hasMoved(report)) return null
  const line = ({ count, cents }: Sum) => t('money.sums.line', { amount: t.money(cents), count: String(count) })
  return (
    <Card>
      <Table
        caption={t('money.sums')}
        head={(['what', 'ours', 'theirs', 'difference'] as const).map((name) => t(`money.sums.${name}`))}
        numeric={[1, 2, 3]}
        rows={moneyGroups.map((group) => {
          const { ours, theirs } = report.money[group]
          return [t(`money.group.${group}`), line(ours), line(theirs), t.money(ours.cents - theirs.cents)]
        })}
      />
    </Card>
  )
}

function Differences({ t, report, receipts }: Shown) {
  const { differences, moreDifferences } = report
  if (differences.length === 0) return hasMoved(report) ? <p>{t('money.differences.none')}</p> : null
  const where = (payment: string | null) => {
    if (payment === null) return t('money.differences.no-payment')
    const receiptNumber = receipts.get(payment)
    if (!receiptNumber) return <code>{payment}</code>
    return (
      <>
        <a href={officePaths.case({ receiptNumber })}>
          <NumberText t={t} kind="receipt" value={receiptNumber} />
        </a>
        <br />
        <code>{payment}</code>
      </>
    )
  }
  return (
    <Card>
      <Table
        caption={t('money.differences')}
        head={(['what', 'ours', 'theirs', 'do', 'where', 'at'] as const).map((name) => t(`money.differences.${name}`))}
        numeric={[1, 2]}
        rows={differences.map(({ sort, group, oursCents, theirsCents, payment, providerId }) => [
          <>
            {t(`money.sort.${sort}`)}
            <br />
            <span class="muted">{t(`money.group.${group}`)}</span>
          </>,
          t.money(oursCents),
          t.money(theirsCents),
          t(`money.do.${sort}`),
          where(payment),
          providerId ? <code>{providerId}</code> : '',
        ])}
      />
      {moreDifferences > 0 ? <p>{t('money.differences.more', { count: moreDifferences })}</p> : null}
    </Card>
  )
}

function Unbalanced({ t, report }: Shown) {
  if (report.unbalanced.length === 0) return null
  return (
    <Card>
      <p>{t('money.unbalanced.do')}</p>
      <Table
        caption={t('money.unbalanced')}
        head={[t('money.unbalanced.filing'), t('money.unbalanced.cents')]}
        numeric={[1]}
        rows={report.unbalanced.map(({ submission, cents }) => [<code key="filing">{submission}</code>, t.money(cents)])}
      />
    </Card>
  )
}

function Activity({ t, report: { activity } }: Shown) {
  if (activities.every((what) => activity[what].count === 0)) return null
  return (
    <Card>
      <Table
        caption={t('money.activity')}
        head={[t('money.sums.what'), t('money.activity.how-many'), t('money.activity.amount')]}
        numeric={[1, 2]}
        rows={activities.map((what) => [t(`money.activity.${what}`), String(activity[what].count), t.money(activity[what].cents)])}
      />
    </Card>
  )
}

/** “Eastern Time” for “America/New_York”. */
const zoneName = (t: Text, timeZone: string): string =>
  new Intl.DateTimeFormat(t.language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone

/** `/money/<day>/<provider>`: the sums of both sides, and every difference with what to do about it. */
export const moneyOfDayPage = page({
  path: officePaths.moneyOfDay,
  access: staffWho('see-money'),
  audit: recordsNothing('sums of a day; receipt numbers of payments that differ'),
  load: async (context: Context<{ day: string; provider: string }>) => (await context.read(moneyOfDay, context.params)) ?? notFound,
  view: ({ t, model, context }) => {
    const { report } = model
    const title = t('money.day.title', { day: t.dayWithWeekday(Temporal.PlainDate.from(report.day)) })
    const shown = { t, ...model }
    return {
      title,
      wide: true,
      body: (
        <div class="stack">
          <Breadcrumb t={t} trail={[{ words: t('money.title'), href: officePaths.money() }, { words: title }]} />
          <h1>{title}</h1>
          <Result {...shown} />
          <p>
            {t('money.day.provider', { provider: report.provider, timeZone: zoneName(t, report.timeZone) })} {t('money.day.made')}:{' '}
            <InstantText t={t} at={Temporal.Instant.from(report.madeAt)} />
          </p>
          <p>
            <ButtonLink href={officePaths.moneyFile(context.params)} look="quiet">
              {t('money.day.file')}
            </ButtonLink>
          </p>
          <Differences {...shown} />
          <Unbalanced {...shown} />
          <Sums {...shown} />
          <Activity {...shown} />
        </div>
      ),
    }
  },
})
