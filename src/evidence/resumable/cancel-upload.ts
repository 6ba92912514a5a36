import { isId } from '../../platform/ids.ts'
import { accountsOf } from '../../platform/actor.ts'
import { operation } from '../../platform/operation.ts'
import type { UploadAddress } from './record-part.ts'
import { lockUpload, markCancelled } from './resumable-store.ts'

/** Ends an upload that is not all here; what is stored of it goes with the next sweep. Pressed twice it is cancelled once. */
export const cancelUpload = operation({
  name: 'evidence.cancel-resumable-upload',
  allow: (actor) => actor.kind === 'account',
  refusals: ['no-such-upload'],
  async run({ tx, actor, now, refuse, audit }, { draft, upload }: UploadAddress) {
    audit({ subject: draft.slice(0, 40), account: actor.id ?? '', detail: { upload: upload.slice(0, 40) } })
    if (!isId(upload) || !isId(draft)) return refuse('no-such-upload')
    const row = await lockUpload(tx, { id: upload, draft, accounts: accountsOf(actor), now })
    if (!row || row.outcome) return refuse('no-such-upload')
    await markCancelled(tx, [upload], now)
    return null
  },
})
