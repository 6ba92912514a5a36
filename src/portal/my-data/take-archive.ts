import { lockOwnAccount, needsRecentProof } from '../../accounts/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { fileAnswer, notFound } from '../../platform/http/answer.ts'
import { endpoint, records } from '../../platform/http/page.ts'
import { isId, newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { openSealed } from '../../platform/storage/index.ts'
import { archiveFileName, archivePlace, stateOf } from './archive.ts'
import { findArchive, insertDownload } from './archive-store.ts'

/** Records that an archive is taken, and tells where it lies. Somebody else's, an expired and no archive are one answer. */
export const takeArchive = operation({
  name: 'portal.take-archive',
  allow: (actor, _input: { archive: string }) => actor.kind === 'account' && actor.id !== null,
  refusals: ['no-recent-proof', 'no-such-archive'],
  async run(context, { archive: id }) {
    const { tx, actor, now, refuse, audit } = context
    const account = await lockOwnAccount(context)
    audit({ account: account.id, subject: isId(id) ? `archive:${id}` : 'archive' })
    if (!account.hasRecentProof) return refuse('no-recent-proof')
    const archive = isId(id) && !account.isClosed ? await findArchive(tx, id) : undefined
    if (!archive?.storage_key || !archive.ready_at || !accountsOf(actor).includes(archive.account)) return refuse('no-such-archive')
    if (stateOf(archive, now) !== 'ready') return refuse('no-such-archive')
    await insertDownload(tx, { id: newId(), archive: id, account: account.id, at: now })
    return { owner: archive.account, storageKey: archive.storage_key, readyAt: archive.ready_at, sha256: archive.sha256 }
  },
})

/** Behind a fresh factor, as a download, opened while it is sent: it lies nowhere unsealed. */
export const archiveEndpoint = endpoint({
  path: paths.archive,
  method: 'GET',
  access: needsRecentProof,
  audit: records(takeArchive),
  run: async (context) => {
    const taken = await context.perform(takeArchive, { archive: context.params.archive })
    if (!taken.ok) return notFound
    const { owner, storageKey, readyAt, sha256 } = taken.output
    // A broken seal ends the stream with an error: the download fails instead of giving half an archive.
    const body = await openSealed(context.services, { storageKey }, (key) => archivePlace(owner, key))
    return fileAnswer({ body, contentType: 'application/zip', fileName: archiveFileName(readyAt), ...(sha256 ? { sha256 } : {}) })
  },
})
