import { operation } from '../../platform/operation.ts'
import { markDescribed } from '../evidence-store.ts'
import { type FileOfDraft, lockOwnFile } from '../own-file.ts'
import { type FileDescription, isSaid } from './description.ts'
import { markOf, openDescription, sealDescription } from './sealed-description.ts'

export interface Describing extends FileOfDraft {
  description: FileDescription
  /** The mark of the description that the page showed: what another page saved meanwhile is not written over unseen. */
  seen: string
}

const isSame = (kept: FileDescription | null, said: FileDescription) => JSON.stringify(kept ?? {}) === JSON.stringify(said)

/** Keeps what a person says of a file of their open draft, sealed; nothing said takes it away. Said twice it is kept once. */
export const describeFile = operation({
  name: 'evidence.describe-file',
  allow: (actor) => actor.kind === 'account',
  refusals: ['no-such-file', 'draft-closed', 'changed-meanwhile', 'issued-later', 'ends-before-issued'],
  async run(context, { draft, file, description, seen }: Describing) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    audit({ subject: draft, account: actor.id ?? '', detail: { file: file.slice(0, 40) } })
    const row = await lockOwnFile(context, { draft, file })
    if (typeof row === 'string') return refuse(row)
    if (row.removed_at || row.state === 'refused') return refuse('no-such-file')
    const { issuedOn, validUntil } = description
    // Wherever on earth it was issued today.
    if (issuedOn && issuedOn > now.toZonedDateTimeISO('Pacific/Kiritimati').toPlainDate().toString()) return refuse('issued-later')
    if (issuedOn && validUntil && validUntil < issuedOn) return refuse('ends-before-issued')
    if (isSame(openDescription(services.keys, row), description)) {
      recordedBefore()
      return null
    }
    if (markOf(row) !== seen) return refuse('changed-meanwhile')
    await markDescribed(tx, file, sealDescription(services.keys, row.account, file, description))
    audit({ detail: { file, isDescribed: isSaid(description) } })
    return null
  },
})
