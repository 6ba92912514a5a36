import type { MailKind } from '../platform/mail/index.ts'
import { paths } from '../platform/paths.ts'
import { archiveReadyMail } from './my-data/mails.ts'

const addressChanged: MailKind = {
  name: 'portal.address-changed',
  render: ({ t, values, services }) => ({
    subject: t('address-change.mail.subject'),
    paragraphs: [
      t(`address-change.mail.what.${values.use === 'mailing' ? 'mailing' : 'physical'}`),
      t('address-change.mail.cases', { cases: Number(values.cases), endings: String(values.endings) }),
    ],
    links: [
      { label: t('address-change.mail.link'), url: services.publicUrl + paths.contact() },
      { label: t('address-change.mail.support'), url: services.publicUrl + paths.contactSupport() },
    ],
    after: [t('address-change.mail.not-you')],
  }),
}

/** For who is protected by law: another reader of the mailbox learns neither what changed nor that there are cases. */
const contactChanged: MailKind = {
  name: 'portal.contact-changed',
  render: ({ t, services }) => ({
    subject: t('address-change.mail.quiet.subject'),
    paragraphs: [t('address-change.mail.quiet.body')],
    links: [{ label: t('address-change.mail.support'), url: services.publicUrl + paths.contactSupport() }],
    after: [t('address-change.mail.quiet.not-you')],
  }),
}

export const portalMailKinds: readonly MailKind[] = [addressChanged, contactChanged, archiveReadyMail]
