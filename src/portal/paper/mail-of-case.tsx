import { mayOnCase, type OwnCase } from '../../cases/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, ButtonRow, FormShell } from '../../ui/index.ts'

/** **Change my address**, or **My address is right**: either lets what waits be mailed. */
export const WhereMailReaches = ({ t, receiptNumber, csrfToken }: { t: Text; receiptNumber: string; csrfToken: string }) => (
  <ButtonRow>
    <ButtonLink href={paths.contact()}>{t('later-paper.own.back.change')}</ButtonLink>
    <FormShell action={paths.confirmMail({ receiptNumber })} csrfToken={csrfToken} class="inline-form">
      <Button look="quiet">{t('later-paper.own.back.right')}</Button>
    </FormShell>
  </ButtonRow>
)

/** A letter to the person came back: they say where mail reaches them, and what waits is mailed. A representative cannot say it for them. */
export function MailComesBack({ t, own, csrfToken }: { t: Text; own: OwnCase; csrfToken: string }) {
  if (!own.mail.comesBack || !mayOnCase(own.role, 'confirm-address')) return null
  return (
    <Alert kind="act" title={t('later-paper.own.back.title')}>
      <p>{t('later-paper.own.back.body')}</p>
      <WhereMailReaches t={t} receiptNumber={own.receiptNumber} csrfToken={csrfToken} />
    </Alert>
  )
}
