import type { LetterBlock } from '../../../../platform/pdf/index.ts'
import type { LetterFacts, LetterKind } from '../letter.ts'

/** A notice about a case, word for word as it was issued: whoever wrote it brings the words in each language. */
export interface NoticeByMail extends LetterFacts {
  readonly receiptNumber: string
  readonly parts: readonly { readonly language: string; readonly title: string; readonly body: readonly LetterBlock[] }[]
  /** Left out: the person. What is for a representative is sent to no other address. */
  readonly role?: 'representative'
}

/** To whoever has no account, or wants notices on paper too. */
export const notice: LetterKind<NoticeByMail> = ({ t, facts }) => {
  const part = facts.parts.find(({ language }) => language === t.language)
  if (!part) throw new Error('a notice that was not written in this language')
  return part
}
