import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, ButtonRow, Card, FormShell, HiddenWords, InstantText, Table, Tag } from '../../../ui/index.ts'
import { countryWords, deviceWords } from '../../visits/visit-words.ts'
import type { VisitRow } from '../../visits/visit-store.ts'

type OpenVisitsProps = { t: Text; visits: readonly VisitRow[]; endsAt: Temporal.Instant | null; csrfToken: string }

function SignOutOf({ t, visit, csrfToken }: { t: Text; visit: VisitRow; csrfToken: string }) {
  const which = { device: deviceWords(t, visit.device), seen: t.instant(visit.last_seen_at) }
  return (
    <FormShell action={paths.endVisit()} csrfToken={csrfToken} class="inline-form">
      <input type="hidden" name="visit" value={visit.visit} />
      <Button look="quiet">
        {t('security.now.sign-out')} <HiddenWords>{t('security.now.sign-out-of', which)}</HiddenWords>
      </Button>
    </FormShell>
  )
}

/** Where the person is signed in, this browser first, and the buttons that end it. */
export function OpenVisits({ t, visits, endsAt, csrfToken }: OpenVisitsProps) {
  const head = [t('security.device'), t('security.place'), t('security.seen'), t('security.now.action')]
  return (
    <Card title={t('security.now.title')}>
      <Table
        caption={t('security.now.caption')}
        head={head}
        rows={visits.map((visit) => [
          deviceWords(t, visit.device),
          countryWords(t, visit.country),
          <InstantText key="seen" t={t} at={visit.last_seen_at} />,
          visit.is_current ? (
            <Tag key="this" kind="good">
              {t('security.now.this')}
            </Tag>
          ) : (
            <SignOutOf key="out" t={t} visit={visit} csrfToken={csrfToken} />
          ),
        ])}
      />
      {visits.length > 1 ? null : <p>{t('security.now.only')}</p>}
      {endsAt ? <p>{t('security.now.ends', { time: t.instant(endsAt) })}</p> : null}
      <p class="muted">{t('security.now.rough')}</p>
      <p class="muted">{t('security.now.everywhere-about')}</p>
      <ButtonRow>
        {visits.length > 1 ? (
          <FormShell action={paths.endOtherVisits()} csrfToken={csrfToken} class="inline-form">
            <Button look="quiet">{t('security.now.others')}</Button>
          </FormShell>
        ) : null}
        <FormShell action={paths.endAllVisits()} csrfToken={csrfToken} class="inline-form">
          <Button look="quiet">{t('security.now.everywhere')}</Button>
        </FormShell>
      </ButtonRow>
    </Card>
  )
}
