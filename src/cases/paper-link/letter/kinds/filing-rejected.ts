import { agencyText } from '../../../../agency/index.ts'
import { paths } from '../../../../platform/paths.ts'
import type { Led, LetterBlock } from '../../../../platform/pdf/index.ts'
import type { LetterFacts, LetterKind, Writing } from '../letter.ts'
import { howToCheck, numbersToCopy } from '../passages.ts'

/** `reasons`: of the pack's `paperRejections`, one at least. `fee`: what was paid with it; null: nothing was taken. */
export interface FilingRejected extends LetterFacts {
  readonly reasons: readonly string[]
  readonly fee: { readonly cents: number; readonly isReturned: boolean } | null
}

type RejectedWriting = Writing<FilingRejected>

const packText = ({ t, services: { agency } }: RejectedWriting, key: string) => agencyText(agency, t, 'paper', key)

function whereToFile({ t, services: { agency, publicUrl }, facts }: RejectedWriting): Led[] {
  const entry = agency.forms.find(({ code }) => code === facts.form)
  if (!entry) return []
  return entry.here
    ? [{ text: t('paper-letters.rejected.here'), address: publicUrl + paths.form({ form: entry.code }) }]
    : [{ text: t('paper-letters.rejected.official'), address: entry.officialPage }]
}

function whatOfFee({ t, facts: { fee } }: RejectedWriting): LetterBlock[] {
  const amount = fee ? t.money(fee.cents) : ''
  const says = fee ? (fee.isReturned ? 'returned' : 'kept') : 'none'
  return [{ heading: t('paper-letters.rejected.fee.title') }, { paragraph: t(`paper-letters.rejected.fee.${says}`, { amount }) }]
}

/** A form that was not accepted: why, what to do, and what becomes of the fee. */
export const filingRejected: LetterKind<FilingRejected> = (writing) => {
  const { t, facts, form } = writing
  return {
    title: t('paper-letters.rejected.title', { form }),
    body: [
      { paragraph: t('paper-letters.rejected.text', { form, date: t.day(facts.receivedOn) }) },
      ...numbersToCopy(t, { receiptNumber: facts.receiptNumber }),
      { heading: t('paper-letters.rejected.why.title') },
      ...facts.reasons.map((reason) => ({ paragraph: packText(writing, `rejection.${reason}.why`) })),
      { heading: t('paper-letters.do.title') },
      { steps: [...facts.reasons.map((reason) => packText(writing, `rejection.${reason}.next`)), ...whereToFile(writing)] },
      { paragraph: packText(writing, 'rejection.day') },
      ...whatOfFee(writing),
      ...howToCheck(writing),
    ],
  }
}
