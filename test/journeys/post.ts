import { setTimeout as passing } from 'node:timers/promises'
import type { RunningPortolan, Sent } from '../running.ts'

const triesMost = 200
const betweenTriesMilliseconds = 50

/** Asks again until there is something, a bounded number of times: mail comes from a job. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < triesMost; tries += 1) {
    const found = await look()
    if (found !== undefined) return found
    await passing(betweenTriesMilliseconds)
  }
  throw new Error(`${what} did not come`)
}

export interface Wanted {
  to: string
  subject: string | RegExp
}

/** A person's mailbox: each mail is taken out once, so that the next look waits for a newer one. */
export interface Mailbox {
  next(wanted: Wanted): Promise<Sent>
  code(to: string): Promise<string>
  /** The code of the next text message to a number in E.164. */
  codeByText(to: string): Promise<string>
  link(to: string): Promise<string>
}

const codeMail = 'Your Secure One-time Password'
const linkMail = /^(Confirm your email address|Go on with your sign-up)$/

const alone = (text: string, line: RegExp): string => {
  const found = text
    .split('\n')
    .map((each) => each.trim())
    .find((each) => line.test(each))
  if (!found) throw new Error(`no line ${line} in: ${text}`)
  return found
}

/** The six digits, the link: each stands alone on its line of a mail. */
export const codeIn = ({ text }: Sent) => alone(text, /^\d{6}$/)
export const linkIn = ({ text }: Sent) => alone(text, /^https?:\/\/\S+$/)

const fits = ({ to, subject }: Wanted, sent: Sent) =>
  sent.channel === 'email' &&
  sent.to === to &&
  (typeof subject === 'string' ? sent.subject === subject : subject.test(sent.subject))

/** All mail that was queued has gone out. */
const mailSettled = (running: RunningPortolan) =>
  eventually('an empty queue of mail', async () => {
    const waiting = await running.database.pools.owner
      ?.selectFrom('mail.queued')
      .select('id')
      .where('sent_at', 'is', null)
      .where('failed_at', 'is', null)
      .executeTakeFirst()
    return waiting ? undefined : true
  })

/** Opened when everything sent before has arrived: what the demonstration's people got while it was filled is old news. */
export async function mailboxOf(running: RunningPortolan): Promise<Mailbox> {
  await mailSettled(running)
  const taken = new Set((await running.outbox()).map(({ id }) => id))
  const next = async (wanted: Wanted) => {
    const mail = await eventually(`a mail ${wanted.subject} to ${wanted.to}`, async () =>
      (await running.outbox()).find((sent) => !taken.has(sent.id) && fits(wanted, sent)),
    )
    taken.add(mail.id)
    return mail
  }
  /** With a code in it: the news of a change may come by text in the same moment. */
  const nextCodeText = async (to: string) => {
    const text = await eventually(`a text message to ${to} with a code`, async () =>
      (await running.outbox()).find(
        (sent) => !taken.has(sent.id) && sent.channel === 'sms' && sent.to === to && /^\d{6}$/m.test(sent.text),
      ),
    )
    taken.add(text.id)
    return text
  }
  return {
    next,
    codeByText: async (to) => codeIn(await nextCodeText(to)),
    code: async (to) => codeIn(await next({ to, subject: codeMail })),
    link: async (to) => {
      // Of several presses the newest link alone works: none of theirs is still on its way.
      await mailSettled(running)
      return linkIn(await next({ to, subject: linkMail }))
    },
  }
}
