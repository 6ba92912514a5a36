import { operation } from '../platform/operation.ts'
import { takeAway } from './change/take-away.ts'
import { type FileOfDraft, lockOwnFile } from './own-file.ts'

/** Takes one file out of an open draft; it can be put back for a day. Pressed twice it is removed once. */
export const removeFile = operation({
  name: 'evidence.remove-file',
  allow: (actor) => actor.kind === 'account',
  refusals: ['no-such-file', 'draft-closed'],
  async run(context, { draft, file }: FileOfDraft) {
    const { actor, refuse, audit } = context
    audit({ subject: draft, account: actor.id ?? '', detail: { file: file.slice(0, 40) } })
    const row = await lockOwnFile(context, { draft, file })
    if (typeof row === 'string') return refuse(row)
    if (!row.removed_at) await takeAway(context, row)
    return null
  },
})
