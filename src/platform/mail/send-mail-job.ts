import { asActor, type Tx } from '../db/transaction.ts'
import { textOf } from '../i18n/text.ts'
import type { IsSafeToSend } from '../is-safe-to-send.ts'
import type { Chore, Job } from '../jobs/job.ts'
import { insertJob } from '../jobs/queue-store.ts'
import type { Services } from '../services.ts'
import { MailFault, type MailMessage, type MailPort } from './mail.ts'
import type { MailKind } from './mail-kind.ts'
import { noteBounce } from './events/reach-store.ts'
import { deleteOldMail, deleteOldReach, lockQueuedMail, markMailFailed, markMailSent, type QueuedMail } from './mail-store.ts'
import { openQueuedMail } from './queue-mail.ts'
import { renderMail } from './render-mail.tsx'

/** What every mail has in common. */
export interface MailFrame {
  from: { name: string; address: string }
  agency: string
  timeZone: string
  /** The sentence of a demonstration in the mail's language; undefined once an operator names itself. */
  demonstration(language: string): string | undefined
}

/**
 * The job that renders and sends a queued mail, or the several of one turn; a mail that will never be taken is marked, not retried for ever. Whether it may
 * go there is asked here, in the moment in which it would leave.
 */
export function sendMailJob(port: MailPort, kinds: readonly MailKind[], frame: MailFrame, isSafe: IsSafeToSend): Job {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  return {
    task: 'mail.send',
    run: async ({ pool, actor, services, log }, payload) => {
      const sendIn = (id: string) => async (tx: Tx): Promise<Ending | null> => {
        const mail = await lockQueuedMail(tx, id)
        if (!mail || mail.sent_at || mail.failed_at) return null
        const kind = byName.get(mail.kind)
        if (!(await isSafe(tx, { person: mail.person, channel: 'email', isAwaited: kind?.isAwaited ?? false }))) return { id, failure: withheld }
        const message = messageOf(mail, kind, frame, services)
        return { id, ...(message ? await sent(port, message) : { failure: null }) }
      }
      const send = (id: string) => asActor(pool, actor, {}, sendIn(id), (tx, ending) => (ending ? mark(tx, ending, services.clock.now()) : Promise.resolve()))
      if (!Array.isArray(payload.mails)) return void (await send(String(payload.mail)))
      const left = await sendEach(payload.mails.map(String), send, (fault) => log.fault({ event: 'mail-not-sent' }, fault))
      if (left.length > 0) await asActor(pool, actor, {}, (tx) => queueApart(tx, left))
    },
  }
}

/** The server does not answer: what is left of a turn would wait for it in vain, one mail after the other. */
const isAway = (fault: unknown) => fault instanceof MailFault && (fault.kind === 'unreachable' || fault.kind === 'too-slow')

/** Sends the mails of a turn, each in a transaction of its own. Those that did not leave. */
async function sendEach(ids: readonly string[], send: (id: string) => Promise<unknown>, onFault: (fault: unknown) => void): Promise<string[]> {
  const left: string[] = []
  for (const [at, id] of ids.entries()) {
    try {
      await send(id)
    } catch (fault) {
      onFault(fault)
      left.push(id)
      if (isAway(fault)) return [...left, ...ids.slice(at + 1)]
    }
  }
  return left
}

/** From here each has its own job, as late as the turn it was in, and is tried again on its own: one that is not taken holds up no other. */
async function queueApart(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const mail of ids) await insertJob(tx, { task: 'mail.send', payload: { mail }, jobKey: null, runAt: null, turn: 'last' })
}

/** Others read where it would go: it is not sent, and nothing says why. */
const withheld = 'not-sent'

/** How one mail ended: it left, or it never will. `returned`: the code by which the server refused its mailbox. */
interface Ending {
  id: string
  failure: string | null
  returned?: string
}

async function mark(tx: Tx, { id, failure, returned }: Ending, at: Temporal.Instant): Promise<void> {
  if (!failure) return markMailSent(tx, id, at)
  await markMailFailed(tx, id, at, failure)
  if (returned) await noteBounce(tx, { mail: id, code: returned }, at)
}

/** RFC 5321 section 4.2.3: the mailbox is not there, not here, or has no such name. Other refusals say nothing of the address. */
const mailboxCodes = new Set([550, 551, 553])

/** No failure when the mail left; what is wrong when trying again cannot help. Other faults are thrown, and the job retried. */
async function sent(port: MailPort, message: MailMessage): Promise<Omit<Ending, 'id'>> {
  try {
    await port.send(message)
    return { failure: null }
  } catch (fault) {
    if (fault instanceof MailFault && !fault.mayRetry) {
      const { kind, code } = fault
      return code && mailboxCodes.has(code) ? { failure: kind, returned: String(code) } : { failure: kind }
    }
    throw fault
  }
}

function messageOf(mail: QueuedMail, kind: MailKind | undefined, frame: MailFrame, services: Services): MailMessage | null {
  if (!kind) throw new Error(`No mail kind is called ${mail.kind}`)
  const { to, values } = openQueuedMail(services.keys, mail)
  const t = textOf(mail.language, frame.timeZone)
  const words = kind.render({ t, values, services, queuedAt: mail.queued_at })
  if (!words) return null
  const demonstration = frame.demonstration(mail.language)
  const content = { ...words, agency: frame.agency, language: t.language, direction: t.direction }
  const rendered = renderMail(demonstration ? { ...content, demonstration } : content)
  return { id: mail.id, to, from: frame.from, subject: words.subject, ...rendered }
}


const keptDays = 30
const reachKeptDays = 365

/** Deletes mail that left, or never will, after its month. */
export const sweepMail: Chore = {
  name: 'mail.sweep',
  everySeconds: 3600,
  run: ({ pool, actor, services }) =>
    asActor(pool, actor, {}, async (tx) => {
      const now = services.clock.now()
      await deleteOldMail(tx, now.subtract({ hours: 24 * keptDays }))
      await deleteOldReach(tx, now.subtract({ hours: 24 * reachKeptDays }))
    }),
}
