import { linkToken, linkTokenHash } from '../../platform/crypto/link-token.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import type { Account } from '../account.ts'
import { upsertAccount } from '../account-store.ts'
import { closedValues } from '../closing/closing.ts'
import { isAddressHeld } from '../contact-change/contact-change-store.ts'
import { emailHash, emailHashes, sealEmail } from '../email-address.ts'
import { insertLink, killLinks } from './link-store.ts'

export const linkHours = 24

interface SignUpRequest {
  email: string
  language: string
}

/**
 * **Sign Up**, and **Didn't receive confirmation instructions?** after it: mails a link to a new or unfinished account,
 * and to the holder of a finished one a mail that says so. All three run the same statements and queue one mail
 * (ASVS V6.3.8), so nobody learns here which addresses have an account.
 */
export const startSignUp = operation({
  name: 'accounts.start-sign-up',
  gate: true,
  allow: (_actor, _request: SignUpRequest) => true,
  limits: [
    { name: 'accounts.sign-up.network', most: 60, withinSeconds: 60, of: ({ request }) => request.network },
    {
      name: 'accounts.sign-up.address',
      most: 10,
      withinSeconds: 3600,
      of: ({ input, services }) => emailHash(services.keys, input.email),
    },
  ],
  refusals: [],
  async run(context, { email, language }) {
    const { tx, now, services, audit } = context
    const id = newId()
    const account = await upsertAccount(tx, {
      id,
      email_hash: emailHash(services.keys, email),
      email_sealed: sealEmail(services.keys, id, email),
      language,
      begun_at: now,
    })
    audit({ account: account.id })
    await killLinks(tx, account.id, now)
    // Until lately somebody's user name: who was that takes it back by the link in their mailbox, nobody signs up with it.
    const isHeld = await isAddressHeld(tx, { hashes: emailHashes(services.keys, email), at: now, exceptBy: null })
    const link = await makeLink(context, account, isHeld)
    await queueMail(context, { kind: kindFor(account, isHeld), to: email, person: account.id, language, values: { ...link, ...closedValues(account) } })
  },
})

const kindFor = (account: Account, isHeld: boolean): string => {
  if (isHeld) return 'accounts.address-held'
  if (account.retired_at) return 'accounts.merged-account'
  if (account.closed_at) return 'accounts.account-closed'
  if (account.completed_at) return 'accounts.already-have-account'
  return account.email_confirmed_at ? 'accounts.continue-sign-up' : 'accounts.confirm-email'
}

/** The link of a finished account, and of an address that is held, is dead when it is made: it stands there only so that the work is the same. */
async function makeLink({ tx, now, services }: OperationContext, account: Account, isHeld: boolean) {
  const link = { linkId: newId(), sendNumber: 1, keyId: services.keys.currentId }
  await insertLink(tx, {
    id: link.linkId,
    account: account.id,
    key_id: link.keyId,
    token_hash: linkTokenHash(services.keys, linkToken(services.keys, link)),
    made_at: now,
    expires_at: now.add({ hours: linkHours }),
    killed_at: account.completed_at || isHeld ? now : null,
  })
  return { link: link.linkId, send: link.sendNumber, key: link.keyId }
}
