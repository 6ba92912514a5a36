import { readAccountContact } from '../accounts/index.ts'
import { type CaseNamed, casesToAddress } from '../cases/index.ts'
import { query } from '../platform/operation.ts'
import { type AddressUse, ownAddresses, type PostalAddress } from '../profile/index.ts'

export interface AddressPageModel {
  readonly kept: PostalAddress | null
  readonly isProtected: boolean
  /** Cases a change would reach, and whether there are others that the law protects. */
  readonly reached: readonly CaseNamed[]
  readonly hasGuarded: boolean
}

/** What the page of an address shows before anything is typed, in one transaction. */
export const addressPageModel = query({
  name: 'portal.address-page',
  allow: (actor, _input: { use: AddressUse }) => actor.kind === 'account' && actor.id !== null,
  async run(context, { use }): Promise<AddressPageModel> {
    const addresses = await ownAddresses.run(context, {})
    const contact = await readAccountContact(context, String(context.actor.id))
    const cases = await casesToAddress.run(context, {})
    return {
      kept: addresses[use],
      isProtected: contact?.protectedAt != null,
      reached: cases.reached,
      hasGuarded: cases.guarded.length > 0,
    }
  },
})
