import { lockPartyCase } from '../../cases/index.ts'
import { openTray } from '../../evidence/index.ts'
import { isId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { isSomebody } from '../messages/own-threads.ts'
import { findRequest, listAsks } from './request-store.ts'

/** A person comes to what is asked of them: there is a tray for the files that they add from then on, and the others on the case see what is in it. */
export const beginFiles = operation({
  name: 'requests.begin-files',
  allow: (actor, _input: { receiptNumber: string; request: string; ask: string }) => isSomebody(actor),
  refusals: ['unknown-request'],
  async run(context, { receiptNumber, request, ask }) {
    const { tx, actor, refuse, audit } = context
    const on = isId(request) && isId(ask) ? await lockPartyCase(context, receiptNumber, 'answer-requests') : null
    const found = on ? await findRequest(tx, { id: request, receiptNumber }) : undefined
    const asked = found?.state === 'open' ? (await listAsks(tx, request)).find(({ id }) => id === ask) : undefined
    if (!on || !asked) return refuse('unknown-request')
    const tray = await openTray(context, { caseId: on.id, purpose: 'request', subject: ask, side: on.role === 'representative' ? 'representative' : 'person', page: paths.requestAsk({ receiptNumber, request, ask }) })
    audit({ subject: on.id, account: actor.id as string, detail: { request, tray } })
    return { tray }
  },
})
