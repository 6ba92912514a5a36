import type { MessageKey } from '../../platform/i18n/text.ts'
import type { MailKind, MailToRender } from '../../platform/mail/mail-kind.ts'
import { paths } from '../../platform/paths.ts'
import { type ChangedContact, changeToken, type LinkPurpose, proofHours } from './contact-change.ts'

const whatOf = ({ values }: MailToRender) => String(values.what) as ChangedContact

/** The address a mailed link leads to: its secret part is derived now and was stored nowhere. */
function linkTo({ services, values }: MailToRender, purpose: LinkPurpose, id: string): string {
  const token = changeToken(services.keys, { id, key_id: String(values.key) }, purpose)
  return services.publicUrl + (purpose === 'prove' ? paths.proveContact({ token }) : paths.undoContactChange({ token }))
}

const proveEmail: MailKind = {
  name: 'accounts.prove-email',
  isAwaited: true,
  render: (mail) => {
    const { t } = mail
    const what = whatOf(mail) as Exclude<ChangedContact, 'phone'>
    return {
      subject: t('account-contact.mail.prove.subject'),
      paragraphs: [t(`account-contact.mail.prove.${what}`), t('account-contact.mail.prove.same-account')],
      links: [{ label: t('account-contact.mail.prove.link'), url: linkTo(mail, 'prove', String(mail.values.change)) }],
      after: [t('account-contact.mail.prove.lasts', { hours: proofHours }), t('account-contact.mail.prove.not-you')],
    }
  },
}

/** To the holder of an address that somebody wanted as their user name. Nothing has changed, and it says so. */
const addressInUse: MailKind = {
  name: 'accounts.address-in-use',
  isAwaited: true,
  render: ({ t, services }) => ({
    subject: t('account-contact.mail.in-use.subject'),
    paragraphs: [t('account-contact.mail.in-use.opening'), t('account-contact.mail.in-use.one-each')],
    links: [{ label: t('accounts.mail.sign-in'), url: services.publicUrl + paths.signIn() }],
    after: [t('account-contact.mail.in-use.not-you')],
  }),
}

/** To who signs up with an address that names no account since a change that can still be undone. */
const addressHeld: MailKind = {
  name: 'accounts.address-held',
  isAwaited: true,
  render: ({ t, services }) => ({
    subject: t('account-contact.mail.held.subject'),
    paragraphs: [t('account-contact.mail.held.opening'), t('account-contact.mail.held.undo')],
    links: [{ label: t('account-contact.mail.changed.support'), url: services.publicUrl + paths.contactSupport() }],
    after: [t('account-contact.mail.held.later')],
  }),
}

/** Says what changed and never what it is now: who reads the old mailbox need not be the person any longer. */
const contactChanged: MailKind = {
  name: 'accounts.contact-changed',
  render: (mail) => {
    const { t, values, services } = mail
    const paragraphs = [t(`account-contact.mail.changed.${values.what}.${values.how}` as MessageKey)]
    const subject = t('account-contact.mail.changed.subject')
    if (!values.undo)
      return {
        subject,
        paragraphs: [...paragraphs, t('account-contact.mail.changed.told-to-others')],
        links: [{ label: t('account-contact.mail.changed.support'), url: services.publicUrl + paths.contactSupport() }],
      }
    const until = t.instant(Temporal.Instant.from(String(values.until)))
    return {
      subject,
      paragraphs: [...paragraphs, t('account-contact.mail.changed.was-you')],
      links: [{ label: t('account-contact.mail.changed.undo'), url: linkTo(mail, 'undo', String(values.undo)) }],
      after: [t('account-contact.mail.changed.until', { until }), t('account-contact.mail.changed.no-one-asks')],
    }
  },
}

const changeUndone: MailKind = {
  name: 'accounts.contact-change-undone',
  render: (mail) => ({
    subject: mail.t('account-contact.mail.undone.subject'),
    paragraphs: [
      mail.t(`account-contact.mail.undone.${whatOf(mail)}`),
      mail.t('account-contact.mail.undone.later'),
      mail.t('account-contact.mail.undone.sessions'),
    ],
    links: [{ label: mail.t('account-contact.mail.undone.password'), url: mail.services.publicUrl + paths.forgotPassword() }],
  }),
}

export const contactChangeMails: readonly MailKind[] = [proveEmail, addressInUse, addressHeld, contactChanged, changeUndone]
