import { accountsOf } from '../platform/actor.ts'
import { operation } from '../platform/operation.ts'
import { isFileId } from './evidence-file.ts'
import { findFile, isSubmitted, lockFile, lockFilesOf, markRemoved } from './evidence-store.ts'

/** Takes one file out of an open draft; its bytes go with a job. Pressed twice it is removed once. */
export const removeFile = operation({
  name: 'evidence.remove-file',
  allow: (actor) => actor.kind === 'account',
  refusals: ['no-such-file', 'draft-closed'],
  async run({ tx, actor, now, refuse, enqueue, audit }, { draft, file }: { draft: string; file: string }) {
    audit({ subject: draft, account: actor.id ?? '', detail: { file: file.slice(0, 40) } })
    const owned = isFileId(file) ? await findFile(tx, file) : undefined
    if (!owned || !accountsOf(actor).includes(owned.account)) return refuse('no-such-file')
    await lockFilesOf(tx, owned.account)
    const row = await lockFile(tx, file)
    if (!row || row.draft !== draft) return refuse('no-such-file')
    if (await isSubmitted(tx, draft)) return refuse('draft-closed')
    if (row.removed_at) return null
    await markRemoved(tx, [file], now)
    await enqueue('evidence.forget', { file })
    return null
  },
})
