import type { AgencyPack } from '../../agency/index.ts'
import { formTitle, statusTitle } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, Card, DayText, FormShell, HiddenWords, NumberText } from '../../ui/index.ts'
import type { Home } from '../home.ts'

type FollowedProps = { t: Text; agency: AgencyPack; followed: Home['followed']; csrfToken: string }

/** The cases a person follows by their number, as anyone sees them; nothing where there are none. */
export function Followed({ t, agency, followed, csrfToken }: FollowedProps) {
  if (followed.length === 0) return null
  return (
    <Card title={t('paper.followed.title')}>
      <p>{t('paper.followed.intro')}</p>
      <div class="stack">
        {followed.map(({ receiptNumber, form, status, statusOn }) => (
          <section key={receiptNumber}>
            <h3>
              <a href={`${paths.caseStatus()}?receiptNumber=${receiptNumber}`}>{formTitle(agency, t, form)}</a>
            </h3>
            <p>
              <NumberText t={t} kind="receipt" value={receiptNumber} />
            </p>
            <p class="muted">
              {statusTitle(agency, t, status)}, {t.rich('portal.home.since', { day: <DayText t={t} day={statusOn} /> })}
            </p>
            <FormShell action={paths.unfollowCase()} csrfToken={csrfToken}>
              <input type="hidden" name="receiptNumber" value={receiptNumber} />
              <Button look="quiet">
                {t('paper.followed.stop')} <HiddenWords>{receiptNumber}</HiddenWords>
              </Button>
            </FormShell>
          </section>
        ))}
      </div>
    </Card>
  )
}

type FollowersProps = { t: Text; receiptNumber: string; count: number; csrfToken: string }

/** To whoever's case it is: how many follow it, and one press to end that. */
export function Followers({ t, receiptNumber, count, csrfToken }: FollowersProps) {
  return (
    <Card title={t('paper.followers.title')}>
      <p>{t('paper.followers.count', { count })}</p>
      {count > 0 ? (
        <FormShell action={paths.stopFollowers({ receiptNumber })} csrfToken={csrfToken}>
          <Button look="quiet">{t('paper.followers.stop')}</Button>
        </FormShell>
      ) : null}
    </Card>
  )
}
