import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Card, FactsList } from '../../ui/index.ts'
import { WaysBackCard } from '../recovery/own/pages/ways-back-card.tsx'
import { waysBack } from '../recovery/own/ways-back.ts'
import { ownRecovery } from '../recovery/request/end-recovery.ts'
import { RecoveryNotice } from '../recovery/request/pages/recovery-notice.tsx'
import { signedIn } from '../sessions/access.ts'

/** What proves this person now, and what cannot be changed here yet. */
export const securityPage = page({
  path: paths.security,
  access: signedIn,
  audit: recordsNothing('it changes nothing'),
  load: async (context) => ({
    ways: await context.read(waysBack, undefined),
    recovery: await context.read(ownRecovery, undefined),
  }),
  view: ({ t, model: { ways, recovery }, context: { visit, csrfToken } }) => ({
    title: t('accounts.security.title'),
    body: (
      <>
        <h1>{t('accounts.security.title')}</h1>
        <RecoveryNotice t={t} running={recovery} csrfToken={csrfToken()} />
        <Card>
          <FactsList
            facts={[
              { name: t('accounts.security.codes'), value: t('accounts.security.codes.email') },
              {
                name: t('accounts.security.session'),
                value: visit.session ? t('accounts.security.session.ends', { time: t.instant(visit.session.endsAt) }) : '',
              },
            ]}
          />
        </Card>
        {ways ? <WaysBackCard t={t} ways={ways} /> : null}
        <Alert kind="info">
          <p>{t('accounts.security.not-yet')}</p>
        </Alert>
      </>
    ),
  }),
})
