import { operation } from '../platform/operation.ts'
import { markRemoved } from './evidence-store.ts'
import { type FileOfDraft, lockOwnFile } from './own-file.ts'

/** Takes one file out of an open draft; its bytes go with a job. Pressed twice it is removed once. */
export const removeFile = operation({
  name: 'evidence.remove-file',
  allow: (actor) => actor.kind === 'account',
  refusals: ['no-such-file', 'draft-closed'],
  async run(context, { draft, file }: FileOfDraft) {
    const { tx, actor, now, refuse, enqueue, audit } = context
    audit({ subject: draft, account: actor.id ?? '', detail: { file: file.slice(0, 40) } })
    const row = await lockOwnFile(context, { draft, file })
    if (typeof row === 'string') return refuse(row)
    if (row.removed_at) return null
    await markRemoved(tx, [file], now)
    await enqueue('evidence.forget', { file })
    return null
  },
})
