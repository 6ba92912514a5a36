import { confirmMailByOffice, countPapersToSettle, listPapersToSettle, type PaperToSettle as WaitingPaper, seeLatePaper, settleAddress } from '../../../../cases/index.ts'
import { isId } from '../../../../platform/ids.ts'
import { operation, query } from '../../../../platform/operation.ts'
import { openedCase } from '../../../case-file/opened-case.ts'
import { whoMay } from '../../../may.ts'

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
    const settled = isId(input.paper) ? await settleAddress(context, input) : 'unknown-paper'
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

/** An officer has looked at a paper that came after the decision: it is flagged no longer. */
export const seePaper = operation({
  name: 'officer.see-later-paper',
  allow: (actor, _input: Omit<PaperToSettle, 'apply'>) => whoMay('settle-paper')(actor) && actor.sessionId !== null,
  refusals: ['unknown-case', 'file-not-opened', 'unknown-paper'],
  async run(context, input) {
    const { refuse, audit } = context
    const found = await openedCase(context, input.receiptNumber)
    if (typeof found === 'string') return refuse(found)
    audit({ subject: found.id, detail: { paper: input.paper.slice(0, 40) } })
    return isId(input.paper) && (await seeLatePaper(context, input)) ? null : refuse('unknown-paper')
  },
})

const shownMost = 100

/** Papers that wait for an officer, and how many there are. */
export const papersToSettle = query({
  name: 'officer.papers-to-settle',
  allow: (actor, _input: Record<string, never>) => whoMay('settle-paper')(actor),
  run: async ({ tx }): Promise<{ papers: readonly WaitingPaper[]; total: number }> => ({
    papers: await listPapersToSettle(tx, shownMost),
    total: await countPapersToSettle(tx),
  }),
})
