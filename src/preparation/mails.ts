import type { MailKind } from '../platform/mail/index.ts'
import { paths } from '../platform/paths.ts'

/** Mails of a preparation say that there is news of it, and neither whose it is nor what. */
const newsOf = (kind: 'taken-up' | 'answered' | 'to-review' | 'filed' | 'void', side: 'client' | 'representative'): MailKind => ({
  name: `preparation.${kind}`,
  render: ({ t, values, services }) => {
    const at = { preparation: String(values.preparation) }
    return {
      subject: t(`prepared.mail.${kind}.subject`),
      paragraphs: [t(`prepared.mail.${kind}.body`)],
      links: [{ label: t('prepared.mail.link'), url: services.publicUrl + (side === 'client' ? paths.prepared(at) : paths.preparation(at)) }],
      footer: [t('prepared.mail.genuine')],
    }
  },
})

export const clientMailKinds: readonly MailKind[] = [
  newsOf('taken-up', 'representative'),
  newsOf('answered', 'representative'),
  newsOf('to-review', 'client'),
  newsOf('filed', 'representative'),
  newsOf('void', 'client'),
]
