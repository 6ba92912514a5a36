import { showOnlineAccountNumber } from '../../accounts/index.ts'
import { type AgencyPack, agencyText } from '../../agency/index.ts'
import { showReceiptNumber } from '../../cases/index.ts'
import { type Text, textOf } from '../../platform/i18n/text.ts'
import { showCode } from '../../platform/numbers/crockford.ts'
import { paths } from '../../platform/paths.ts'
import type { Services } from '../../platform/services.ts'
import type { Notice, NoticePart } from './notice.ts'

/** What stands around the words of a notice, in the language of one of its parts. */
export interface NoticeFrame {
  readonly t: Text
  readonly part: NoticePart
  /** Copied by hand: the account's number, the receipt number, the document code. */
  readonly numbers: readonly { readonly label: string; readonly value: string }[]
  readonly facts: readonly (readonly [name: string, value: string])[]
  /** How to check that it is genuine. */
  readonly check: { readonly title: string; readonly open: string; readonly address: string; readonly steps: readonly string[]; readonly money: string }
}

/** Where a code is checked. What stands behind `#` never leaves the browser: by it the notice can be checked without asking us. */
export const checkAddress = ({ publicUrl }: Pick<Services, 'publicUrl'>): string => publicUrl + paths.verifyDocument()

export const scannedAddress = (services: Pick<Services, 'publicUrl'>, { code, textSha256, signature }: Notice): string =>
  `${services.publicUrl}${paths.verifyCode({ code })}#${signature}.${Buffer.from(textSha256, 'hex').toString('base64url')}`

const wordsOf = (agency: AgencyPack, t: Text) => (key: string) => agencyText(agency, t, 'notices', `all.${key}`)

/** The frame of each part; `accountNumber` is the reader's own, never that of somebody they represent. */
export function framesOf(services: Pick<Services, 'agency' | 'publicUrl'>, notice: Notice, accountNumber: string | null): NoticeFrame[] {
  const { agency } = services
  return notice.parts.map((part) => {
    const t = textOf(part.language, agency.timeZone)
    const words = wordsOf(agency, t)
    return {
      t,
      part,
      numbers: [
        ...(accountNumber ? [{ label: t('notices.number.account', { agency: agency.shortName }), value: showOnlineAccountNumber(accountNumber) }] : []),
        { label: t('notices.number.receipt'), value: showReceiptNumber(notice.receiptNumber) },
        { label: t('notices.number.code'), value: showCode(notice.code) },
      ],
      facts: [[t('notices.date'), t.day(notice.issuedOn)], [t('notices.form'), part.form], ...(part.office === null ? [] : [[t('notices.office'), part.office] as const])],
      check: {
        title: words('check.title'),
        open: words('check.open'),
        address: checkAddress(services),
        steps: [words('check.type'), words('check.compare')],
        money: words('check.money'),
      },
    }
  })
}
