import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { PostalAddress } from '../../profile/index.ts'

/** Where a person of a case lives and where their mail goes; mailing null: to the home. */
export interface CaseAddresses {
  readonly physical: PostalAddress | null
  readonly mailing: PostalAddress | null
}

/** Where a person gets mail by what they gave; null: they gave nothing to write to. */
export const mailTo = ({ physical, mailing }: CaseAddresses): PostalAddress | null => mailing ?? physical

const place = (caseId: string, change: string) => ({
  person: caseId,
  table: 'cases.address_change',
  row: change,
  column: 'sealed',
})

/** Sealed for the case, as its reasons are: it stays with it when the person's own data goes. */
export const sealCaseAddresses = (keys: Keys, caseId: string, change: string, addresses: CaseAddresses): Buffer =>
  sealText(keys, place(caseId, change), JSON.stringify(addresses))

export const openCaseAddresses = (keys: Keys, caseId: string, change: string, sealed: Buffer): CaseAddresses =>
  JSON.parse(openText(keys, place(caseId, change), sealed))
