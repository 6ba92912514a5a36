import { keyedHash } from '../../platform/crypto/keyed-hash.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { operation } from '../../platform/operation.ts'
import { hasUserName } from '../account.ts'
import { findAccountByEmail, findAccountByNumber } from '../account-store.ts'
import { closedValues } from '../closing/closing.ts'
import { dateOfBirthHashes } from '../date-of-birth.ts'
import { addressStanding } from '../recovery/address-standing.ts'
import { emailHash, emailHashes, emailOf } from '../email-address.ts'

const networkLimit = {
  name: 'accounts.forgot-username.network',
  most: 60,
  withinSeconds: 60,
  of: ({ request }: { request: { network: string | null } }) => request.network,
}

/** Stands where there is no address to mail; nothing is ever sent there (RFC 6761, 6.4). */
const nobodysAddress = 'nobody@account.invalid'

/**
 * **Forgot your username** by email address: whoever holds the mailbox is told what is known of it, nothing included;
 * the page says the same for all. One look-up and one mail on every side.
 */
export const remindByEmail = operation({
  name: 'accounts.remind-by-email',
  gate: true,
  allow: (_actor, _input: { email: string; language: string }) => true,
  limits: [
    networkLimit,
    {
      name: 'accounts.forgot-username.address',
      most: 5,
      withinSeconds: 3600,
      of: ({ input, services }) => emailHash(services.keys, input.email),
    },
  ],
  refusals: [],
  async run(context, { email, language }) {
    const { tx, services, audit } = context
    const account = await findAccountByEmail(tx, emailHashes(services.keys, email))
    if (account) audit({ account: account.id })
    const number = account?.online_account_number ?? ''
    await queueMail(context, {
      kind: 'accounts.username-reminder',
      to: email,
      person: account?.id ?? newId(),
      language,
      values: { standing: addressStanding(account), email, number, ...closedValues(account) },
    })
  },
})

/**
 * The same by Online Account Number and date of birth, to the address on file only. Where number and day do not belong
 * together, or no day is on file, the same statements queue a mail that says nothing and is never sent.
 */
export const remindByNumber = operation({
  name: 'accounts.remind-by-number',
  gate: true,
  allow: (_actor, _input: { number: string; dateOfBirth: Temporal.PlainDate }) => true,
  limits: [
    networkLimit,
    {
      name: 'accounts.forgot-username.number',
      most: 5,
      withinSeconds: 3600,
      of: ({ input, services }) => keyedHash(services.keys, 'forgot-username', input.number),
    },
  ],
  refusals: [],
  async run(context, { number, dateOfBirth }) {
    const { tx, services, audit } = context
    const account = await findAccountByNumber(tx, number)
    if (account) audit({ account: account.id })
    const isTheirs = dateOfBirthHashes(services.keys, dateOfBirth).includes(account?.date_of_birth_hash ?? '')
    const email = account && hasUserName(account) && isTheirs ? emailOf(services.keys, account) : nobodysAddress
    await queueMail(context, {
      kind: 'accounts.username-reminder',
      to: email,
      person: account?.id ?? newId(),
      language: account?.language ?? 'en',
      values: { standing: isTheirs ? addressStanding(account) : 'nothing-to-send', email, number, ...closedValues(account) },
    })
  },
})
