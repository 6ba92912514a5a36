import { hasRecentProof, readAccountContact, tellAccount } from '../accounts/index.ts'
import { changeAddressOfCases, placeOwnLetters, receiptNumberEnding } from '../cases/index.ts'
import { operation, type OperationContext } from '../platform/operation.ts'
import { type AddressUse, keepAddress, type PostalAddress } from '../profile/index.ts'

export interface AddressToChange {
  use: AddressUse
  /** Null: mail goes to the home again; or the safe address is taken away. */
  address: PostalAddress | null
}

/** No case was touched. */
const onlyAccount: { press: string | null } = { press: null }

/**
 * **Change of address**: the account's address, and that of all its pending cases, in one step and one transaction.
 * Where it lives is here because it spans profile and cases. A person who is protected by law changes only the account:
 * their cases have a way of their own, which the page tells. A safe address is nobody's on a case and is told to no
 * mailbox: who reads along would learn that there is one.
 */
export const changeAddress = operation({
  name: 'portal.change-address',
  allow: (actor, _input: AddressToChange) => actor.kind === 'account' && actor.id !== null,
  limits: [{ name: 'portal.change-address', most: 20, withinSeconds: 86_400, of: ({ actor }) => actor.id }],
  refusals: ['no-recent-proof'],
  async run(context, { use, address }: AddressToChange) {
    const account = context.actor.id as string
    if (!(await hasRecentProof(context))) return context.refuse('no-recent-proof')
    const { physical, mailing } = await keepAddress(context, account, use, address)
    context.audit({ account, detail: { use, cases: 0 } })
    if (use === 'safe') {
      await placeOwnLetters(context)
      return onlyAccount
    }
    const isProtected = (await readAccountContact(context, account))?.protectedAt != null
    if (isProtected) {
      await tellAccount(context, account, { kind: 'portal.contact-changed' })
      return onlyAccount
    }
    return { press: await changeCases(context, account, use, { physical, mailing }) }
  },
})

type Addresses = Parameters<typeof changeAddressOfCases>[1]

async function changeCases(context: OperationContext, account: string, use: AddressUse, addresses: Addresses) {
  const { press, changed } = await changeAddressOfCases(context, addresses)
  context.audit({ account, subject: `address-press:${press}`, detail: { use, cases: changed.length } })
  const endings = changed.map(({ receiptNumber }) => receiptNumberEnding(receiptNumber)).join(', ')
  await tellAccount(context, account, { kind: 'portal.address-changed', values: { use, cases: changed.length, endings } })
  return press
}
