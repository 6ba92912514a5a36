import { caseForOffice } from '../../cases/index.ts'
import { operation } from '../../platform/operation.ts'
import { findOpening } from '../case-file/opening-store.ts'
import { whoMay } from '../may.ts'
import { fileOfCase } from './file-of-case.ts'

/** Reads one document of a case whose file is open in this session, and leaves it in the record that it was read. */
export const lookAtFile = operation({
  name: 'officer.look-at-file',
  allow: (actor, _input: { receiptNumber: string; file: string }) => whoMay('read-file')(actor) && actor.sessionId !== null,
  refusals: ['unknown-case', 'file-not-opened', 'no-file'],
  async run(context, { receiptNumber, file }) {
    const { tx, actor, refuse, audit } = context
    const found = await caseForOffice.run(context, { receiptNumber })
    if (!found) return refuse('unknown-case')
    audit({ subject: found.id, detail: { file: file.slice(0, 40) } })
    if (!(await findOpening(tx, actor.sessionId as string, found.id))) return refuse('file-not-opened')
    const shown = await fileOfCase.run(context, { caseId: found.id, file })
    return shown ?? refuse('no-file')
  },
})
