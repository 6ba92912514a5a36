import { isId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { expiryOf } from './draft.ts'
import { findDeletedDraftForUpdate, recordRestoration } from './draft-store.ts'
import { readDraft } from './lock-draft.ts'
import { mayFillIn } from './start-draft.ts'

/** Puts back a draft that was deleted and is not removed for good yet. Its days count from now. Pressed again, it is back already. */
export const restoreDraft = operation({
  name: 'filing.restore-draft',
  allow: (actor, _input: { draft: string }) => mayFillIn(actor),
  refusals: ['draft-gone'],
  async run({ tx, actor, now, services, refuse, audit }, { draft: id }) {
    const row = isId(id) ? await findDeletedDraftForUpdate(tx, id) : undefined
    if (!row) return (await readDraft({ tx, services, now }, id)) ? undefined : refuse('draft-gone')
    await recordRestoration(tx, id, expiryOf(services.agency, now))
    audit({ subject: id, account: actor.id as string, detail: { form: row.form } })
    return undefined
  },
})
