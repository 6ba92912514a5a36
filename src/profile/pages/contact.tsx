import { ownAccount, signedIn } from '../../accounts/index.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Card, FactsList } from '../../ui/index.ts'

/** Where we write to now, and what cannot be changed here yet. */
export const contactPage = page({
  path: paths.contact,
  access: signedIn,
  audit: recordsNothing('it changes nothing'),
  load: (context) => context.read(ownAccount, undefined),
  view: ({ t, model: own }) => ({
    title: t('profile.contact.title'),
    body: (
      <>
        <h1>{t('profile.contact.title')}</h1>
        <Card>
          <FactsList facts={[{ name: t('profile.email'), value: own?.email ?? '' }]} />
          <p class="usa-hint">{t('profile.email.about')}</p>
        </Card>
        <Alert kind="info">
          <p>{t('profile.contact.not-yet')}</p>
        </Alert>
      </>
    ),
  }),
})
