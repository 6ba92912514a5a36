import type { MailKind } from '../platform/mail/index.ts'
import { paths } from '../platform/paths.ts'

/** Neither which licence nor what was found: that stands in the account. */
const checked: MailKind = {
  name: 'representation.licence-checked',
  render: ({ t, services }) => ({
    subject: t('practice.mail.checked.subject'),
    paragraphs: [t('practice.mail.checked.body')],
    links: [{ label: t('practice.mail.link'), url: services.publicUrl + paths.practice() }],
    footer: [t('practice.mail.genuine')],
  }),
}

/** How near the end is, and not of which licence. */
const ends: MailKind = {
  name: 'representation.licence-ends',
  render: ({ t, values, services }) => ({
    subject: t('practice.mail.ends.subject', { days: Number(values.days) }),
    paragraphs: [t('practice.mail.ends.body', { days: Number(values.days) }), t('practice.mail.ends.then')],
    links: [{ label: t('practice.mail.link'), url: services.publicUrl + paths.practice() }],
    footer: [t('practice.mail.genuine')],
  }),
}

export const mailKinds: readonly MailKind[] = [checked, ends]
