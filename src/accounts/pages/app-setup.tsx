import type { Text } from '../../platform/i18n/text.ts'
import { qrDrawing } from '../../platform/qr.ts'
import { Card, TrustedDrawing } from '../../ui/index.ts'
import type { AppToAdd } from '../second-factor/authenticator-app.ts'

/** In groups of four, so that it can be typed. */
const inGroups = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret

/** What an authentication app is given: a picture for another device, a link for this one, the key for neither. */
export function AppSetup({ t, app }: { t: Text; app: AppToAdd }) {
  return (
    <Card title={t('second-factor.app.title')}>
      <p>{t('second-factor.app.intro')}</p>
      <p>{t('second-factor.app.scan')}</p>
      <TrustedDrawing svg={qrDrawing(app.uri)} label={t('second-factor.app.picture')} />
      <p>{t.rich('second-factor.app.same-device', { link: (words) => <a href={app.uri}>{words}</a> })}</p>
      <p>{t('second-factor.app.type')}</p>
      <p>
        {t('second-factor.app.key')}:{' '}
        <code dir="ltr">{inGroups(app.secret)}</code>
      </p>
      <p class="usa-hint">{t('second-factor.app.secret')}</p>
    </Card>
  )
}
