import { type Config, isLoopback } from '../config.ts'
import { systemActor } from '../platform/actor.ts'
import type { Clock } from '../platform/clock.ts'
import type { Pools } from '../platform/db/pools.ts'
import { asActor } from '../platform/db/transaction.ts'
import { keepInOutbox } from '../platform/mail/index.ts'
import { paths } from '../platform/paths.ts'
import { createOutboxSms, createTwilioSms, noSms, readSmsUrl, type SmsPort } from '../platform/sms/index.ts'

/**
 * The provider of the settings; null when there is none.
 * @throws one line when a demonstration is to reach beyond this machine
 */
export function smsProvider({ smsUrl, publicUrl }: Pick<Config, 'smsUrl' | 'publicUrl'>, isDemonstration: boolean): SmsPort | null {
  if (smsUrl === null) return null
  const read = readSmsUrl(smsUrl)
  if (!read.ok) throw new Error(`SMS_URL: ${read.fault}`)
  const { settings } = read
  if (isDemonstration && !settings.isLoopback) throw new Error('SMS_URL: a demonstration sends text messages to this machine only')
  // A provider elsewhere cannot reach a portal on this machine, and refuses a message that asks it to (Twilio 21609).
  const isReached = settings.isLoopback || !isLoopback(new URL(publicUrl).hostname)
  const receiptsUrl = isReached ? publicUrl + paths.textMessageEvents() : null
  return createTwilioSms({ ...settings, deliverBeyondLoopback: !isDemonstration, receiptsUrl })
}

/** Without a provider: the demonstration's outbox, or nothing, and text messages are not offered. */
export function smsWithoutProvider({ mode }: Pick<Config, 'mode'>, pools: Pick<Pools, 'worker'>, clock: Clock): SmsPort {
  if (mode !== 'demo') return noSms
  return createOutboxSms(({ id, to, text }) =>
    asActor(pools.worker, systemActor('outbox'), {}, (tx) =>
      keepInOutbox(tx, {
        id,
        channel: 'sms',
        recipient: to,
        subject: '',
        body_text: text,
        body_html: '',
        attachments: [],
        sent_at: clock.now(),
      }),
    ),
  )
}
