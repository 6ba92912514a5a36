import { paths } from '../../../../platform/paths.ts'
import type { LetterFacts, LetterKind } from '../letter.ts'
import { howToCheck, numbersToCopy, squareOf } from '../passages.ts'

export interface RepresentativeJoined extends LetterFacts {
  readonly receiptNumber: string
  readonly representativeName: string
  readonly joinedOn: Temporal.PlainDate
  readonly claimUrl: string
}

/** To an applicant without an account: a representative joined with a code of their own, and how to end that. */
export const representativeJoined: LetterKind<RepresentativeJoined> = (writing) => {
  const { t, facts, form, services } = writing
  const { claimUrl, joinedOn, representativeName } = facts
  const steps = [
    { text: t('paper-letters.joined.end.claim'), address: claimUrl },
    t('paper-letters.joined.end.end'),
    { text: t('paper-letters.joined.end.support'), address: services.publicUrl + paths.contactSupport() },
  ]
  return {
    title: t('paper-letters.joined.title'),
    body: [
      { paragraph: t('paper-letters.joined.text', { date: t.day(joinedOn), name: representativeName, form }) },
      ...numbersToCopy(t, { receiptNumber: facts.receiptNumber }),
      { paragraph: t('paper-letters.joined.right') },
      { heading: t('paper-letters.joined.end.title') },
      { steps, code: squareOf(t, claimUrl) },
      { paragraph: t('paper-letters.joined.end.after') },
      ...howToCheck(writing),
    ],
  }
}
