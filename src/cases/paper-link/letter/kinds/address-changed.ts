import { paths } from '../../../../platform/paths.ts'
import type { LetterFacts, LetterKind } from '../letter.ts'
import { howToCheck, numbersToCopy } from '../passages.ts'

export interface AddressChanged extends LetterFacts {
  readonly receiptNumber: string
  /** The old address learns that there is a new one and not which. */
  readonly sentTo: 'old' | 'new'
  /** The day from which it is in force. */
  readonly changedOn: Temporal.PlainDate
  readonly claimUrl: string
}

/** To a person without an account, at the old and the new address: mail about their case goes elsewhere from now on. */
export const addressChanged: LetterKind<AddressChanged> = (writing) => {
  const { t, facts, form, services } = writing
  return {
    title: t('paper-letters.address.title'),
    body: [
      { paragraph: t(`paper-letters.address.text.${facts.sentTo}`, { date: t.day(facts.changedOn), form }) },
      ...numbersToCopy(t, { receiptNumber: facts.receiptNumber }),
      { paragraph: t('paper-letters.address.right') },
      { heading: t('paper-letters.address.wrong.title') },
      { steps: [{ text: t('paper-letters.address.wrong.text'), address: services.publicUrl + paths.contactSupport() }] },
      ...(facts.sentTo === 'new' ? [{ heading: t('paper-letters.address.code.title') }, { paragraph: { text: t('paper-letters.address.code.text'), address: facts.claimUrl } }] : []),
      ...howToCheck(writing),
    ],
  }
}
