import type { AgencyPack } from '../agency/index.ts'
import type { Config } from '../config.ts'
import { secretText } from './secret-text.ts'
import { systemActor } from '../platform/actor.ts'
import { asActor } from '../platform/db/transaction.ts'
import { textOf } from '../platform/i18n/text.ts'
import { createOutboxMail, keepInOutbox, type MailFrame, type MailPort, outboxEntryOf } from '../platform/mail/index.ts'
import type { TextMessageFrame } from '../platform/sms/index.ts'
import { type Deployment, isDemonstration } from './deployment.ts'

/** The SMTP server of the settings, or else the demonstration's outbox. */
export function mailPort(deployment: Deployment): MailPort {
  if (deployment.smtp) return deployment.smtp
  return createOutboxMail((message) =>
    asActor(deployment.pools.worker, systemActor('outbox'), {}, (tx) =>
      keepInOutbox(tx, outboxEntryOf(message, deployment.services.clock.now())),
    ),
  )
}

const secretCharactersLeast = 32

/** What the mail server signs its reports with. Throws one line where it is too short to sign anything with. */
export function mailEventsSecretOf({ mailEventsSecret }: Pick<Config, 'mailEventsSecret'>): { mailEventsSecret?: string } {
  if (!mailEventsSecret) return {}
  const secret = secretText(mailEventsSecret, 'MAIL_EVENTS_SECRET').trim()
  if (secret.length < secretCharactersLeast) throw new Error(`MAIL_EVENTS_SECRET: use at least ${secretCharactersLeast} characters, made at random`)
  return { mailEventsSecret: secret }
}

const product = 'Portolan'

/** What stands in every mail: who sends it, and the demonstration's sentence. */
export function mailFrame({ config, agency }: Deployment): MailFrame {
  const host = new URL(config.publicUrl).hostname
  const domain = host.includes('.') && !/^[\d.]+$/.test(host) ? host : 'portolan.example'
  return {
    from: { name: product, address: `no-reply@${domain}` },
    agency: senderOf(config, agency),
    timeZone: agency.timeZone,
    demonstration: demonstrationOf(config, agency),
  }
}

/** What stands in every text message. */
export const textMessageFrame = ({ config, agency }: Deployment): TextMessageFrame => ({
  sender: senderOf(config, agency),
  timeZone: agency.timeZone,
  demonstration: demonstrationOf(config, agency),
})

/** A demonstration signs as the product, never in an agency's name. */
const senderOf = (config: Config, agency: AgencyPack) => (isDemonstration(config, agency) ? product : agency.shortName)

/** The product's own words: no pack can leave them out or say it in others. */
const demonstrationOf = (config: Config, agency: AgencyPack) => (language: string) =>
  isDemonstration(config, agency) ? textOf(language, agency.timeZone)('ui.demonstration') : undefined
