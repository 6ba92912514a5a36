import { asActor, type Tx } from '../db/transaction.ts'
import { textOf } from '../i18n/text.ts'
import type { IsSafeToSend } from '../is-safe-to-send.ts'
import type { Chore, Job } from '../jobs/job.ts'
import type { Services } from '../services.ts'
import { MailFault, type MailMessage, type MailPort } from './mail.ts'
import type { MailKind } from './mail-kind.ts'
import { deleteOldMail, lockQueuedMail, markMailFailed, markMailSent, type QueuedMail } from './mail-store.ts'
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
 * The job that renders and sends one queued mail; a mail that will never be taken is marked, not retried for ever. Whether it may
 * go there is asked here, in the moment in which it would leave.
 */
export function sendMailJob(port: MailPort, kinds: readonly MailKind[], frame: MailFrame, isSafe: IsSafeToSend): Job {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  return {
    task: 'mail.send',
    run: async ({ pool, actor, services }, payload) => {
      const send = async (tx: Tx): Promise<Ending | null> => {
        const mail = await lockQueuedMail(tx, String(payload.mail))
        if (!mail || mail.sent_at || mail.failed_at) return null
        const kind = byName.get(mail.kind)
        if (!(await isSafe(tx, { person: mail.person, channel: 'email', isAwaited: kind?.isAwaited ?? false }))) return { id: mail.id, failure: withheld }
        const message = messageOf(mail, kind, frame, services)
        return { id: mail.id, failure: message ? await sent(port, message) : null }
      }
      await asActor(pool, actor, {}, send, (tx, ending) => (ending ? mark(tx, ending, services.clock.now()) : Promise.resolve()))
    },
  }
}

/** Others read where it would go: it is not sent, and nothing says why. */
const withheld = 'not-sent'

/** How one mail ended: it left, or it never will. */
interface Ending {
  id: string
  failure: string | null
}

const mark = (tx: Tx, { id, failure }: Ending, at: Temporal.Instant): Promise<void> =>
  failure ? markMailFailed(tx, id, at, failure) : markMailSent(tx, id, at)

/** Null when the mail left; what is wrong when trying again cannot help. Other faults are thrown, and the job retried. */
async function sent(port: MailPort, message: MailMessage): Promise<string | null> {
  try {
    await port.send(message)
    return null
  } catch (fault) {
    if (fault instanceof MailFault && !fault.mayRetry) return fault.kind
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

/** Deletes mail that left, or never will, after its month. */
export const sweepMail: Chore = {
  name: 'mail.sweep',
  everySeconds: 3600,
  run: ({ pool, actor, services }) =>
    asActor(pool, actor, {}, (tx) => deleteOldMail(tx, services.clock.now().subtract({ hours: 24 * keptDays }))),
}
