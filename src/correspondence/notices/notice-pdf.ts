import { isDemonstration, senderName } from '../../agency/index.ts'
import { showReceiptNumber } from '../../cases/index.ts'
import { languageName } from '../../platform/i18n/text.ts'
import { showCode } from '../../platform/numbers/crockford.ts'
import type { LetterBlock, LetterPart, PdfDocument } from '../../platform/pdf/index.ts'
import type { Services } from '../../platform/services.ts'
import type { Notice, NoticeBlock } from './notice.ts'
import { framesOf, type NoticeFrame, scannedAddress } from './notice-frame.ts'

type Setting = Pick<Services, 'agency' | 'publicUrl' | 'mode'>

function asLetterBlock({ t }: NoticeFrame, block: NoticeBlock): LetterBlock {
  if ('words' in block) return { paragraph: block.words }
  if ('items' in block) return { list: block.items }
  if ('facts' in block) return { facts: { headings: [t('notices.facts'), t('notices.value')], rows: block.facts } }
  if ('deadline' in block) return { box: { label: block.label, text: block.deadline } }
  return block
}

/** The body of a notice as a letter has it: what it is, what it says, how to check it. */
export function letterBody(frame: NoticeFrame, scanned: string): LetterBlock[] {
  const { t, part, numbers, facts, check } = frame
  return [
    // Three beside each other would be broken over lines.
    { numbers: numbers.slice(0, -1) },
    { numbers: numbers.slice(-1) },
    { facts: { headings: [t('notices.facts'), t('notices.value')], rows: facts } },
    ...part.blocks.map((block) => asLetterBlock(frame, block)),
    { heading: check.title },
    {
      steps: [{ text: check.open, address: check.address }, ...check.steps],
      code: { content: scanned, alt: t('notices.square.alt'), caption: t('notices.square.caption') },
    },
    { paragraph: check.money },
  ]
}

function partFor(services: Setting, notice: Notice, frame: NoticeFrame): LetterPart {
  const { t, part } = frame
  const receiptNumber = showReceiptNumber(notice.receiptNumber)
  return {
    title: part.title,
    body: letterBody(frame, scannedAddress(services, notice)),
    sender: { name: senderName(services, t), lines: [] },
    date: t.day(notice.issuedOn),
    footer: t('notices.foot', { receiptNumber, code: showCode(notice.code) }),
    pageOf: t('notices.page-of', { page: '{page}', pages: '{pages}' }),
    ...(isDemonstration(services) ? { demonstration: t('ui.demonstration') } : {}),
    barcode: { content: notice.receiptNumber, alt: t('notices.barcode.alt', { receiptNumber }), caption: receiptNumber },
  }
}

/** A notice to print. `accountNumber` is that of whom it is for; `addressee` stands in the window of its envelope. */
export function noticePdf(services: Setting, notice: Notice, its: { accountNumber: string | null; addressee: readonly string[] }): PdfDocument {
  const [first, second] = framesOf(services, notice, its.accountNumber) as [NoticeFrame, NoticeFrame?]
  const also = second && {
    note: first.t('notices.also', { language: languageName(first.t, second.part.language) }),
    also: { ...partFor(services, notice, second), language: second.part.language, direction: second.part.direction },
  }
  return {
    template: 'letter',
    language: first.part.language,
    direction: first.part.direction,
    createdAt: notice.issuedAt,
    words: { ...partFor(services, notice, first), addressee: its.addressee, ...also },
  }
}
