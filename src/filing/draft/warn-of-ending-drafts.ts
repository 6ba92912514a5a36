import { notify } from '../../notifications/index.ts'
import type { Chore } from '../../platform/jobs/job.ts'
import type { MailKind } from '../../platform/mail/index.ts'
import { operation } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { lockIdleDrafts, recordWarning } from './draft-store.ts'

const atOnceMost = 200

/**
 * Tells people once for each of the agency's days without work (21 and 28) that a draft of theirs ends. Who was away
 * longer gets the last of them only. Which form it is stays behind the sign-in.
 */
export const warnOfEndingDrafts = operation({
  name: 'filing.warn-of-ending-drafts',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'system',
  refusals: ['nobody-to-warn'],
  async run(context) {
    const { tx, now, services, refuse, audit } = context
    let warned = 0
    for (const days of services.agency.drafts.warnOnDays.toSorted((one, other) => other - one)) {
      const before = now.subtract({ hours: 24 * days })
      // One that is kept for a decision of the office ends later than its days without work say.
      const endBy = now.add({ hours: 24 * (services.agency.drafts.days - days) })
      for (const idle of await lockIdleDrafts(tx, { before, endBy, days, now, most: atOnceMost })) {
        await recordWarning(tx, idle, days)
        const mail = { kind: 'filing.draft-ends', values: { draft: idle.id, ends: idle.expires_at.toString() } }
        await notify(context, { accounts: [idle.account], topic: 'deadlines', mail })
        warned += 1
      }
    }
    audit({ detail: { warned } })
    return warned === 0 ? refuse('nobody-to-warn') : { warned }
  },
})

export const warnOfEndingDraftsChore: Chore = {
  name: 'filing.warn-of-ending-drafts',
  everySeconds: 3600,
  run: async ({ perform }) => void (await perform(warnOfEndingDrafts, {})),
}

/** A form that a person began ends soon: by when, and the one press that keeps it. */
export const draftEndsMail: MailKind = {
  name: 'filing.draft-ends',
  render: ({ t, values, services }) => {
    const at = t.instant(Temporal.Instant.from(String(values.ends)))
    const url = services.publicUrl + paths.draft({ draft: String(values.draft) })
    return {
      subject: t('filing.draft.mail.subject'),
      paragraphs: [t('filing.draft.mail.body', { at })],
      links: [{ label: t('filing.draft.mail.link', { days: services.agency.drafts.days }), url }],
      after: [t('filing.draft.mail.after')],
    }
  },
}
