import type { MessageKey } from '../../platform/i18n/text.ts'
import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { paths } from '../../platform/paths.ts'

/** Says what was changed and neither name nor number; what to do comes with it. */
export const factorChangedMail: MailKind = {
  name: 'accounts.factor-changed',
  render: ({ t, values, services }) => ({
    subject: t('second-factor.mail.changed.subject'),
    paragraphs: [t(`second-factor.mail.changed.${values.change}` as MessageKey), t('second-factor.mail.changed.not-you')],
    links: [
      { label: t('second-factor.mail.changed.link'), url: services.publicUrl + paths.forgotPassword() },
      { label: t('second-factor.mail.changed.support'), url: services.publicUrl + paths.contactSupport() },
    ],
  }),
}
