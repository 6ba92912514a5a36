import { readANumber } from '../numbers-on-papers.ts'
import type { ANumberQuestion } from '../question.ts'
import { paperNumber } from './paper-number.ts'

export const aNumber = paperNumber<ANumberQuestion>({
  is: 'a-number',
  sealed: true,
  read: readANumber,
  shown: (digits) => `A${digits}`,
  width: 12,
})
