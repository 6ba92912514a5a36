import { readOnlineAccountNumber } from '../numbers-on-papers.ts'
import type { OnlineAccountNumberQuestion } from '../question.ts'
import { paperNumber } from './paper-number.ts'

export const onlineAccountNumber = paperNumber<OnlineAccountNumberQuestion>({
  is: 'online-account-number',
  sealed: true,
  read: readOnlineAccountNumber,
  shown: (digits) => digits.replace(/(\d{4})(?=\d)/g, '$1 '),
  inputMode: 'numeric',
  width: 16,
})
