import { type Actor, accountsOf } from '../platform/actor.ts'
import type { LimitSubject } from '../platform/attempts.ts'
import { newId } from '../platform/ids.ts'
import { operation } from '../platform/operation.ts'
import { personLimits } from './evidence-file.ts'
import { insertBegunUpload, isSubmitted } from './evidence-store.ts'
import { totalsOf } from './file-totals-store.ts'
import { findOriginal } from './translation/find-original.ts'

/** For which document of which draft; `filesMost` is what its evidence rule allows, or what a translation may consist of. */
export interface UploadTarget {
  draft: string
  document: string
  filesMost: number
  /** Under which of the person's accounts the draft stands; left out: their own. */
  account?: string
  /** The file whose place it takes. */
  replaces?: string | undefined
  /** The file of that document that it is the translation of. */
  translates?: string | undefined
}

/** Whose file an upload becomes: the draft's account, where it is one of the person's. */
export const ownerOf = (actor: Actor, { account }: UploadTarget): string => {
  const own = accountsOf(actor)
  return own.find((id) => id === account) ?? own[0] ?? ''
}

/** Plain and resumable ones together. */
export const uploadsAnHour = {
  name: 'evidence-uploads',
  most: 300,
  withinSeconds: 3600,
  of: ({ actor }: LimitSubject<UploadTarget>) => actor.id,
}

/**
 * Opens a place in the storage for one upload, before its first byte is read. Who has too much already is told now,
 * and not after twelve megabytes; `record-upload` judges again under a lock.
 */
export const beginUpload = operation({
  name: 'evidence.begin-upload',
  allow: (actor) => actor.kind === 'account',
  limits: [uploadsAnHour],
  refusals: ['draft-closed', 'no-original', 'too-many-files', 'too-many-bytes'],
  async run({ tx, actor, now, refuse, audit }, target: UploadTarget) {
    const { draft, document, filesMost, translates } = target
    const account = ownerOf(actor, target)
    audit({ subject: draft, account, detail: { document } })
    if (await isSubmitted(tx, draft)) return refuse('draft-closed')
    if (translates && !(await findOriginal(tx, { account, draft, document, translates }))) return refuse('no-original')
    const totals = await totalsOf(tx, { account, draft, document, translates })
    // What takes another's place makes no more of them.
    const leaves = target.replaces ? 1 : 0
    if (totals.ofDocument - leaves >= filesMost || totals.files - leaves >= personLimits.filesMost) return refuse('too-many-files')
    if (totals.bytes >= personLimits.bytesMost) return refuse('too-many-bytes')
    const begun = { id: newId(), storage_key: newId() }
    await insertBegunUpload(tx, { ...begun, account, begun_at: now })
    return { upload: begun.id, storageKey: begun.storage_key }
  },
})
