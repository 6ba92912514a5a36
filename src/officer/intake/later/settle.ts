import { confirmMailByOffice, settleAddress } from '../../../cases/index.ts'
import { operation } from '../../../platform/operation.ts'
import { openedCase } from '../../case-file/opened-case.ts'
import { whoMay } from '../../may.ts'

export interface PaperToSettle {
  readonly receiptNumber: string
  readonly paper: string
  readonly apply: boolean
}

/** An officer who opened the file decides whether a case gets the address of a paper that waits. */
export const settlePaperAddress = operation({
  name: 'officer.settle-paper-address',
  allow: (actor, _input: PaperToSettle) => whoMay('settle-paper')(actor) && actor.sessionId !== null,
  refusals: ['unknown-case', 'file-not-opened', 'unknown-paper', 'settled-already'],
  async run(context, input) {
    const { refuse, audit } = context
    const found = await openedCase(context, input.receiptNumber)
    if (typeof found === 'string') return refuse(found)
    audit({ subject: found.id, detail: { paper: input.paper.slice(0, 40), apply: input.apply } })
    const settled = await settleAddress(context, input)
    return typeof settled === 'string' ? refuse(settled) : settled
  },
})

/** An officer found out that mail to somebody of a case arrives: their letters go out again. */
export const confirmMail = operation({
  name: 'officer.confirm-mail',
  allow: (actor, _input: { receiptNumber: string; addressee: 'applicant' | 'representative' }) => whoMay('settle-paper')(actor) && actor.sessionId !== null,
  refusals: ['unknown-case', 'file-not-opened'],
  async run(context, input) {
    const { refuse, audit } = context
    const found = await openedCase(context, input.receiptNumber)
    if (typeof found === 'string') return refuse(found)
    audit({ subject: found.id, detail: { addressee: input.addressee } })
    return (await confirmMailByOffice(context, input)) ?? refuse('unknown-case')
  },
})
