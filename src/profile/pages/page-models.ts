import { codePhoneOf, ownAccount, ownContact } from '../../accounts/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { query } from '../../platform/operation.ts'
import { ownAddresses } from '../address/addresses.ts'
import { ownPerson } from '../person/own-person.ts'

const isAccount = (actor: Actor, _input: Record<string, never>) => actor.kind === 'account'

/** Everything the contact page shows, in one transaction. */
export const contactPageModel = query({
  name: 'profile.contact-page',
  allow: isAccount,
  run: async (context) => ({
    contact: await ownContact.run(context, {}),
    person: await ownPerson.run(context, {}),
    addresses: await ownAddresses.run(context, {}),
    codePhone: await codePhoneOf(context, String(context.actor.id)),
  }),
})

/** Everything the profile shows, in one transaction. */
export const profilePageModel = query({
  name: 'profile.profile-page',
  allow: isAccount,
  run: async (context) => ({
    account: await ownAccount.run(context, undefined),
    person: await ownPerson.run(context, {}),
  }),
})
