import { readAccountContact } from '../../accounts/index.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { isId } from '../../platform/ids.ts'
import { type MailKind, queueMail } from '../../platform/mail/index.ts'
import { showCode } from '../../platform/numbers/crockford.ts'
import { operation } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { findClientFor } from '../../representation/index.ts'
import { findPreparation } from '../preparation-store.ts'
import { derivedCode } from './passcode.ts'
import { findPasscode } from './passcode-store.ts'

/** Queues the mail of a passcode to the address that the client confirmed in their own account: the portal may not read it, the worker does. */
const mailPasscode = operation({
  name: 'preparation.mail-passcode',
  allow: ({ kind }, _input: { passcode: string }) => kind === 'system',
  refusals: [],
  async run(context, { passcode: id }) {
    const { tx, audit } = context
    const passcode = await findPasscode(tx, id)
    const its = passcode && (await findPreparation(tx, passcode.preparation))
    audit({ subject: its?.id ?? id })
    if (!passcode?.key_id || passcode.ended_at || !its || its.ended_at) return undefined
    const client = await findClientFor(context, its.client)
    const contact = client?.account ? await readAccountContact(context, client.account) : undefined
    if (!contact) return undefined
    audit({ account: contact.account })
    const { account: person, email: to, language } = contact
    await queueMail(context, { kind: 'preparation.passcode', to, person, language, values: { passcode: id, key: passcode.key_id } })
    return undefined
  },
})

export const mailPasscodeJob: Job = {
  task: 'preparation.mail-passcode',
  async run({ perform }, payload) {
    const passcode = String(payload.passcode)
    if (isId(passcode)) await perform(mailPasscode, { passcode })
  },
}

/** The passcode alone: no name of a client, a representative or a form, and no link that signs in. */
export const passcodeMail: MailKind = {
  name: 'preparation.passcode',
  render: ({ t, values, services }) => ({
    subject: t('preparation.mail.passcode.subject'),
    paragraphs: [
      t('preparation.mail.passcode.body'),
      showCode(derivedCode(services.keys, { id: String(values.passcode), keyId: String(values.key) })),
      t('preparation.mail.passcode.enter'),
    ],
    links: [{ label: t('preparation.mail.passcode.link'), url: services.publicUrl + paths.representativePasscode() }],
    footer: [t('preparation.mail.passcode.not-you')],
  }),
}
