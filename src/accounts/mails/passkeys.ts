import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { paths } from '../../platform/paths.ts'

const changes = ['added', 'renamed', 'removed'] as const

/** To every address of an account whose passkeys were changed; the passkey is not named. */
export const passkeyChangedMail: MailKind = {
  name: 'accounts.passkey-changed',
  render: ({ t, values, services, queuedAt }) => {
    const change = changes.find((each) => each === values.change) ?? 'added'
    return {
      subject: t('passkeys.mail.changed.subject'),
      paragraphs: [t(`passkeys.mail.changed.${change}`, { at: t.instant(queuedAt) }), t('passkeys.mail.not-you')],
      links: [
        { label: t('passkeys.mail.see'), url: `${services.publicUrl}${paths.passkeys()}` },
        { label: t('passkeys.mail.support'), url: `${services.publicUrl}${paths.contactSupport()}` },
      ],
    }
  },
}

/** A passkey counted as if there were two of it. */
export const passkeyCopiedMail: MailKind = {
  name: 'accounts.passkey-copied',
  render: ({ t, services, queuedAt }) => ({
    subject: t('passkeys.mail.copied.subject'),
    paragraphs: [t('passkeys.mail.copied.opening', { at: t.instant(queuedAt) }), t('passkeys.mail.copied.what-to-do')],
    links: [
      { label: t('passkeys.mail.see'), url: `${services.publicUrl}${paths.passkeys()}` },
      { label: t('passkeys.mail.support'), url: `${services.publicUrl}${paths.contactSupport()}` },
    ],
  }),
}
