import { accountsOf, type Actor } from '../../platform/actor.ts'
import type { Limit } from '../../platform/attempts.ts'
import type { Chore, JobContext } from '../../platform/jobs/job.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { operation, type OperationContext, query } from '../../platform/operation.ts'
import { queueTextMessage } from '../../platform/sms/index.ts'
import { getAccount } from '../account-store.ts'
import { emailOf } from '../email-address.ts'
import { codePhoneOf } from '../second-factor/prove-phone.ts'
import { hasRecentProof } from '../sessions/recent-proof.ts'
import { findSafeContact, insertMark, liftDue, listStandingMarks, markKept, markLiftAsked, upsertSafeContact } from './protection-store.ts'

const isSomebody = (actor: Actor) => actor.kind === 'account' && actor.id !== null

/** So long does who set it themselves wait for its end: whoever asks in their name is heard of before. */
export const endsAfterDays = 7

export interface SaidOfContact {
  readonly mailboxUnsafe: boolean
  readonly phoneUnsafe: boolean
}

export interface OwnProtection extends SaidOfContact {
  /** Null: nobody marked them. */
  readonly since: Temporal.Instant | null
  /** Staff set it: it ends only by the agency. */
  readonly byAgency: boolean
  readonly endsAt: Temporal.Instant | null
  /** Staff set it, or nobody but another would hear that it ends. */
  readonly endsOnlyByAgency: boolean
}

/** What a person said of themselves, and how it stands. */
export const ownProtection = query({
  name: 'accounts.own-protection',
  allow: (actor, _input: undefined) => isSomebody(actor),
  async run(context): Promise<OwnProtection> {
    const { tx, actor } = context
    const marks = await listStandingMarks(tx, accountsOf(actor))
    const contact = await findSafeContact(tx, String(actor.id))
    const { email, phone } = await safePlaces(context, String(actor.id))
    const byAgency = marks.some((mark) => mark.set_by_kind === 'staff')
    return {
      since: marks[0]?.set_at ?? null,
      byAgency,
      endsOnlyByAgency: byAgency || (email === null && phone === null),
      endsAt: marks.find((mark) => mark.lift_due_at)?.lift_due_at ?? null,
      mailboxUnsafe: contact?.mailbox_unsafe ?? false,
      phoneUnsafe: contact?.phone_unsafe ?? false,
    }
  },
})

const changes: Limit<unknown> = { name: 'accounts.keep-safe', most: 30, withinSeconds: 86_400, of: ({ actor }) => actor.id }

/**
 * **Keep me safe**: in the same moment the person is protected, with all their cases, and nothing goes where they said that
 * others read. Nobody asks why, and no mailbox or phone is told.
 */
export const keepSafe = operation({
  name: 'accounts.keep-safe',
  allow: (actor, _input: SaidOfContact) => isSomebody(actor),
  limits: [changes],
  refusals: ['no-recent-proof'],
  async run(context, { mailboxUnsafe, phoneUnsafe }) {
    const { tx, actor, now, refuse, audit } = context
    const account = String(actor.id)
    audit({ account })
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    await insertMark(tx, { id: newId(), account, at: now, reasonSealed: null })
    await upsertSafeContact(tx, { account, mailbox_unsafe: mailboxUnsafe, phone_unsafe: phoneUnsafe, changed_at: now })
  },
})

/** The places where this person would hear of it and nobody else. */
async function safePlaces(context: Pick<OperationContext, 'tx' | 'services'>, account: string): Promise<{ email: string | null; phone: string | null; language: string }> {
  const { tx, services } = context
  const said = await findSafeContact(tx, account)
  const person = await getAccount(tx, account)
  return {
    email: said?.mailbox_unsafe ? null : emailOf(services.keys, person),
    phone: said?.phone_unsafe || !services.sms.isOffered ? null : await codePhoneOf(context, account),
    language: person.language,
  }
}

/**
 * **Ask to end it**. Whoever sits at this browser may not be the person: what staff set ends only by two of them; what the person
 * set ends after a week, told at once where only they read, and not at all from here where there is no such place.
 */
export const askToEnd = operation({
  name: 'accounts.ask-to-end-protection',
  allow: (actor, _input: undefined) => isSomebody(actor),
  limits: [changes],
  refusals: ['no-recent-proof', 'agency-only', 'nothing-to-end'],
  async run(context, _input) {
    const { tx, actor, now, refuse, audit } = context
    const account = String(actor.id)
    audit({ account })
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    const marks = await listStandingMarks(tx, accountsOf(actor))
    const { email, phone, language } = await safePlaces(context, account)
    if (marks.some((mark) => mark.set_by_kind === 'staff') || (email === null && phone === null)) return refuse('agency-only')
    const due = now.add({ hours: 24 * endsAfterDays })
    if (!(await markLiftAsked(tx, account, { at: now, due }))) return refuse('nothing-to-end')
    if (email) await queueMail(context, { kind: 'accounts.setting-ends', to: email, person: account, language, values: { due: due.toString() } })
    if (phone) await queueTextMessage(context, { kind: 'accounts.security-news', to: phone, person: account, language })
  },
})

/** **Keep it as it is**: at any moment before its end. */
export const keepProtected = operation({
  name: 'accounts.keep-protected',
  allow: (actor, _input: undefined) => isSomebody(actor),
  refusals: ['no-recent-proof'],
  async run(context, _input) {
    const account = String(context.actor.id)
    context.audit({ account })
    if (!(await hasRecentProof(context))) return context.refuse('no-recent-proof')
    await markKept(context.tx, account)
  },
})

const endProtection = operation({
  name: 'accounts.end-protection',
  allow: ({ kind }, _input: undefined) => kind === 'system',
  refusals: [],
  async run({ tx, now, audit, recordedBefore }, _input) {
    const account = await liftDue(tx, now)
    if (account) audit({ account })
    else recordedBefore()
    return { ended: account !== null }
  },
})

/** Ends what people asked to end, each with an entry of its own. */
export const endProtectionsChore: Chore = {
  name: 'accounts.end-protections',
  everySeconds: 600,
  async run({ perform }: JobContext) {
    for (;;) {
      const ended = await perform(endProtection, undefined)
      if (!ended.ok || !ended.output.ended) return
    }
  },
}
