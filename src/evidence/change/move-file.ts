import { operation } from '../../platform/operation.ts'
import { type FileRow, listFilesOfDraft } from '../evidence-store.ts'
import { type FileOfDraft, lockOwnFile } from '../own-file.ts'
import { markPlace } from './change-store.ts'

/** `from`: where the page showed it, counted from 1. What stands elsewhere by now is not moved: the press was for another order. */
export interface Moving extends FileOfDraft {
  direction: 'up' | 'down'
  from: number
}

function moved(files: readonly FileRow[], file: string, { direction, from }: Moving): readonly FileRow[] {
  const at = files.findIndex(({ id }) => id === file)
  const to = direction === 'up' ? at - 1 : at + 1
  const [one, other] = [files[at], files[to]]
  return one && other && at === from - 1 ? files.with(at, other).with(to, one) : files
}

/** Moves a file one place up or down among the files of its document, or of its translation: the order in which the agency reads them. */
export const moveFile = operation({
  name: 'evidence.move-file',
  allow: (actor) => actor.kind === 'account',
  refusals: ['no-such-file', 'draft-closed'],
  async run(context, moving: Moving) {
    const { tx, actor, refuse, audit } = context
    const { draft, file } = moving
    audit({ subject: draft, account: actor.id ?? '', detail: { file: file.slice(0, 40) } })
    const row = await lockOwnFile(context, { draft, file })
    if (typeof row === 'string') return refuse(row)
    if (row.removed_at) return refuse('no-such-file')
    const isBesideIt = ({ document, translates }: FileRow) => document === row.document && translates === row.translates
    const files = (await listFilesOfDraft(tx, draft, [row.account])).filter(isBesideIt)
    for (const [index, each] of moved(files, file, moving).entries()) if (each.place !== index + 1) await markPlace(tx, each.id, index + 1)
    return null
  },
})
