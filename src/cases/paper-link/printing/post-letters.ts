import { asActor, type Tx } from '../../../platform/db/transaction.ts'
import type { Job, JobContext } from '../../../platform/jobs/job.ts'
import { attachInOutbox, keepInOutbox, outboxMost } from '../../../platform/mail/index.ts'
import { paths } from '../../../platform/paths.ts'
import { renderWithPages } from '../../../platform/pdf/index.ts'
import { envelopeLines } from '../letter/addressee.ts'
import { letterPdf, letterText } from '../letter/letters.ts'
import { listAmongNewest, listReaching, listSealed, listWaitingOf } from './print-store.ts'
import { openLetter, type SealedLetter } from './sealed-letter.ts'

const fileName = 'letter.pdf'

async function post({ pool, actor, services }: JobContext, sealed: SealedLetter): Promise<void> {
  const { name, facts } = openLetter(services.keys, sealed)
  const document = letterPdf(services, name, facts)
  const { bytes } = await renderWithPages(document)
  const entry = `post:${sealed.id}`
  const url = services.publicUrl + paths.demoAttachment({ entry, name: fileName })
  await asActor(pool, actor, {}, async (tx) => {
    await keepInOutbox(tx, {
      id: entry,
      channel: 'post',
      recipient: envelopeLines(services.agency, facts.addressee).join(', '),
      subject: document.words.title,
      body_text: letterText(services, name, facts),
      body_html: '',
      attachments: [{ name: fileName, url }],
      sent_at: services.clock.now(),
    })
    await attachInOutbox(tx, { entry, name: fileName, content_type: 'application/pdf', bytes })
  })
}

/** The letters it names, or those that waited for the address of a case; none that would come back. */
async function idsOf(tx: Tx, { letters, case: caseId }: Record<string, unknown>): Promise<string[]> {
  if (typeof caseId === 'string') return listWaitingOf(tx, caseId)
  return Array.isArray(letters) ? listReaching(tx, letters.map(String)) : []
}

/**
 * Paper mail of the demonstration: there is no mail house, so each letter stands in the outbox. Elsewhere nothing. Of a
 * large import only those are set that the outbox would keep.
 */
export const postLettersJob: Job = {
  task: 'cases.post-letters',
  async run(context, payload) {
    if (context.services.mode !== 'demo') return
    const letters = await asActor(context.pool, context.actor, { readOnly: true }, async (tx) => {
      const ids = await idsOf(tx, payload)
      return listSealed(tx, await listAmongNewest(tx, ids, outboxMost))
    })
    for (const letter of letters) await post(context, letter)
  },
}
