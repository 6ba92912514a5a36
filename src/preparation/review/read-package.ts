import type { Text } from '../../platform/i18n/text.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { operation, query } from '../../platform/operation.ts'
import { shownText, type SignedText } from '../../filing/index.ts'
import { type ReadText, readBeside } from './changes.ts'
import { isClient, ownPrepared, type Prepared } from './own-prepared.ts'
import { type PackageTexts, packageTexts } from './package-texts.ts'
import { findPackages, recordReviewed } from './review-store.ts'

export type OfPackage = 'form' | 'appearance'

/** A document of the package that stands, as it will be filed, beside what the client read last. */
export interface ReadDocument {
  readonly prepared: Prepared
  readonly text: SignedText
  readonly read: ReadText
  readonly sha256: string
}

const inWords = (agency: Parameters<typeof shownText>[0], t: Text, texts: PackageTexts | null, of: OfPackage) => {
  const text = texts?.[of]
  return text ? shownText(agency, t, text) : null
}

/** Null: there is no such document that stands, or it is somebody else's. */
export const readDocument = query({
  name: 'preparation.read-document',
  allow: (actor, _input: { preparation: string; of: OfPackage; language: string }) => isClient(actor),
  async run(context, { preparation, of, language }): Promise<ReadDocument | null> {
    const { tx, services } = context
    const prepared = await ownPrepared.run(context, { preparation })
    if (!prepared?.stands || prepared.its.ended_at) return null
    const { stands, its } = prepared
    const before = prepared.packages.find((each) => each.ordinal < stands.ordinal && each.reviewed_at !== null)
    const rows = await findPackages(tx, before ? [stands.id, before.id] : [stands.id])
    const textsOf = (id: string | undefined) => {
      const row = rows.find((each) => each.id === id)
      return row ? packageTexts(services, row, its.representative) : null
    }
    const texts = textsOf(stands.id)
    const text = texts?.[of]
    const t = textOf(language, services.agency.timeZone)
    const shown = inWords(services.agency, t, texts, of)
    if (!text || !shown) return null
    const read = readBeside(shown, inWords(services.agency, t, textsOf(before?.id), of))
    return { prepared, text, read, sha256: (of === 'form' ? stands.form_sha256 : stands.appearance_sha256) ?? '' }
  },
})

/** Keeps that the client has read the package that their page shows: what changes from here on is marked. Opened again, it is kept already. */
export const noteReviewed = operation({
  name: 'preparation.note-reviewed',
  allow: (actor, _input: { preparation: string; shown: string }) => isClient(actor),
  refusals: [],
  async run({ tx, actor, now, audit }, { preparation, shown }) {
    audit({ subject: preparation, account: actor.id as string })
    await recordReviewed(tx, shown, now)
    return null
  },
})
