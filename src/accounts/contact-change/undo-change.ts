import { queueMail } from '../../platform/mail/queue-mail.ts'
import { operation, type OperationContext, query } from '../../platform/operation.ts'
import type { Account } from '../account.ts'
import { findAccountByEmail, lockAccount } from '../account-store.ts'
import { shutAccount } from '../browsers/shut-account.ts'
import { type ContactPoint, contactAddressOf, contactHashes } from '../contact-points/contact-point.ts'
import { listToldPoints, markFormerRemoved } from '../contact-points/contact-point-store.ts'
import { emailHashes, emailOf } from '../email-address.ts'
import { textEveryPhone } from '../tell-every-address.ts'
import { isSettled } from './ask-change.ts'
import { type ChangedContact, type ContactChange, openSide, tokenHashes } from './contact-change.ts'
import { dropAsked, findByUndoLink, letGiveWay, lockMadeSince, recordChange } from './contact-change-store.ts'
import { setContact } from './make-change.ts'

/** What a mailed undo link would undo; null for one that is dead. Asking changes nothing: a mail scanner may open it. */
export const changeToUndo = query({
  name: 'accounts.contact-change-to-undo',
  gate: true,
  allow: (_actor, _input: { token: string }) => true,
  async run({ tx, now, services }, { token }): Promise<{ what: ChangedContact; isUndone: boolean } | null> {
    const change = await findByUndoLink(tx, tokenHashes(services.keys, token), now)
    return change ? { what: change.what as ChangedContact, isUndone: change.undone_at !== null } : null
  },
})

/**
 * **Undo this change**: whoever holds the mailed link takes the change back, and with it every change that was made
 * after it, so that nobody who took over an account keeps it by changing twice. Whoever made the change had the password
 * and a factor: as after “this was not me” the account is shut until it has a new password. Links that wait for a proof
 * are dead, and every address is told, those that were taken back too.
 */
export const undoChange = operation({
  name: 'accounts.undo-contact-change',
  gate: true,
  allow: (_actor, _input: { token: string }) => true,
  limits: [{ name: 'accounts.undo-contact-change.network', most: 60, withinSeconds: 60, of: ({ request }) => request.network }],
  refusals: ['link-not-usable'],
  async run(context, { token }) {
    const { tx, now, services, refuse, audit } = context
    const hashes = tokenHashes(services.keys, token)
    const found = await findByUndoLink(tx, hashes, now)
    if (!found || found.undone_at) return refuse('link-not-usable')
    const account = await lockAccount(tx, found.account)
    audit({ account: account.id, subject: `change:${found.id}`, detail: { what: found.what } })
    const changes = await lockMadeSince(tx, found)
    if (!changes.some(({ id }) => id === found.id)) return refuse('link-not-usable')
    const points = await listToldPoints(tx, account.id, now)
    const told = mailboxesOf(context, account, points)
    for (const change of changes) if (!(await takeBack(context, account, change))) return refuse('link-not-usable')
    await dropAsked(tx, account.id, now)
    await shutAccount(context, account.id)
    const restored = changes.flatMap((change) => openSide(services.keys, change, 'old') ?? [])
    await tell(context, account, [...told, ...restored.filter((address) => address.includes('@'))], found)
    await textEveryPhone(context, account, points)
    return { what: found.what as ChangedContact }
  },
})

async function takeBack(context: OperationContext, account: Account, change: ContactChange): Promise<boolean> {
  const { tx, now, services } = context
  const old = openSide(services.keys, change, 'old')
  if (change.what === 'user-name' && !(await isFreeAgain(context, account, old as string))) return false
  if (!(await setContact(context, account, change.what as ChangedContact, old))) return false
  if (old !== null) await markFormerRemoved(tx, account.id, contactHashes(services.keys, old), now)
  await recordChange(tx, change.id, { undone_at: now })
  return true
}

/** Nobody signs up with an address that is held; a beginning made before gives way. */
async function isFreeAgain({ tx, services }: OperationContext, account: Account, address: string): Promise<boolean> {
  const hashes = emailHashes(services.keys, address)
  const holder = await findAccountByEmail(tx, hashes)
  if (holder && holder.id !== account.id && isSettled(holder)) return false
  await letGiveWay(tx, hashes)
  return true
}

function mailboxesOf({ services }: OperationContext, account: Account, points: readonly ContactPoint[]): string[] {
  const others = points.filter(({ kind }) => kind === 'email').map((point) => contactAddressOf(services.keys, point))
  return [emailOf(services.keys, account), ...others]
}

async function tell(context: OperationContext, account: Account, mailboxes: readonly string[], { what }: ContactChange) {
  for (const to of new Set(mailboxes))
    await queueMail(context, {
      kind: 'accounts.contact-change-undone',
      to,
      person: account.id,
      language: account.language,
      values: { what },
    })
}
