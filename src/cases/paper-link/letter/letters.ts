import words from '../../../../messages/en/paper-letters.json' with { type: 'json' }
import { isDemonstration, senderName } from '../../../agency/index.ts'
import { isPseudo } from '../../../platform/i18n/pseudo.ts'
import { languageName, type Text, textOf } from '../../../platform/i18n/text.ts'
import type { LetterPart, PdfDocument } from '../../../platform/pdf/index.ts'
import { agencyDay } from '../../case.ts'
import { showReceiptNumber } from '../../receipt-number.ts'
import { formShortTitle } from '../../status-words.ts'
import { envelopeLines } from './addressee.ts'
import { type AccessNotice, accessNotice } from './kinds/access-notice.ts'
import { addressChanged } from './kinds/address-changed.ts'
import { codeAgain } from './kinds/code-again.ts'
import { codeReminder } from './kinds/code-reminder.ts'
import { consularFiling } from './kinds/consular-filing.ts'
import { filingRejected } from './kinds/filing-rejected.ts'
import { notice } from './kinds/notice.ts'
import { representativeJoined } from './kinds/representative-joined.ts'
import type { LetterFacts, LetterKind, LetterServices, Writing } from './letter.ts'
import { contentAsText } from './letter-text.ts'

/** Every letter about a form on paper. */
export const letterKinds = {
  'access-notice': accessNotice,
  'code-reminder': codeReminder,
  'code-again': codeAgain,
  'filing-rejected': filingRejected,
  'consular-filing': consularFiling,
  'representative-joined': representativeJoined,
  'address-changed': addressChanged,
  notice,
}

export type LetterName = keyof typeof letterKinds

/** What a letter of this name is written from. */
export type FactsOf<N extends LetterName> = Parameters<(typeof letterKinds)[N]>[0]['facts']

/** One language has to say all of a letter: its other half says it in the language of record anyway. */
const saysAll = ({ agency }: LetterServices, t: Text): boolean =>
  isPseudo(t.language) ||
  (agency.languages.includes(t.language) &&
    Object.keys(words).every((key) => t.languageOf(`paper-letters.${key as keyof typeof words}`) === t.language))

/** The languages a letter is written in, the addressee's first. */
function textsOf<F extends LetterFacts>(services: LetterServices, { language }: F): [Text, Text?] {
  const { languageOfRecord, timeZone } = services.agency
  const [own, ofRecord] = [textOf(language, timeZone), textOf(languageOfRecord, timeZone)]
  return language !== languageOfRecord && saysAll(services, own) ? [own, ofRecord] : [ofRecord]
}

const writingIn = <F extends LetterFacts>(services: LetterServices, facts: F, t: Text): Writing<F> => ({
  t,
  services,
  facts,
  form: formShortTitle(services.agency, t, facts.form),
})

function partIn<F extends LetterFacts>(services: LetterServices, write: LetterKind<F>, facts: F, t: Text): LetterPart {
  const writing = writingIn(services, facts, t)
  const receiptNumber = facts.receiptNumber && showReceiptNumber(facts.receiptNumber)
  return {
    ...write(writing),
    sender: { name: senderName(services, t), lines: [] },
    date: t.day(agencyDay(services.agency, facts.writtenAt)),
    footer: receiptNumber
      ? t('paper-letters.frame.foot', { receiptNumber })
      : t('paper-letters.frame.foot-without', { form: writing.form }),
    // Braces that the typesetter fills in, not we.
    pageOf: t('paper-letters.frame.page-of', { page: '{page}', pages: '{pages}' }),
    ...(isDemonstration(services) ? { demonstration: t('ui.demonstration') } : {}),
    ...(receiptNumber
      ? { barcode: { content: receiptNumber, alt: t('paper-letters.barcode.alt', { receiptNumber }), caption: receiptNumber } }
      : {}),
  }
}

const writerOf = <N extends LetterName>(name: N) => letterKinds[name] as LetterKind<FactsOf<N>>

/** A letter to print: in the addressee's language and, on pages of its own, in the language of record. */
export function letterPdf<N extends LetterName>(services: LetterServices, name: N, facts: FactsOf<N>): PdfDocument {
  const [t, ofRecord] = textsOf(services, facts)
  const part = (text: Text) => partIn(services, writerOf(name), facts, text)
  const also = ofRecord && {
    note: t('paper-letters.frame.also', { language: languageName(t, ofRecord.language) }),
    also: { ...part(ofRecord), language: ofRecord.language, direction: ofRecord.direction },
  }
  return {
    template: 'letter',
    language: t.language,
    direction: t.direction,
    createdAt: facts.writtenAt,
    words: { ...part(t), addressee: envelopeLines(services.agency, facts.addressee), ...also },
  }
}

/** The same letter as plain text, for where nothing is printed; each number stands alone on a line. */
export function letterText<N extends LetterName>(services: LetterServices, name: N, facts: FactsOf<N>): string {
  const parts = textsOf(services, facts).flatMap((t) => (t ? [contentAsText(t, writerOf(name)(writingIn(services, facts, t)))] : []))
  return `${parts.join('\n\n* * *\n\n')}\n`
}

export const accessNoticeLetter = (services: LetterServices, notice: AccessNotice): PdfDocument =>
  letterPdf(services, 'access-notice', notice)

export const accessNoticeText = (services: LetterServices, notice: AccessNotice): string =>
  letterText(services, 'access-notice', notice)
