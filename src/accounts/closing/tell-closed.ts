import { queueMail } from '../../platform/mail/queue-mail.ts'
import { operation } from '../../platform/operation.ts'
import { getAccount } from '../account-store.ts'
import { emailOf } from '../email-address.ts'

/**
 * The right password of a closed account opens nothing, and the page says what it says of a wrong one: only the mailbox
 * hears that the account is closed, a few times a day.
 */
export const tellClosed = operation({
  name: 'accounts.tell-closed',
  gate: true,
  allow: (_actor, _input: { account: string }) => true,
  limits: [{ name: 'accounts.tell-closed', most: 3, withinSeconds: 86_400, of: ({ input }) => input.account }],
  refusals: [],
  async run(context, { account: id }) {
    const account = await getAccount(context.tx, id)
    context.audit({ account: id })
    if (!account.closed_at) return
    await queueMail(context, {
      kind: 'accounts.account-closed',
      to: emailOf(context.services.keys, account),
      person: id,
      language: account.language,
      values: { closedAt: account.closed_at.toString() },
    })
  },
})
