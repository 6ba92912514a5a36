import { createHash } from 'node:crypto'
import { documentPlace, listRepresentatives, tellOfCase } from '../../cases/index.ts'
import { sealedFile } from '../../platform/crypto/sealed-file.ts'
import { isId, newId } from '../../platform/ids.ts'
import type { Job, JobContext } from '../../platform/jobs/job.ts'
import { operation, query } from '../../platform/operation.ts'
import { copies, type Copy, type Notice } from './notice.ts'
import { noticePdf } from './notice-pdf.ts'
import { signFile } from './keys/signed-file.ts'
import { findNotice, findPaper, insertPaper, markTold } from './notice-store.ts'
import { noticeOf } from './opened-notice.ts'
import { type Reached, reachedBy } from './post/addressees.ts'
import { planPost } from './post/post-notice.ts'

const isSystem = ({ kind }: { kind: string }) => kind === 'system'

/** Tells the people of a notice that one of them caused; once. */
const tellOfNotice = operation({
  name: 'notices.tell',
  allow: (actor, _input: { notice: string }) => isSystem(actor),
  refusals: [],
  async run(context, { notice }) {
    const { tx, now, audit, recordedBefore } = context
    const found = await findNotice(tx, notice)
    if (!found || !(await markTold(tx, notice, now))) return recordedBefore()
    audit({ subject: found.case, detail: { notice } })
    await tellOfCase(context, found.case, found.receipt_number)
  },
})

interface ToSet {
  readonly notice: Notice
  readonly person: Reached
  /** The copies that are not made yet; a representative's where there is one. */
  readonly missing: readonly Copy[]
}

const noticeToSet = query({
  name: 'notices.to-set',
  allow: (actor, _input: { notice: string }) => isSystem(actor),
  async run({ tx, services }, { notice: id }): Promise<ToSet | null> {
    const row = await findNotice(tx, id)
    if (!row) return null
    const [person] = await reachedBy({ tx, services }, row.case)
    const readers = (await listRepresentatives(tx, row.case)).length > 0 ? copies : (['person'] as const)
    const made = await Promise.all(readers.map((copy) => findPaper(tx, id, copy)))
    return { notice: noticeOf(services.keys, row), person, missing: readers.filter((_, place) => !made[place]) }
  },
})

interface Made {
  readonly notice: string
  readonly caseId: string
  readonly copy: Copy
  readonly storageKey: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly pages: number
}

const keepPaper = operation({
  name: 'notices.keep-paper',
  allow: (actor, _input: Made) => isSystem(actor),
  refusals: ['made-before'],
  async run({ tx, now, audit, refuse }, { notice, caseId, copy, storageKey, sha256, sizeBytes, pages }) {
    audit({ subject: caseId, detail: { notice, copy, sha256 } })
    const kept = await insertPaper(tx, { id: newId(), notice, copy, storage_key: storageKey, sha256, size_bytes: sizeBytes, pages, made_at: now })
    return kept ? { storageKey } : refuse('made-before')
  },
})

/** Sets one copy, seals it for its case and keeps it; where another run was first, the bytes go again. */
async function setCopy(context: JobContext, { notice, person }: ToSet, copy: Copy): Promise<void> {
  const { keys, storage } = context.services
  const { renderWithPages } = await import('../../platform/pdf/index.ts')
  // This copy goes in no envelope: it names whom it is about, and not where they live.
  const addressee = person.name ? [person.name] : []
  const its = { addressee, accountNumber: copy === 'person' ? person.accountNumber : null }
  const { bytes: unsigned, pages } = await renderWithPages(noticePdf(context.services, notice, its))
  const bytes = signFile(keys, notice, unsigned)
  const storageKey = newId()
  await storage.put(storageKey, sealedFile(keys, documentPlace(notice.caseId, storageKey), [bytes]))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const made = { notice: notice.id, caseId: notice.caseId, copy, storageKey, sha256, sizeBytes: bytes.length, pages }
  const kept = await context.perform(keepPaper, made)
  if (!kept.ok) await storage.delete(storageKey)
}

/** Makes the PDF of a notice, a copy for each side that somebody stands on; run twice, there is one of each. */
export const setNoticeJob: Job = {
  task: 'correspondence.set-notice',
  async run(context, payload) {
    const notice = String(payload.notice)
    if (!isId(notice)) return
    // For who joined the case later, its copies alone: the others were told long ago, and what went by mail went.
    if (payload.copies !== true) {
      await context.perform(tellOfNotice, { notice })
      await context.perform(planPost, { notice })
    }
    const found = await context.read(noticeToSet, { notice })
    for (const copy of found?.missing ?? []) await setCopy(context, found as ToSet, copy)
  },
}
