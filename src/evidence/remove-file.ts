import { operation } from '../platform/operation.ts'
import { takeAway } from './change/take-away.ts'
import { type FileOfDraft, lockOwnFile } from './own-file.ts'

/**
 * Takes one file out of an open draft, with its translation; both can be put back for a day. Pressed twice it is removed once.
 * Says whether a translation went with it.
 */
export const removeFile = operation({
  name: 'evidence.remove-file',
  allow: (actor) => actor.kind === 'account',
  refusals: ['no-such-file', 'draft-closed'],
  async run(context, { draft, file }: FileOfDraft) {
    const { actor, refuse, audit } = context
    audit({ subject: draft, account: actor.id ?? '', detail: { file: file.slice(0, 40) } })
    const row = await lockOwnFile(context, { draft, file })
    if (typeof row === 'string') return refuse(row)
    const { translations } = row.removed_at ? { translations: 0 } : await takeAway(context, row)
    return { withTranslation: translations > 0 }
  },
})
