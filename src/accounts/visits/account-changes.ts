import { listDoneFor } from '../../audit/index.ts'
import type { MessageKey } from '../../platform/i18n/text.ts'
import { query } from '../../platform/operation.ts'
import { historyDays } from './own-visits.ts'

/** What a person wants to find again of their account's past: the operation in the record, and its words. */
const told = {
  'accounts.prove-channel': 'security.change.prove-channel',
  'accounts.prove-app': 'security.change.app-added',
  'accounts.rename-app': 'security.change.app-renamed',
  'accounts.remove-app': 'security.change.app-removed',
  'accounts.prove-phone': 'security.change.phone-set',
  'accounts.remove-phone': 'security.change.phone-removed',
  'accounts.choose-code-channel': 'security.change.channel-chosen',
  'accounts.add-passkey': 'security.change.passkey-added',
  'accounts.rename-passkey': 'security.change.passkey-renamed',
  'accounts.remove-passkey': 'security.change.passkey-removed',
  'accounts.set-password': 'security.change.set-password',
  'accounts.set-reset-questions': 'security.change.set-reset-questions',
  'accounts.keep-backup-code': 'security.change.keep-backup-code',
  'accounts.sign-in-with-backup-code': 'security.change.backup-code-used',
  'accounts.change-password': 'security.change.change-password',
  'accounts.change-questions': 'security.change.change-questions',
  'accounts.replace-backup-code': 'security.change.replace-backup-code',
  'accounts.ask-for-recovery': 'security.change.recovery-asked',
  'accounts.cancel-own-recovery': 'security.change.recovery-stopped',
  'accounts.cancel-recovery-by-link': 'security.change.recovery-stopped',
  'accounts.finish-reset': 'security.change.finish-reset',
  'accounts.prove-contact-change': 'security.change.contact',
  'accounts.remove-recovery-email': 'security.change.recovery-email-removed',
  'accounts.undo-contact-change': 'security.change.contact-undone',
  'accounts.sign-out-visit': 'security.change.sign-out-visit',
  'accounts.sign-out-others': 'security.change.sign-out-others',
  'accounts.sign-out-everywhere': 'security.change.sign-out-everywhere',
  'accounts.end-sessions-by-operator': 'security.change.operator-signed-out',
  'accounts.not-me': 'security.change.not-me',
} as const satisfies Record<string, MessageKey>

export const toldOperations = Object.keys(told)

export interface AccountChange {
  at: Temporal.Instant
  words: MessageKey
}

const changesMost = 50

/** Ways in that came and went, and what was done about sessions, the newest first; read off the record. */
export const ownAccountChanges = query({
  name: 'accounts.own-account-changes',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, now }, _input: undefined): Promise<AccountChange[]> {
    const since = now.subtract({ hours: 24 * historyDays })
    const sought = { account: String(actor.id), operations: toldOperations, since, most: changesMost }
    const entries = await listDoneFor(tx, sought)
    return entries.map(({ operation, at }) => ({ at, words: told[operation as keyof typeof told] }))
  },
})
