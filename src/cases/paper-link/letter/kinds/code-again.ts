import { paths } from '../../../../platform/paths.ts'
import type { CodeFacts, LetterKind } from '../letter.ts'
import { howToCheck, howToUse, keepSecret, numbersToCopy, useBy } from '../passages.ts'

export interface CodeAgain extends CodeFacts {
  readonly accessCode: string
  readonly askedBy: 'person' | 'office'
}

/** A new code in place of one that was lost or ended: the old one is dead, and who did not ask is told what to do. */
export const codeAgain: LetterKind<CodeAgain> = (writing) => {
  const { t, facts, form, services } = writing
  return {
    title: t('paper-letters.again-letter.title'),
    body: [
      { paragraph: t(`paper-letters.again-letter.by-${facts.askedBy}`, { form }) },
      { paragraph: t('paper-letters.again-letter.dead') },
      useBy(writing),
      ...numbersToCopy(t, facts),
      ...howToUse(writing, true),
      ...keepSecret(writing),
      { heading: t('paper-letters.again-letter.not-you.title') },
      { paragraph: { text: t('paper-letters.again-letter.not-you.text'), address: services.publicUrl + paths.contactSupport() } },
      ...howToCheck(writing),
    ],
  }
}
