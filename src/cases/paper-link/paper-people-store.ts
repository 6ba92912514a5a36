import type { Tx } from '../../platform/db/transaction.ts'

export const listPaperFilings = async (tx: Tx, cases: readonly string[]): Promise<{ case: string; sealed: Buffer }[]> =>
  cases.length === 0 ? [] : tx.selectFrom('cases.paper_filing').select(['case', 'sealed']).where('case', 'in', cases).execute()
