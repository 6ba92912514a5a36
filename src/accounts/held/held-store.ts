import type { Tx } from '../../platform/db/transaction.ts'
import type { StoredAccount } from '../account.ts'
import type { ContactChange } from '../contact-change/contact-change.ts'
import type { ContactPoint } from '../contact-points/contact-point.ts'

// Read by the job that makes an archive, for the accounts of one person. No statement here names a secret column.

export const listAccounts = (tx: Tx, accounts: readonly string[]): Promise<StoredAccount[]> =>
  tx.selectFrom('accounts.account').selectAll().where('id', 'in', accounts).orderBy('begun_at').execute()

export const listForwardings = (tx: Tx, accounts: readonly string[]) =>
  tx.selectFrom('accounts.forwarding').selectAll().where('kept', 'in', accounts).orderBy('forwarded_at').execute()

export const listClosings = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('accounts.closing')
    .select(['closed_at', 'undo_until', 'undone_at'])
    .where('account', 'in', accounts)
    .orderBy('closed_at')
    .execute()

export const listContactPoints = (tx: Tx, accounts: readonly string[]): Promise<ContactPoint[]> =>
  tx.selectFrom('accounts.contact_point').selectAll().where('account', 'in', accounts).orderBy('added_at').execute()

export const listContactChanges = (tx: Tx, accounts: readonly string[]): Promise<ContactChange[]> =>
  tx.selectFrom('accounts.contact_change').selectAll().where('account', 'in', accounts).orderBy('ordinal').execute()

export const listPasswordDates = (tx: Tx, accounts: readonly string[]) =>
  tx.selectFrom('accounts.password').select(['account', 'set_at']).where('account', 'in', accounts).execute()

export const listQuestions = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('accounts.reset_answer')
    .select(['question', 'set_at'])
    .where('account', 'in', accounts)
    .orderBy('position')
    .execute()

export const listBackupCodeDates = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('accounts.backup_code')
    .select(['issued_at', 'kept_at', 'used_at'])
    .where('account', 'in', accounts)
    .orderBy('issued_at')
    .execute()

export const listAppDates = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('accounts.authenticator_app')
    .select(['name', 'added_at', 'proven_at', 'last_used_at', 'removed_at'])
    .where('account', 'in', accounts)
    .orderBy('added_at')
    .execute()

export const listPasskeyDates = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('accounts.passkey')
    .select(['name', 'added_at', 'last_used_at', 'removed_at', 'is_backed_up'])
    .where('account', 'in', accounts)
    .orderBy('added_at')
    .execute()

export const listSessions = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('accounts.session')
    .select(['stage', 'begun_at', 'last_seen_at', 'ends_at', 'proved_at', 'proved_by', 'ended_at', 'ended_by'])
    .select(['device', 'country'])
    .where('account', 'in', accounts)
    .orderBy('begun_at')
    .orderBy('id')
    .execute()

export const listBrowsers = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('accounts.known_browser')
    .select(['first_seen_at', 'last_seen_at'])
    .where('account', 'in', accounts)
    .orderBy('first_seen_at')
    .execute()

export const listResets = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('accounts.password_reset')
    .select(['made_at', 'spent_at', 'factor', 'done_at'])
    .where('account', 'in', accounts)
    .orderBy('made_at')
    .execute()

export const listRecoveryRequests = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('accounts.recovery_request')
    .select(['begun_at', 'opens_at', 'lost', 'ended_at', 'ended_by'])
    .where('account', 'in', accounts)
    .orderBy('begun_at')
    .execute()

export const listSupportRequests = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('accounts.support_request')
    .select(['id', 'tracking_number', 'topic', 'sent_at', 'answered_at', 'closed_at'])
    .where('account', 'in', accounts)
    .orderBy('sent_at')
    .orderBy('id')
    .execute()

/** Never by whom. */
export const listToldStepsOf = (tx: Tx, requests: readonly string[], kinds: readonly string[]) =>
  requests.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('accounts.support_step')
        .select(['request', 'kind', 'answer', 'at'])
        .where('request', 'in', requests)
        .where('kind', 'in', kinds)
        .orderBy('at')
        .execute()

/** Who of the office opened these requests: in which role and why, never which staff member. */
export const listOpeningsOfRequests = (tx: Tx, requests: readonly string[]) =>
  requests.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('accounts.support_step')
        .select(['request', 'role', 'reason', 'at'])
        .where('request', 'in', requests)
        .where('kind', '=', 'opened')
        .orderBy('at')
        .execute()

export const listAgreements = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('accounts.terms_agreement')
    .select(['version', 'language', 'agreed_at', 'text_sha256'])
    .where('account', 'in', accounts)
    .orderBy('agreed_at')
    .execute()
