import { readAccountContact, showOnlineAccountNumber } from '../../accounts/index.ts'
import type { HeldPart } from '../../platform/archive/index.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { newId } from '../../platform/ids.ts'
import type { Job, JobContext } from '../../platform/jobs/job.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { operation, query } from '../../platform/operation.ts'
import { offeredDays } from './archive.ts'
import { endOlder, findArchive, lockArchive, recordMade, recordTry } from './archive-store.ts'
import { gather } from './gather.ts'
import { heldParts } from './held-parts.ts'
import { readMe } from './read-me.ts'
import { writeArchive, type Written } from './write-archive.ts'

/** A try begins: it writes under a key of its own, and what an earlier try left half-way is deleted. */
const beginTry = operation({
  name: 'portal.begin-archive',
  allow: ({ kind }, _input: { archive: string }) => kind === 'system',
  refusals: ['not-under-way'],
  async run({ tx, now, services, refuse, audit }, { archive: id }) {
    audit({ subject: `archive:${id}` })
    const archive = await lockArchive(tx, id)
    if (!archive || archive.ready_at || archive.failed_at) return refuse('not-under-way')
    audit({ subject: `archive:${id}`, account: archive.account })
    if (archive.storage_key) await services.storage.delete(archive.storage_key)
    const storageKey = newId()
    await recordTry(tx, id, storageKey, now)
    return { account: archive.account, language: archive.language, storageKey }
  },
})

interface Finished {
  archive: string
  storageKey: string
  written: Written
}

/** The archive is ready from this commit on, once; the person is told by a mail that says only that something is. */
const finishTry = operation({
  name: 'portal.finish-archive',
  allow: ({ kind }, _input: Finished) => kind === 'system',
  refusals: ['not-under-way'],
  async run(context, { archive: id, storageKey, written }) {
    const { tx, now, refuse, audit } = context
    audit({ subject: `archive:${id}`, detail: { files: written.files, sha256: written.sha256 } })
    const expiresAt = now.add({ hours: 24 * offeredDays })
    const archive = await findArchive(tx, id)
    const isKept = archive && (await recordMade(tx, id, storageKey, { readyAt: now, expiresAt, ...written }))
    if (!isKept) return refuse('not-under-way')
    audit({ subject: `archive:${id}`, account: archive.account, detail: { files: written.files, sha256: written.sha256 } })
    await endOlder(tx, archive, now)
    const contact = await readAccountContact(context, archive.account)
    if (!contact) return
    const { email: to, language, account: person } = contact
    await queueMail(context, { kind: 'portal.archive-ready', to, person, language, values: { until: expiresAt.toString() } })
  },
})

const numberOf = query({
  name: 'portal.archive-number',
  allow: ({ kind }, _input: { account: string }) => kind === 'system',
  run: async (context, { account }) => (await readAccountContact(context, account))?.onlineAccountNumber ?? '',
})

export interface ArchiveFrame {
  /** The sentence of a demonstration in a language; undefined once an operator names itself. */
  demonstration(language: string): string | undefined
  /** What archives are made of; left out: everything held. */
  parts?: readonly HeldPart[]
}

async function make(context: JobContext, frame: ArchiveFrame, archive: string): Promise<void> {
  const begun = await context.perform(beginTry, { archive })
  if (!begun.ok) return
  const { account, language, storageKey } = begun.output
  const { services } = context
  const number = (await context.read(numberOf, { account })) ?? ''
  const madeAt = services.clock.now()
  const written = await writeArchive(services, {
    account,
    storageKey,
    madeAt,
    gathered: await gather(context, frame.parts ?? heldParts, account),
    readMe: (missing) =>
      readMe({
        t: textOf(language, services.agency.timeZone),
        madeAt,
        onlineAccountNumber: number && showOnlineAccountNumber(number),
        demonstration: frame.demonstration(language),
        missing,
      }),
  })
  const finished = await context.perform(finishTry, { archive, storageKey, written })
  if (!finished.ok) await services.storage.delete(storageKey)
}

/** Makes an archive that was asked for. Killed half-way, the next run begins anew and there is one archive all the same. */
export const makeArchiveJob = (frame: ArchiveFrame): Job => ({
  task: 'portal.make-archive',
  run: (context, payload) => make(context, frame, String(payload.archive)),
})
