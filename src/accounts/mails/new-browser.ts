import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { linkToken } from '../../platform/crypto/link-token.ts'
import { paths } from '../../platform/paths.ts'
import { notMeDays } from '../browsers/tell-of-new-browser.ts'
import { countryWords, deviceWords } from '../visits/visit-words.ts'

/** For a person the law protects it says no more than that somebody signed in: the mail may be read by another. */
export const newBrowserMail: MailKind = {
  name: 'accounts.new-browser',
  render: ({ t, values, services, queuedAt }) => {
    const link = { linkId: String(values.link), sendNumber: 1, keyId: String(values.key) }
    const where = [
      { label: t('security.device'), value: deviceWords(t, String(values.device ?? '') || null) },
      { label: t('security.place'), value: countryWords(t, String(values.country ?? '') || null) },
      { label: t('security.when'), value: t.instant(queuedAt) },
    ]
    return {
      subject: t('security.mail.new-browser.subject'),
      paragraphs: [t('security.mail.new-browser.opening'), t('security.mail.new-browser.you')],
      ...(values.quiet === 'yes' ? {} : { facts: where }),
      links: [
        {
          label: t('security.mail.new-browser.not-me'),
          url: `${services.publicUrl}${paths.notMe({ token: linkToken(services.keys, link) })}`,
        },
      ],
      after: [t('security.mail.new-browser.then', { days: notMeDays })],
    }
  },
}
