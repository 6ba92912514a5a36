import { documentFor } from '../../cases/index.ts'
import { operation } from '../../platform/operation.ts'
import { openedCase } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'

/** Reads one paper of a case, as we made or scanned it, where its file is open in this session, and leaves it in the record that it was read. */
export const lookAtPaper = operation({
  name: 'officer.look-at-paper',
  allow: (actor, _input: { receiptNumber: string; document: string }) => whoMay('read-file')(actor) && actor.sessionId !== null,
  refusals: ['unknown-case', 'file-not-opened', 'no-paper'],
  async run(context, { receiptNumber, document }) {
    const { refuse, audit } = context
    const found = await openedCase(context, receiptNumber)
    if (typeof found === 'string') return refuse(found)
    audit({ subject: found.id, detail: { document: document.slice(0, 40) } })
    return (await documentFor.run(context, { receiptNumber, document })) ?? refuse('no-paper')
  },
})
