import { sentKind } from '../../cases/index.ts'
import { query } from '../../platform/operation.ts'
import { openAttachedName } from './attached-file.ts'
import { findAttachedName } from './attached-file-store.ts'

/** The name under which the agency sent a document of a case, for whoever may read the conversation; null: it was not sent in one. */
export const attachedName = query({
  name: 'messages.attached-name',
  allow: (actor, _document: { id: string; kind: string }) => actor.kind === 'account' || actor.kind === 'staff',
  async run({ tx, services }, { id, kind }): Promise<string | null> {
    const row = kind === sentKind ? await findAttachedName(tx, id) : undefined
    return row ? openAttachedName(services.keys, row.case, row.id, row.name_sealed) : null
  },
})
