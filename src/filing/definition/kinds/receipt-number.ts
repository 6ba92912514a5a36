import { readReceiptNumber } from '../numbers-on-papers.ts'
import type { ReceiptNumberQuestion } from '../question.ts'
import { paperNumber } from './paper-number.ts'

export const receiptNumber = paperNumber<ReceiptNumberQuestion>({
  is: 'receipt-number',
  sealed: false,
  read: readReceiptNumber,
  shown: (number) => number,
  width: 16,
})
