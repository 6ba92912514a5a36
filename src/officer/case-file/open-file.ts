import { caseForOffice } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { type OpeningReason, sealNote } from './opening-reasons.ts'
import { insertOpening } from './opening-store.ts'

export interface FileToOpen {
  receiptNumber: string
  reason: OpeningReason
  /** The officer's own words; empty where the reason says it all. */
  note: string
}

/** Records who opens a file, in which role and why. It holds until this sign-in ends; the next one asks again. */
export const openFile = operation({
  name: 'officer.open-file',
  allow: (actor, _file: FileToOpen) => whoMay('open-file')(actor) && actor.sessionId !== null,
  refusals: ['unknown-case'],
  async run(context, { receiptNumber, reason, note }) {
    const { tx, actor, now, services, refuse, audit } = context
    const found = await caseForOffice.run(context, { receiptNumber })
    if (!found) return refuse('unknown-case')
    audit({ subject: found.id, detail: { reason } })
    const id = newId()
    await insertOpening(tx, {
      id,
      staff: actor.id as string,
      session: actor.sessionId as string,
      case: found.id,
      role: String(actor.roles[0]),
      office: found.office,
      reason,
      note_sealed: note === '' ? null : sealNote(services.keys, found.id, id, note),
      at: now,
    })
    return { opening: id }
  },
})
