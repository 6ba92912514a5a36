import type { AgencyPack } from '../agency/index.ts'
import type { Config } from '../config.ts'
import { systemActor } from '../platform/actor.ts'
import type { Clock } from '../platform/clock.ts'
import type { Pools } from '../platform/db/pools.ts'
import { asActor } from '../platform/db/transaction.ts'
import { keepInOutbox } from '../platform/mail/index.ts'
import { createOutboxSms, noSms, type SmsPort } from '../platform/sms/index.ts'

interface SmsParts {
  config: Config
  agency: AgencyPack
  pools: Pools
  clock: Clock
}

/** The demonstration's outbox, or nothing: text messages are then not offered. */
export function smsPort({ config, pools, clock }: SmsParts): SmsPort {
  if (config.mode !== 'demo') return noSms
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
