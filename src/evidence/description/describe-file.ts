import { operation } from '../../platform/operation.ts'
import { markDescribed } from '../evidence-store.ts'
import { type FileOfDraft, lockOwnFile } from '../own-file.ts'
import { needsTranslation } from '../translation/translation.ts'
import { describedParts, descriptionOf, type FileDescription, isSaid, type SaidPart, translationParts } from './description.ts'
import { markOf, openDescription, sealDescription } from './sealed-description.ts'

export interface Describing extends FileOfDraft {
  description: FileDescription
  /** What the page asked for; what else was said stays. Left out: all that is said of a document. */
  parts?: readonly SaidPart[]
  /** The mark of the description that the page showed: what another page saved meanwhile is not written over unseen. */
  seen: string
}

const unsaid = (parts: readonly SaidPart[]) => Object.fromEntries(parts.map((part) => [part, undefined]))

const isSame = (kept: FileDescription | null, said: FileDescription) => JSON.stringify(kept ?? {}) === JSON.stringify(said)

/**
 * Keeps what a person says of a file of their open draft, sealed; nothing said takes it away. Said twice it is kept once. A document
 * said to be in a language that needs no translation keeps nothing that was said of one.
 */
export const describeFile = operation({
  name: 'evidence.describe-file',
  allow: (actor) => actor.kind === 'account',
  refusals: ['no-such-file', 'draft-closed', 'changed-meanwhile', 'issued-later', 'ends-before-issued'],
  async run(context, { draft, file, description: said, parts = describedParts, seen }: Describing) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    audit({ subject: draft, account: actor.id ?? '', detail: { file: file.slice(0, 40) } })
    const row = await lockOwnFile(context, { draft, file })
    if (typeof row === 'string') return refuse(row)
    if (row.removed_at || row.state === 'refused') return refuse('no-such-file')
    const kept = openDescription(services.keys, row)
    const whole = { ...kept, ...unsaid(parts), ...said }
    const isInOurs = row.translates === null && whole.language && !needsTranslation(services.agency.documents.translation, whole)
    const description = descriptionOf(isInOurs ? { ...whole, ...unsaid(translationParts) } : whole)
    const { issuedOn, validUntil } = description
    // Wherever on earth it was issued today.
    if (issuedOn && issuedOn > now.toZonedDateTimeISO('Pacific/Kiritimati').toPlainDate().toString()) return refuse('issued-later')
    if (issuedOn && validUntil && validUntil < issuedOn) return refuse('ends-before-issued')
    if (isSame(kept, description)) {
      recordedBefore()
      return null
    }
    if (markOf(row) !== seen) return refuse('changed-meanwhile')
    await markDescribed(tx, file, sealDescription(services.keys, row.account, file, description))
    audit({ detail: { file, isDescribed: isSaid(description) } })
    return null
  },
})
