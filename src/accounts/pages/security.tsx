import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Card, FactsList } from '../../ui/index.ts'
import { waitingBackupCode } from '../backup-code/keep-backup-code.ts'
import { signedIn } from '../sessions/access.ts'

/** What proves this person now, and what cannot be changed here yet. */
export const securityPage = page({
  path: paths.security,
  access: signedIn,
  audit: recordsNothing('it changes nothing'),
  load: async (context) => (await context.read(waitingBackupCode, undefined)) !== null,
  view: ({ t, model: isCodeWaiting, context: { visit } }) => ({
    title: t('accounts.security.title'),
    body: (
      <>
        <h1>{t('accounts.security.title')}</h1>
        <Card>
          <FactsList
            facts={[
              { name: t('accounts.security.codes'), value: t('accounts.security.codes.email') },
              {
                name: t('accounts.security.backup'),
                value: t(isCodeWaiting ? 'accounts.security.backup.waiting' : 'accounts.security.backup.kept'),
              },
              {
                name: t('accounts.security.session'),
                value: visit.session ? t('accounts.security.session.ends', { time: t.instant(visit.session.endsAt) }) : '',
              },
            ]}
          />
          <p>
            <a href={paths.newBackupCode()}>{t('accounts.security.backup.open')}</a>
          </p>
        </Card>
        <Alert kind="info">
          <p>{t('accounts.security.not-yet')}</p>
        </Alert>
      </>
    ),
  }),
})
