import { accountsOfPerson } from '../../accounts/index.ts'
import { casesOfAccounts } from '../../cases/index.ts'
import { notify } from '../../notifications/index.ts'
import { isId } from '../../platform/ids.ts'
import type { Job } from '../../platform/jobs/job.ts'
import type { MailKind } from '../../platform/mail/index.ts'
import { operation } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { insertTelling } from '../telling/telling-store.ts'
import { listNoticesWaiting } from './notice-store.ts'

/** `id`: of the code that let them in. */
interface Joined {
  readonly id: string
  readonly caseId: string
  readonly account: string
}

/**
 * Tells who joined a case after its notices were issued that there are some, once, and has the copies made that nobody read until
 * now. Who claimed an account joins every case that was opened for it. Where there is none, or they left again, nothing is told.
 */
const tellJoined = operation({
  name: 'notices.tell-joined',
  allow: ({ kind }, _input: Joined) => kind === 'system',
  refusals: [],
  async run(context, { id, caseId, account }) {
    const { tx, now, audit, enqueue, recordedBefore } = context
    const cases = await casesOfAccounts(tx, await accountsOfPerson(context, account))
    const joined = cases.find((each) => each.id === caseId)
    const theirs = joined?.role === 'representative' ? [joined] : joined ? cases.filter(({ role }) => role !== 'representative') : []
    const waiting = await listNoticesWaiting(tx, theirs.map((each) => each.id))
    if (waiting.length === 0 || !(await insertTelling(tx, id, now))) return recordedBefore()
    audit({ subject: caseId, account, detail: { notices: waiting.length } })
    await notify(context, { accounts: [account], topic: 'case-news', mail: { kind: 'correspondence.notices-waiting', values: {} } })
    for (const notice of waiting) await enqueue('correspondence.set-notice', { notice, copies: true }, { jobKey: `copies:${notice}` })
  },
})

export const tellJoinedJob: Job = {
  task: 'correspondence.tell-joined',
  async run({ perform }, { id, case: caseId, account }) {
    const joined = { id: String(id), caseId: String(caseId), account: String(account) }
    if (Object.values(joined).every(isId)) await perform(tellJoined, joined)
  },
}

/** Says that there are notices, and neither of which case nor how many: another reader of the mailbox learns nothing. */
export const noticesWaitingMail: MailKind = {
  name: 'correspondence.notices-waiting',
  render: ({ t, services }) => ({
    subject: t('notices.mail.waiting.subject'),
    paragraphs: [t('notices.mail.waiting.body'), t('notices.mail.waiting.see')],
    links: [{ label: t('messages.mail.link'), url: services.publicUrl + paths.account() }],
    footer: [t('messages.mail.genuine')],
  }),
}
