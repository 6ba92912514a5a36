import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Card, DayText, EmptyState, Table, Tag } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { dailyMoney } from './daily-money.ts'

/** `/money`: whether each day's money balances. */
export const dailyMoneyPage = page({
  path: officePaths.money,
  access: staffWho('see-money'),
  audit: recordsNothing('sums of days'),
  load: async (context: Context) => (await context.read(dailyMoney, {})) ?? notFound,
  view: ({ t, model: reports }) => ({
    title: t('money.title'),
    wide: true,
    body: (
      <div class="stack">
        <h1>{t('money.title')}</h1>
        {reports.length === 0 ? (
          <EmptyState title={t('money.empty.title')}>
            <p>{t('money.empty.body')}</p>
          </EmptyState>
        ) : (
          <Card>
            <p>{t('money.lead')}</p>
            <Table
              caption={t('money.list')}
              head={(['day', 'provider', 'captured', 'refunded', 'taken-back', 'state'] as const).map((name) => t(`money.head.${name}`))}
              numeric={[2, 3, 4]}
              rows={reports.map(({ day, provider, money, balances }) => [
                <a key="day" href={officePaths.moneyOfDay({ day, provider })}>
                  <DayText t={t} day={Temporal.PlainDate.from(day)} />
                </a>,
                provider,
                t.money(money.captured.ours.cents),
                t.money(money.refunded.ours.cents),
                t.money(money['taken-back'].ours.cents),
                <Tag key="state" kind={balances ? 'good' : 'act'}>
                  {t(balances ? 'money.state.balances' : 'money.state.open')}
                </Tag>,
              ])}
            />
          </Card>
        )}
      </div>
    ),
  }),
})
