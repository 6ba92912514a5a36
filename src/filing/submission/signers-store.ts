import type { Tx } from '../../platform/db/transaction.ts'
import type { SignatureRow } from '../signature/signature-store.ts'

export interface SignerRow {
  case: string
  id: string
  account: string
  name_sealed: Buffer
}

/** The signature of each of these cases that was filed here. */
export async function listSignersOf(tx: Tx, cases: readonly string[]): Promise<SignerRow[]> {
  if (cases.length === 0) return []
  return tx
    .selectFrom('filing.submission as its')
    .innerJoin('filing.signature as signed', 'signed.id', 'its.signature')
    .select(['its.case', 'signed.id', 'signed.account', 'signed.name_sealed'])
    .where('its.case', 'in', cases)
    .$castTo<SignerRow>()
    .execute()
}

/** The form of a case that was filed here, with the signature it rests on. */
export async function findFilingOf(tx: Tx, caseId: string): Promise<(SignatureRow & { form: string; edition: Temporal.PlainDate }) | undefined> {
  return tx
    .selectFrom('filing.submission as its')
    .innerJoin('filing.signature as signed', 'signed.id', 'its.signature')
    .selectAll('signed')
    .select(['its.form', 'its.edition'])
    .where('its.case', '=', caseId)
    .$castTo<SignatureRow & { form: string; edition: Temporal.PlainDate }>()
    .executeTakeFirst()
}
