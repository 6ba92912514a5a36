import type { CodeFacts, LetterKind } from '../letter.ts'
import { askAgain, howToCheck, howToUse, numbersToCopy, useBy } from '../passages.ts'

/** Before a code ends unused: by which day, and how to get another. The code itself is nowhere to be had. */
export const codeReminder: LetterKind<CodeFacts> = (writing) => {
  const { t, facts, form } = writing
  const { receiptNumber, onlineAccountNumber } = facts
  return {
    title: t('paper-letters.reminder.title'),
    body: [
      useBy(writing),
      { paragraph: t(facts.role === 'applicant' ? 'paper-letters.reminder.text' : 'paper-letters.reminder.text-representative', { form }) },
      ...numbersToCopy(t, { receiptNumber, onlineAccountNumber }),
      { paragraph: t('paper-letters.reminder.where') },
      ...howToUse(writing, true),
      ...askAgain(writing),
      { paragraph: t('paper-letters.reminder.nothing') },
      ...howToCheck(writing),
    ],
  }
}
