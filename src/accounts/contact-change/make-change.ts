import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { type Account, textChannels } from '../account.ts'
import { recordFacts } from '../account-store.ts'
import { contactAddressOf, contactHash, sealContactAddress } from '../contact-points/contact-point.ts'
import { insertContactPoint, listToldPoints, markProvenPointRemoved } from '../contact-points/contact-point-store.ts'
import { emailHash, emailOf, sealEmail } from '../email-address.ts'
import { killCodesBy } from '../one-time-password/challenge-store.ts'
import { textEveryPhone } from '../tell-every-address.ts'
import { type ChangedContact, changeTokenHash, undoHours } from './contact-change.ts'
import { recordChange, recordUserName } from './contact-change-store.ts'

type Making = Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>

export interface ChangeToMake {
  id: string
  key_id: string
  what: ChangedContact
  /** Null: there was none. */
  old: string | null
  /** Null: it is removed. */
  new: string | null
}

const kindOf = (what: ChangedContact) => (what === 'phone' ? ('phone' as const) : ('email' as const))

/** Puts an address where mail or codes go. False: the user name became another account's in this moment. */
export async function setContact(
  { tx, now, services }: Pick<Making, 'tx' | 'now' | 'services'>,
  account: Account,
  what: ChangedContact,
  address: string | null,
): Promise<boolean> {
  const { keys } = services
  if (what === 'user-name') {
    const email = address as string
    return recordUserName(tx, account.id, { email_hash: emailHash(keys, email), email_sealed: sealEmail(keys, account.id, email) })
  }
  const purpose = what === 'phone' ? 'codes' : 'recovery'
  await markProvenPointRemoved(tx, account.id, kindOf(what), purpose, now)
  if (address !== null) await keepPoint({ tx, now, services }, account.id, { what, purpose, address, tellUntil: null })
  if (what !== 'phone') return true
  await killCodesBy(tx, account.id, textChannels)
  // Codes that came to a phone that is gone come by mail from now on.
  if (address === null && /sms/.test(account.code_channel ?? ''))
    await recordFacts(tx, account.id, { code_channel: 'email' })
  return true
}

interface PointToKeep {
  what: ChangedContact
  purpose: 'codes' | 'recovery' | 'former'
  address: string
  tellUntil: Temporal.Instant | null
}

async function keepPoint(
  { tx, now, services }: Pick<Making, 'tx' | 'now' | 'services'>,
  account: string,
  { what, purpose, address, tellUntil }: PointToKeep,
): Promise<void> {
  const id = newId()
  await insertContactPoint(tx, {
    id,
    account,
    kind: kindOf(what),
    purpose,
    address_hash: contactHash(services.keys, address),
    address_sealed: sealContactAddress(services.keys, account, id, address),
    added_at: now,
    proven_at: now,
    tell_until: tellUntil,
  })
}

/**
 * Makes a proven change: the new address counts, the old one stays a former one that is told of everything and can take
 * the change back for 72 hours, and every address is told now (ASVS V6.3.7).
 * `account` is as it was before. False: nothing was made, because another account took the address in this moment.
 */
export async function makeChange(context: Making, account: Account, change: ChangeToMake): Promise<boolean> {
  const { tx, now, services } = context
  const undoUntil = now.add({ hours: undoHours })
  if (!(await setContact(context, account, change.what, change.new))) return false
  if (change.old !== null)
    await keepPoint(context, account.id, { what: change.what, purpose: 'former', address: change.old, tellUntil: undoUntil })
  await recordChange(tx, change.id, {
    made_at: now,
    undo_hash: changeTokenHash(services.keys, change, 'undo'),
    undo_until: undoUntil,
  })
  await tellOfChange(context, account, change, undoUntil)
  return true
}

/**
 * Who may undo: the old address; and for what is not the user name, the user name. A recovery address may not undo a
 * change of the user name: who once got hold of the account could have put it there.
 */
async function tellOfChange(context: Making, account: Account, change: ChangeToMake, undoUntil: Temporal.Instant) {
  const { keys } = context.services
  const userName = emailOf(keys, account)
  const points = await listToldPoints(context.tx, account.id, context.now)
  const mailboxes = points.filter(({ kind }) => kind === 'email').map((point) => contactAddressOf(keys, point))
  const mayUndo = new Set([userName, ...(change.what === 'recovery-email' && change.old ? [change.old] : [])])
  const newUserName = change.what === 'user-name' && change.new ? [change.new] : []
  for (const to of new Set([...mayUndo, ...mailboxes, ...newUserName])) {
    const said = { what: change.what, how: howOf(change) }
    const link = { undo: change.id, key: change.key_id, until: undoUntil.toString() }
    const values: Record<string, string> = mayUndo.has(to) ? { ...said, ...link } : said
    await queueMail(context, { kind: 'accounts.contact-changed', to, person: account.id, language: account.language, values })
  }
  await textEveryPhone(context, account, points)
}

const howOf = ({ old, new: now }: ChangeToMake) => (old === null ? 'added' : now === null ? 'removed' : 'changed')
