import type { LetterBlock } from '../../../../platform/pdf/index.ts'
import type { CodeFacts, LetterKind, Writing } from '../letter.ts'
import { askAgain, howToCheck, howToUse, keepSecret, numbersToCopy, useBy } from '../passages.ts'

/** `accessCode`: only receipts that begin with the pack's online prefix have one. */
export interface AccessNotice extends CodeFacts {
  readonly accessCode: string | null
}

type NoticeWriting = Writing<AccessNotice>

const beginsOnline = ({ services: { agency }, facts: { receiptNumber } }: NoticeWriting) =>
  receiptNumber.startsWith(agency.receipts.onlinePrefix)

/** What a case without a code goes without, and whether there is one to ask for. */
function whatCodeAdds(writing: NoticeWriting): LetterBlock[] {
  const { t, services, facts } = writing
  const never = facts.role === 'applicant' ? 'paper-letters.adds.never' : 'paper-letters.representative.adds.never'
  const prefix = services.agency.receipts.onlinePrefix
  return [
    { heading: t('paper-letters.adds.title') },
    { paragraph: beginsOnline(writing) ? t('paper-letters.adds.ask') : t(never, { prefix }) },
  ]
}

/** The Account Access Notice: the account's number, and where there is one the code that claims the case. */
export const accessNotice: LetterKind<AccessNotice> = (writing) => {
  const { t, facts, form } = writing
  const hasCode = facts.accessCode !== null
  // It would be a code that no page takes.
  if (hasCode && !beginsOnline(writing)) throw new Error('a code for a receipt number that has none')
  const about = facts.role === 'applicant' ? 'access' : 'representative'
  const without = hasCode ? '' : '-without'
  return {
    title: t(`paper-letters.${about}.title${without}`),
    body: [
      { paragraph: t(`paper-letters.${about}.received${without}`, { date: t.day(facts.receivedOn), form }) },
      ...(hasCode ? [useBy(writing)] : []),
      ...numbersToCopy(t, facts),
      ...howToUse(writing, hasCode),
      ...(hasCode ? [...keepSecret(writing), ...askAgain(writing)] : whatCodeAdds(writing)),
      ...howToCheck(writing),
    ],
  }
}
