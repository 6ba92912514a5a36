import { newId } from '../../platform/ids.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { contactHash, sealContactAddress } from '../contact-points/contact-point.ts'
import { insertContactPoint, removeUnprovenPhones } from '../contact-points/contact-point-store.ts'

/** Keeps a number to be proven; it is used for nothing else before. One that was typed earlier is forgotten. */
export async function keepPhoneToProve(
  { tx, now, services: { keys } }: Pick<OperationContext, 'tx' | 'now' | 'services'>,
  account: string,
  number: string,
) {
  const id = newId()
  await removeUnprovenPhones(tx, account, now)
  const point = {
    id,
    account,
    kind: 'phone',
    purpose: 'codes',
    address_hash: contactHash(keys, number),
    address_sealed: sealContactAddress(keys, account, id, number),
    added_at: now,
    proven_at: null,
    removed_at: null,
    tell_until: null,
  }
  await insertContactPoint(tx, point)
  return point
}
