import { openSupportRequests, supportRequestForOffice } from '../../accounts/index.ts'
import { query } from '../../platform/operation.ts'
import { mayDo, whoMay } from '../may.ts'
import { colleaguesNamed } from '../staff/colleagues.ts'

type Place = { sentAt: Temporal.Instant; id: string } | null

export const supportQueue = query({
  name: 'officer.support-queue',
  allow: (actor, _input: { after: Place; isReports: boolean }) => whoMay('see-support')(actor),
  run: (context, input) => openSupportRequests.run(context, input),
})

/** A request as the desk sees it, with what colleagues named in it are called; null for a number no request has. */
export const supportDesk = query({
  name: 'officer.support-desk',
  allow: (actor, _input: { trackingNumber: string }) => whoMay('open-support')(actor) && actor.sessionId !== null,
  async run(context, input) {
    const file = await supportRequestForOffice.run(context, input)
    if (file?.state !== 'open') return file
    const ids = [...file.steps.map(({ staff }) => staff), file.account?.recovery?.check?.recordedBy]
    const account = file.account && { ...file.account, isProtected: file.account.isProtected && mayDo(context.actor, 'see-protected') }
    return { ...file, account, names: await colleaguesNamed(context, ids) }
  },
})
