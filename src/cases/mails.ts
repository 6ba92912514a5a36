import type { MailKind } from '../platform/mail/index.ts'
import { paths } from '../platform/paths.ts'

/** Says that there is news, and nothing of what it is: another reader of the phone learns nothing. */
const news: MailKind = {
  name: 'cases.news',
  render: ({ t, values, services }) => ({
    subject: t('cases.mail.news.subject', { ending: String(values.ending) }),
    paragraphs: [t('cases.mail.news.body', { ending: String(values.ending) }), t('cases.mail.news.see')],
    links: [{ label: t('cases.mail.news.link'), url: services.publicUrl + paths.account() }],
    footer: [t('cases.mail.news.genuine')],
  }),
}

/** That there is a deadline and how near it is: not of what, and not the day, which is in the account in the person's own zone. */
const deadline: MailKind = {
  name: 'cases.deadline',
  render: ({ t, values, services }) => {
    const said = { ending: String(values.ending), days: Number(values.days) }
    return {
      subject: t('cases.mail.deadline.subject', said),
      paragraphs: [t('cases.mail.deadline.body', said), t('cases.mail.deadline.see')],
      links: [{ label: t('cases.mail.news.link'), url: services.publicUrl + paths.account() }],
      footer: [t('cases.mail.news.genuine')],
    }
  },
}

/** To every mailbox of an account: whoever sent the paper may be somebody else. */
const addressFromPaper: MailKind = {
  name: 'cases.address-from-paper',
  render: ({ t, values, services }) => ({
    subject: t('cases.mail.address.subject'),
    paragraphs: [
      t('cases.mail.address.body', { cases: Number(values.cases), endings: String(values.endings) }),
      t('cases.mail.address.see'),
    ],
    links: [
      { label: t('cases.mail.news.link'), url: services.publicUrl + paths.account() },
      { label: t('cases.mail.address.support'), url: services.publicUrl + paths.contactSupport() },
    ],
    after: [t('cases.mail.address.not-you')],
  }),
}

/** To both sides when somebody represents a person no longer; which of them ended it stands on no page that others read. */
const accessEnded: MailKind = {
  name: 'cases.access-ended',
  render: ({ t, values, services }) => {
    const side = String(values.side) as 'yours' | 'theirs' | 'left'
    const ending = String(values.ending)
    return {
      subject: t('cases.mail.access-ended.subject', { ending }),
      paragraphs: [t(`cases.mail.access-ended.${side}`, { ending })],
      links: [
        { label: t('cases.mail.news.link'), url: services.publicUrl + paths.account() },
        ...(side === 'theirs' ? [{ label: t('cases.mail.address.support'), url: services.publicUrl + paths.contactSupport() }] : []),
      ],
      footer: [t('cases.mail.news.genuine')],
    }
  },
}

export const mailKinds: readonly MailKind[] = [news, deadline, addressFromPaper, accessEnded]
