import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { maskedPhone } from '../../../platform/phone-number.ts'
import { Alert, ButtonLink, Card, HiddenWords, InstantText, Table } from '../../../ui/index.ts'
import type { OwnApp, OwnFactors } from '../own-factors.ts'

type Shown = { t: Text; factors: OwnFactors }

const usedAt = (t: Text, at: Temporal.Instant | null, never: string) => (at ? <InstantText t={t} at={at} /> : never)

const hidden = (words: unknown) => <HiddenWords>{words as string}</HiddenWords>

const emailRow = (t: Text, { address, lastUsedAt }: OwnFactors['email']) => [
  <span key="way">
    {t('second-factor.panel.email')}: <bdi>{address}</bdi>
  </span>,
  t('second-factor.panel.always'),
  usedAt(t, lastUsedAt, t('second-factor.panel.not-used-lately')),
  <a key="change" href={paths.contact()}>
    {t.rich('second-factor.panel.change-email', { name: hidden })}
  </a>,
]

const phoneRow = (t: Text, { number, addedAt, lastUsedAt }: NonNullable<OwnFactors['phone']>) => [
  <span key="way">
    {t('second-factor.panel.sms')}: <bdi class="number">{maskedPhone(number)}</bdi>
  </span>,
  <InstantText key="added" t={t} at={addedAt} />,
  usedAt(t, lastUsedAt, t('second-factor.panel.not-used-lately')),
  <a key="change" href={paths.codePhone()}>
    {t.rich('second-factor.panel.change-phone', { name: hidden })}
  </a>,
]

const appRow = (t: Text, { id, name, addedAt, lastUsedAt }: OwnApp) => [
  <span key="way">
    {t('second-factor.panel.app')}: <bdi>{name}</bdi>
  </span>,
  <InstantText key="added" t={t} at={addedAt} />,
  usedAt(t, lastUsedAt, t('second-factor.panel.not-used')),
  <a key="change" href={paths.app({ app: id })}>
    {t.rich('second-factor.panel.change-app', { app: name, name: hidden })}
  </a>,
]

/** Who has nothing but the mailbox is led to a second way, calmly; `isHere`: it can be added on this page. */
export function SecondWayPrompt({ t, isHere = false }: { t: Text; isHere?: boolean }) {
  return (
    <Alert kind="info" title={t('second-factor.second-way.title')}>
      <p>{t('second-factor.second-way.about')}</p>
      {isHere ? null : (
        <p>
          <ButtonLink href={paths.codeChannel()} look="quiet">
            {t('second-factor.second-way.go')}
          </ButtonLink>
        </p>
      )}
    </Alert>
  )
}

/** What can be added, and where the usual way is chosen. */
function MoreWays({ t, factors: { phone, passkeys, channels, isSmsOffered }, isHere }: Shown & { isHere: boolean }) {
  return (
    <div>
      <p><a href={paths.addApp()}>{t('second-factor.panel.add-app')}</a></p>
      <p><a href={paths.passkeys()}>{t('second-factor.panel.passkeys', { count: passkeys })}</a></p>
      {isSmsOffered && !phone ? <p><a href={paths.codePhone()}>{t('second-factor.panel.add-phone')}</a></p> : null}
      {channels.length > 1 && !isHere ? <p><a href={paths.codeChannel()}>{t('second-factor.panel.choose')}</a></p> : null}
    </div>
  )
}

/**
 * Every way to get a one-time password, with when it was added and last used, and the way to change each. `isHere`: the
 * usual way is chosen on the same page.
 */
export function FactorsPanel({ t, factors, isHere = false }: Shown & { isHere?: boolean }) {
  const { email, phone, apps, channel } = factors
  const head = (['way', 'added', 'used', 'change'] as const).map((column) => t(`second-factor.panel.${column}`))
  const rows = [emailRow(t, email), ...(phone ? [phoneRow(t, phone)] : []), ...apps.map((app) => appRow(t, app))]
  return (
    <Card title={t('second-factor.panel.title')}>
      <p>
        {t('second-factor.panel.about')} {t(`second-factor.panel.usual.${channel}`)}
      </p>
      <Table caption={t('second-factor.panel.caption')} head={head} rows={rows} />
      {factors.othersOnPhone === null ? null : (
        <Alert kind="warn">
          <p>{t('shared.own', { count: factors.othersOnPhone })}</p>
        </Alert>
      )}
      <MoreWays t={t} factors={factors} isHere={isHere} />
    </Card>
  )
}
