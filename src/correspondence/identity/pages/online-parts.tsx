import { signedIn } from '../../../accounts/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { action, type Context, records } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, Card, FormShell } from '../../../ui/index.ts'
import { goOnline, onlineSaid, saying } from '../go-online.ts'
import { beginOnline, endOnline } from '../prove-online.ts'
import type { Place } from '../prove-identity.ts'

/** The way over a provider, where there is one. */
export function ProveOnline({ t, provider, place, csrfToken }: { t: Text; provider: string; place: Place; csrfToken: string }) {
  return (
    <Card title={t('identity.online.title')}>
      <p>{t('identity.online.about', { provider })}</p>
      <p>{t('identity.online.kept', { provider })}</p>
      <FormShell action={paths.proveOnline(place)} csrfToken={csrfToken}>
        <Button>{t('identity.online.go', { provider })}</Button>
      </FormShell>
    </Card>
  )
}

/** How it went at the provider, for who comes back from there. What is settled says so by itself. */
export function OnlineSaid({ t, query }: { t: Text; query: Context['query'] }) {
  const said = onlineSaid.find((each) => each === query.online)
  return said ? (
    <Alert kind={said === 'cancelled' ? 'info' : 'warn'} live title={t(`identity.online.said.${said}.title`)}>
      <p>{t(`identity.online.said.${said}.about`)}</p>
    </Alert>
  ) : null
}

/** **Prove it online with …**: leads to the provider. */
export const proveOnlineAction = action({
  path: paths.proveOnline,
  access: signedIn,
  audit: records(beginOnline, endOnline),
  back: ({ params }) => seeOther(paths.proveIdentity(params)),
  submit: {
    operation: goOnline,
    input: (_values, { params }) => params,
    shows: {
      'unknown-check': () => notFound,
      'not-open': ({ params }) => seeOther(paths.proveIdentity(params)),
      'nothing-to-compare': ({ params }) => saying(params, 'nothing-to-compare'),
      away: ({ params }) => saying(params, 'away'),
      'not-allowed': () => notFound,
      'too-many-attempts': ({ params }) => saying(params, 'too-many'),
    },
    then: (leads) => seeOther(leads),
  },
})
