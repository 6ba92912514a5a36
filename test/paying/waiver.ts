import { decideWaiver } from '../../src/filing/index.ts'
import { lockDraft } from '../../src/filing/draft/lock-draft.ts'
import { requestWaiver } from '../../src/filing/waiver/request-waiver.ts'
import { lockAskedAbout, settleWaivers } from '../../src/filing/waiver/settle-waivers.ts'
import { findWaiverOfDraft } from '../../src/filing/waiver/waiver-store.ts'
import { operation } from '../../src/platform/operation.ts'
import type { Ground } from './ground.ts'
import type { Person } from './person.ts'

/** What the receipt of a request does to the request: its form itself is filed in other tests. */
const receiveRequest = operation({
  name: 'test.receive-request',
  allow: () => true,
  refusals: ['gone'],
  async run(context, { request, caseId }: { request: string; caseId: string }) {
    const draft = await lockDraft(context, request)
    if (!draft) return context.refuse('gone')
    const about = await lockAskedAbout(context, draft)
    // A form is filed once: its submission has its draft for its own, and a second press finds it.
    if (about?.waiver.asked_at) return context.refuse('gone')
    await settleWaivers(context, draft, caseId, about)
    return undefined
  },
})

const grantRequest = operation({
  name: 'test.grant-request',
  allow: () => true,
  refusals: ['not-decided'],
  async run(context, { draft }: { draft: string }) {
    const waiver = await findWaiverOfDraft(context.tx, draft)
    if (!waiver?.case) return context.refuse('not-decided')
    const outcome = await decideWaiver(context, { caseId: waiver.case, staff: context.actor.id as string, granted: true })
    return outcome === 'decided' ? undefined : context.refuse('not-decided')
  },
})

/** The person asks not to pay, and the office has the request. */
export async function askForWaiver({ as, openCase }: Ground, { actor, draft }: Person): Promise<void> {
  const begun = await as(actor).perform(requestWaiver, { draft, language: 'en' })
  if (!begun.ok) return
  const { caseId } = await openCase({ account: actor.id as string, form: 'i-912', channel: 'paper' })
  await as(actor).perform(receiveRequest, { request: begun.output.request, caseId })
}

/** The office agrees, if there is a request to agree to. */
export const grantWaiver = ({ office }: Ground, { draft }: Person) => office().perform(grantRequest, { draft })
