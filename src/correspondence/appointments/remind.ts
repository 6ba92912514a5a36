import type { AgencyPack } from '../../agency/index.ts'
import { accountsOnCase } from '../../cases/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import type { MailKind } from '../../platform/mail/index.ts'
import { operation } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { lockToRemind, markReminded } from './appointment-store.ts'

const atOnceMost = 200

const daysSoonestFirst = ({ appointments }: Pick<AgencyPack, 'appointments'>) => appointments.remindDaysBefore.toSorted((one, other) => one - other)

/** How near a time is that somebody is told of only now: of what is past then nobody is reminded besides. Null: all reminders are to come. */
export const remindedAlready = (agency: Pick<AgencyPack, 'appointments'>, startsAt: Temporal.Instant, now: Temporal.Instant): number | null =>
  daysSoonestFirst(agency).find((days) => Temporal.Instant.compare(startsAt.subtract({ hours: 24 * days }), now) <= 0) ?? null

/**
 * Reminds everybody on a case once for each of the agency's days before an appointment (7 and 1). Where more than one has come due
 * since, the nearest alone is sent; nothing is said of a time that was only just told.
 */
export const remindOfAppointments = operation({
  name: 'appointments.remind',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'system',
  refusals: ['nobody-to-remind'],
  async run(context) {
    const { tx, now, services, refuse, audit } = context
    let reminded = 0
    for (const days of daysSoonestFirst(services.agency)) {
      const due = await lockToRemind(tx, { now, until: now.add({ hours: 24 * days }), days, most: atOnceMost })
      for (const { case: caseId } of due) await notify(context, { accounts: await accountsOnCase(tx, caseId), topic: 'deadlines', mail: { kind: 'appointments.soon', values: {} } })
      if (due.length > 0) await markReminded(tx, due.map(({ id }) => id), days)
      reminded += due.length
    }
    audit({ detail: { reminded } })
    return reminded === 0 ? refuse('nobody-to-remind') : { reminded }
  },
})

export const remindOfAppointmentsChore: Chore = {
  name: 'appointments.remind',
  everySeconds: 900,
  run: async ({ perform }) => void (await perform(remindOfAppointments, {})),
}

/** Says that there is an appointment soon, and neither of which case, nor when or where: another reader of the mailbox learns nothing. */
export const soonMail: MailKind = {
  name: 'appointments.soon',
  render: ({ t, services }) => ({
    subject: t('appointments.mail.subject'),
    paragraphs: [t('appointments.mail.body'), t('appointments.mail.see')],
    links: [{ label: t('appointments.mail.link'), url: services.publicUrl + paths.account() }],
    footer: [t('appointments.mail.genuine')],
  }),
}
