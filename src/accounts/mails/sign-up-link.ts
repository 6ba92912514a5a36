import { linkToken } from '../../platform/crypto/link-token.ts'
import type { MailToRender } from '../../platform/mail/mail-kind.ts'
import { paths } from '../../platform/paths.ts'

/** The address a mailed link leads to: its secret part is derived now and was stored nowhere. */
export function signUpLinkUrl({ services, values }: Pick<MailToRender, 'services' | 'values'>): string {
  const link = { linkId: String(values.link), sendNumber: Number(values.send), keyId: String(values.key) }
  return `${services.publicUrl}${paths.confirmEmail({ token: linkToken(services.keys, link) })}`
}
