import { caseForPaper, type CaseForPaper, laterPaper, type LaterPaper, lettersThatMayReturn, nearReceipts } from '../../../../cases/index.ts'
import { isId } from '../../../../platform/ids.ts'
import { query } from '../../../../platform/operation.ts'
import { whoMay } from '../../../may.ts'

type Named = { readonly receiptNumber: string }

const mayTakeIn = whoMay('take-in-paper')

/** The case that a paper is for, as much of it as shows whether the paper belongs there. */
export const caseOfPaper = query({
  name: 'officer.case-of-paper',
  allow: (actor, _input: Named) => mayTakeIn(actor),
  run: (context, { receiptNumber }): Promise<CaseForPaper | null> => caseForPaper(context, receiptNumber),
})

/** Numbers of cases that one digit is between. */
export const nearNumbers = query({
  name: 'officer.near-receipts',
  allow: (actor, _input: Named) => mayTakeIn(actor),
  run: (context, { receiptNumber }): Promise<string[]> => nearReceipts(context, receiptNumber),
})

export const returnableLetters = query({
  name: 'officer.returnable-letters',
  allow: (actor, _input: Named) => mayTakeIn(actor),
  run: (context, { receiptNumber }) => lettersThatMayReturn(context, receiptNumber),
})

export const paperTaken = query({
  name: 'officer.paper-taken',
  allow: (actor, _input: Named & { paper: string }) => mayTakeIn(actor),
  run: (context, input): Promise<LaterPaper | null> => (isId(input.paper) ? laterPaper(context, input) : Promise.resolve(null)),
})
