import type { OwnCase } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, ButtonRow, Card, DayText, FormShell } from '../../ui/index.ts'

/** A letter to the person came back: they say where mail reaches them, and what waits is mailed. A representative cannot say it for them. */
export function MailComesBack({ t, own, csrfToken }: { t: Text; own: OwnCase; csrfToken: string }) {
  if (!own.mail.comesBack || own.role === 'representative') return null
  return (
    <Alert kind="act" title={t('later-paper.own.back.title')}>
      <p>{t('later-paper.own.back.body')}</p>
      <ButtonRow>
        <ButtonLink href={paths.contact()}>{t('later-paper.own.back.change')}</ButtonLink>
        <FormShell action={paths.confirmMail({ receiptNumber: own.receiptNumber })} csrfToken={csrfToken} class="inline-form">
          <Button look="quiet">{t('later-paper.own.back.right')}</Button>
        </FormShell>
      </ButtonRow>
    </Alert>
  )
}

/** What came by mail for the case: its scans stand among the documents once they are checked. */
export function MailReceived({ t, own: { mail } }: { t: Text; own: OwnCase }) {
  if (mail.received.length === 0) return null
  return (
    <Card title={t('later-paper.own.title')}>
      <ul class="plain-list">
        {mail.received.map(({ id, kind, receivedOn }) => (
          <li key={id}>{t.rich(`later-paper.own.${kind}`, { day: <DayText t={t} day={receivedOn} /> })}</li>
        ))}
      </ul>
      <p class="muted">{t('later-paper.own.scans')}</p>
    </Card>
  )
}
