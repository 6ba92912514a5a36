import { caseToWriteAbout, mailNotice } from '../../../cases/index.ts'
import { isId, newId } from '../../../platform/ids.ts'
import type { Job } from '../../../platform/jobs/job.ts'
import { operation, type OperationContext } from '../../../platform/operation.ts'
import type { Copy, Notice } from '../notice.ts'
import { framesOf, scannedAddress } from '../notice-frame.ts'
import { letterBody } from '../notice-pdf.ts'
import { findNotice } from '../notice-store.ts'
import { noticeOf } from '../opened-notice.ts'
import { type Reached, reachedBy } from './addressees.ts'
import { insertPost, lockPost, markNoAddress, markPosted } from './post-store.ts'

type Posting = Pick<OperationContext, 'tx' | 'now' | 'services' | 'enqueue'>

/** Which letters of a notice go out of themselves; run again, the same ones. */
export const planPost = operation({
  name: 'notices.plan-post',
  allow: ({ kind }, _input: { notice: string }) => kind === 'system',
  refusals: [],
  async run(context, { notice }) {
    const { tx, now, audit, recordedBefore, enqueue } = context
    const found = await findNotice(tx, notice)
    if (!found) return recordedBefore()
    const causes: string[] = []
    for (const { copy, byMail: cause } of await reachedBy(context, found.case)) {
      const id = newId()
      if (cause === null || !(await insertPost(tx, { id, notice, copy, cause, asked_at: now }))) continue
      causes.push(`${copy} ${cause}`)
      await enqueue('correspondence.post-notice', { post: id })
    }
    if (causes.length === 0) return recordedBefore()
    audit({ subject: found.case, detail: { notice, causes: causes.join(', ') } })
  },
})

/** The letter of a notice, word for word, to one side of its case. */
async function letterOf({ tx, services, now }: Posting, notice: Notice, to: Reached) {
  const about = await caseToWriteAbout(tx, notice.caseId)
  if (!about || !to.address) return null
  const frames = framesOf(services, notice, to.accountNumber)
  return {
    addressee: { name: to.name, address: to.address },
    receiptNumber: notice.receiptNumber,
    form: about.form,
    receivedOn: about.receivedOn,
    language: notice.parts[0].language,
    writtenAt: now,
    parts: frames.map((frame) => ({ language: frame.part.language, title: frame.part.title, body: letterBody(frame, scannedAddress(services, notice)) })),
    ...(to.copy === 'representative' ? { role: to.copy } : {}),
  }
}

/** Queues the letter of one posting; once, however often it runs. Where nobody said where mail goes, the office is told so. */
const queuePost = operation({
  name: 'notices.post',
  allow: ({ kind }, _input: { post: string }) => kind === 'system',
  refusals: [],
  async run(context, { post }) {
    const { tx, now, services, audit, recordedBefore } = context
    const asked = await lockPost(tx, post)
    const row = asked && asked.letter === null ? await findNotice(tx, asked.notice) : undefined
    if (!asked || !row) return recordedBefore()
    const notice = noticeOf(services.keys, row)
    const to = (await reachedBy(context, row.case)).find(({ copy }) => copy === (asked.copy as Copy))
    const facts = to ? await letterOf(context, notice, to) : null
    audit({ subject: row.case, detail: { notice: row.id, copy: asked.copy, posted: facts !== null } })
    if (facts) await markPosted(tx, post, await mailNotice(context, row.case, facts))
    else await markNoAddress(tx, post, now)
  },
})

export const postNoticeJob: Job = {
  task: 'correspondence.post-notice',
  async run({ perform }, payload) {
    const post = String(payload.post)
    if (isId(post)) await perform(queuePost, { post })
  },
}
