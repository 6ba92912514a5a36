import type { z } from 'zod'
import { type HeldContext, heldPart } from '../../platform/archive/index.ts'
import { iso, isoOrNull } from '../../platform/archive/shapes.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { hasUserName, type StoredAccount } from '../account.ts'
import { openSide } from '../contact-change/contact-change.ts'
import { contactAddressOf } from '../contact-points/contact-point.ts'
import { emailOf } from '../email-address.ts'
import { accountSchema } from './account-schema.ts'
import {
  listAccounts,
  listAppDates,
  listBackupCodeDates,
  listClosings,
  listContactChanges,
  listContactPoints,
  listForwardings,
  listPasskeyDates,
  listPasswordDates,
  listQuestions,
} from './held-store.ts'

type Shape = z.input<typeof accountSchema>

function accountOf(keys: Keys, row: StoredAccount): Shape['accounts'][number] {
  return {
    onlineAccountNumber: row.online_account_number,
    userName: hasUserName(row) ? emailOf(keys, row) : null,
    standing: row.retired_at ? 'merged' : row.closed_at ? 'closed' : 'yours',
    openedByAgencyAt: isoOrNull(row.opened_by_agency_at),
    language: row.language,
    accountType: row.account_type as Shape['accounts'][number]['accountType'],
    representativeKind: row.representative_kind as Shape['accounts'][number]['representativeKind'],
    service: row.service,
    dateOfBirthOnFile: row.date_of_birth_hash !== null,
    protectedSince: isoOrNull(row.protected_at),
    signUp: {
      begunAt: iso(row.begun_at),
      emailConfirmedAt: isoOrNull(row.email_confirmed_at),
      channelProvenAt: isoOrNull(row.channel_proven_at),
      completedAt: isoOrNull(row.completed_at),
    },
  }
}

async function contactOf({ tx, accounts, services: { keys } }: HeldContext) {
  const points = await listContactPoints(tx, accounts)
  const changes = await listContactChanges(tx, accounts)
  return {
    contactPoints: points.map((point) => ({
      kind: point.kind as Shape['contactPoints'][number]['kind'],
      purpose: point.purpose as Shape['contactPoints'][number]['purpose'],
      address: contactAddressOf(keys, point),
      addedAt: iso(point.added_at),
      provenAt: isoOrNull(point.proven_at),
      removedAt: isoOrNull(point.removed_at),
    })),
    contactChanges: changes.map((change) => ({
      what: change.what as Shape['contactChanges'][number]['what'],
      from: openSide(keys, change, 'old'),
      to: openSide(keys, change, 'new'),
      askedAt: iso(change.asked_at),
      madeAt: isoOrNull(change.made_at),
      undoneAt: isoOrNull(change.undone_at),
    })),
  }
}

async function waysIn({ tx, accounts }: HeldContext, codesComeBy: string | null): Promise<Shape['waysIn']> {
  const [password] = await listPasswordDates(tx, accounts)
  return {
    codesComeBy: codesComeBy as Shape['waysIn']['codesComeBy'],
    passwordSetAt: password ? iso(password.set_at) : null,
    resetQuestions: (await listQuestions(tx, accounts)).map(({ question, set_at }) => ({ question, setAt: iso(set_at) })),
    backupCodes: (await listBackupCodeDates(tx, accounts)).map(({ issued_at, kept_at, used_at }) => ({
      issuedAt: iso(issued_at),
      keptAt: isoOrNull(kept_at),
      usedAt: isoOrNull(used_at),
    })),
    authenticationApps: (await listAppDates(tx, accounts)).map((app) => ({
      name: app.name,
      addedAt: iso(app.added_at),
      provenAt: isoOrNull(app.proven_at),
      lastUsedAt: isoOrNull(app.last_used_at),
      removedAt: isoOrNull(app.removed_at),
    })),
    passkeys: (await listPasskeyDates(tx, accounts)).map((passkey) => ({
      name: passkey.name,
      addedAt: iso(passkey.added_at),
      lastUsedAt: isoOrNull(passkey.last_used_at),
      removedAt: isoOrNull(passkey.removed_at),
      backedUp: passkey.is_backed_up,
    })),
  }
}

/** Names and dates of what signs a person in; its secrets are in no archive. */
export const heldAccount = heldPart({
  name: 'account',
  schema: accountSchema,
  from: [
    'accounts.account',
    'accounts.forwarding',
    'accounts.closing',
    'accounts.contact_point',
    'accounts.contact_change',
    'accounts.password',
    'accounts.reset_answer',
    'accounts.backup_code',
    'accounts.authenticator_app',
    'accounts.passkey',
  ],
  leavesOut: {
    'accounts.code_challenge': 'counts of one-time passwords asked of a session; the record tells each that was sent and tried',
    'accounts.passkey_challenge': 'challenges that a passkey answered within the last day, so that no answer counts twice; the record tells each use',
    'accounts.merge_attempt': 'a merge under way for half an hour; what came of it is in the account and the record',
    'accounts.parked_form': 'what was typed in a session that ended waits half an hour for the same person, who sees it on its page',
    'accounts.not_me_link': 'hashes of mailed links; the record tells when one was used',
    'accounts.protection': 'who marked the person as protected, and why, is for the office; since when stands with the account',
    'accounts.safe_contact': 'which mailbox and phone others read: it stands on its page behind a fresh factor, and an archive may lie where others open it',
    'accounts.sign_up_link': 'hashes of mailed links; the record tells when each was asked for and used',
  },
  async read(context) {
    const { tx, accounts, services } = context
    const rows = await listAccounts(tx, accounts)
    const own = rows.find(({ id }) => id === accounts[0])
    return {
      data: {
        accounts: rows.map((row) => accountOf(services.keys, row)),
        merges: (await listForwardings(tx, accounts)).map(({ cause, forwarded_at }) => ({
          cause: cause as Shape['merges'][number]['cause'],
          at: iso(forwarded_at),
        })),
        closings: (await listClosings(tx, accounts)).map(({ closed_at, undo_until, undone_at }) => ({
          closedAt: iso(closed_at),
          undoUntil: iso(undo_until),
          undoneAt: isoOrNull(undone_at),
        })),
        ...(await contactOf(context)),
        waysIn: await waysIn(context, own?.code_channel ?? null),
      },
      files: [],
    }
  },
})
