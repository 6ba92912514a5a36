import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'

export const signedNameCharactersMost = 120

/** The status of a case that its person took back. */
export const withdrawnStatus = 'withdrawn'

/** What somebody agreed to when they withdrew, word for word, and the name they signed with. */
export interface Withdrawn {
  readonly name: string
  readonly statement: string
}

const place = (caseId: string, id: string) => ({ person: caseId, table: 'correspondence.withdrawal', row: id, column: 'sealed' })

export const sealWithdrawal = (keys: Keys, caseId: string, id: string, withdrawn: Withdrawn): Buffer => sealText(keys, place(caseId, id), JSON.stringify(withdrawn))

export const openWithdrawal = (keys: Keys, caseId: string, id: string, sealed: Uint8Array): Withdrawn => JSON.parse(openText(keys, place(caseId, id), sealed))

type PaperColumn = 'name_sealed' | 'why_sealed'
const onPaper = (caseId: string, id: string, column: PaperColumn) => ({ person: caseId, table: 'correspondence.paper_withdrawal', row: id, column })

export const sealOfPaper = (keys: Keys, caseId: string, id: string, column: PaperColumn, text: string): Buffer => sealText(keys, onPaper(caseId, id, column), text)

export const openOfPaper = (keys: Keys, caseId: string, id: string, column: PaperColumn, sealed: Uint8Array): string => openText(keys, onPaper(caseId, id, column), sealed)
