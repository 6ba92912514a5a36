import { showOnlineAccountNumber } from '../../../accounts/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { showCode } from '../../../platform/numbers/crockford.ts'
import { paths } from '../../../platform/paths.ts'
import type { Led, LetterBlock, ScannedCode } from '../../../platform/pdf/index.ts'
import { showReceiptNumber } from '../../receipt-number.ts'
import type { CodeFacts, Writing } from './letter.ts'

interface Numbers {
  readonly receiptNumber: string | null
  readonly onlineAccountNumber?: string | null
  /** As it is kept in memory or as it is shown. */
  readonly accessCode?: string | null
}

/** The numbers that are copied by hand, each with its label; in the text twin each stands alone on a line. */
export function numbersToCopy(t: Text, { receiptNumber, onlineAccountNumber, accessCode }: Numbers): LetterBlock[] {
  const numbers = [
    ...(receiptNumber ? [{ label: t('paper-letters.number.receipt'), value: showReceiptNumber(receiptNumber) }] : []),
    ...(onlineAccountNumber ? [{ label: t('paper-letters.number.account'), value: showOnlineAccountNumber(onlineAccountNumber) }] : []),
    ...(accessCode ? [{ label: t('paper-letters.number.code'), value: showCode(accessCode.replaceAll('-', '')) }] : []),
  ]
  return numbers.length > 0 ? [{ numbers }] : []
}

/** A QR code of an address and of nothing else: whoever reads it over a shoulder learns only where to type. */
export const squareOf = (t: Text, address: string): ScannedCode => ({
  content: address,
  alt: t('paper-letters.square.alt', { address }),
  caption: t('paper-letters.square.caption'),
})

export const useBy = ({ t, facts }: Writing<CodeFacts>): LetterBlock => ({
  strong: t('paper-letters.by', { day: t.dayWithWeekday(facts.expiresOn) }),
})

/** Where and how the code is used; without one, how the case is followed. */
export const howToUse = (writing: Writing<CodeFacts>, hasCode: boolean): LetterBlock[] =>
  writing.facts.role === 'applicant' ? applicantSteps(writing, hasCode) : representativeSteps(writing, hasCode)

function applicantSteps({ t, facts: { claimUrl } }: Writing<CodeFacts>, hasCode: boolean): LetterBlock[] {
  const steps: Led[] = [
    { text: t('paper-letters.open'), address: claimUrl },
    t(hasCode ? 'paper-letters.enter' : 'paper-letters.enter-without'),
    t('paper-letters.sign'),
  ]
  return [{ heading: t('paper-letters.do.title') }, { steps, code: squareOf(t, claimUrl) }]
}

function representativeSteps({ t, services: { publicUrl } }: Writing<CodeFacts>, hasCode: boolean): LetterBlock[] {
  const addCase = publicUrl + paths.addCase()
  const asNew: Led[] = [
    { text: t('paper-letters.representative.new.open'), address: publicUrl + paths.signUp() },
    t('paper-letters.representative.new.type', { choice: t('accounts.type.representative') }),
    t(`paper-letters.representative.new.enter${hasCode ? '' : '-without'}`),
  ]
  const asKnown: Led[] = [
    {
      text: t('paper-letters.representative.known.open', { menu: t('ui.nav.account'), page: t('ui.nav.add-case') }),
      address: addCase,
    },
    t(`paper-letters.representative.known.enter${hasCode ? '' : '-without'}`),
  ]
  return [
    { heading: t('paper-letters.representative.new.title') },
    { steps: asNew },
    { heading: t('paper-letters.representative.known.title') },
    { steps: asKnown, code: squareOf(t, addCase) },
  ]
}

export const keepSecret = ({ t, facts: { role } }: Writing<CodeFacts>): LetterBlock[] => [
  { heading: t('paper-letters.secret.title') },
  { paragraph: t(`paper-letters.secret.${role}`) },
]

/** How to ask for a new code: the old one cannot be said again, because only its hash is kept. */
export const askAgain = ({ t, facts: { role } }: Writing<CodeFacts>): LetterBlock[] => [
  { heading: t('paper-letters.again.title') },
  { paragraph: t(`paper-letters.again.${role}`) },
]

export const howToCheck = ({ t, services: { publicUrl } }: Writing): LetterBlock[] => [
  { heading: t('paper-letters.genuine.title') },
  { paragraph: { text: t('paper-letters.genuine.text'), address: publicUrl } },
]
