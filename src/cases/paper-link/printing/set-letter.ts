import { type RenderedPdf, renderWithPages } from '../../../platform/pdf/index.ts'
import type { Services } from '../../../platform/services.ts'
import { envelopeLines } from '../letter/addressee.ts'
import { addressLinesMost } from '../letter/bundle/manifest.ts'
import type { LetterToPrint } from '../letter/bundle/print-bundle.ts'
import { letterPdf } from '../letter/letters.ts'
import { openLetter, type SealedLetter } from './sealed-letter.ts'

/** Why a letter goes in no batch. */
export type ApartAs = 'characters' | 'address' | 'fault' | 'protected'

type SetLetter = { readonly letter: LetterToPrint } | { readonly apartAs: Exclude<ApartAs, 'protected'> }

const opened = (services: Services, sealed: SealedLetter) => {
  const { name, facts } = openLetter(services.keys, sealed)
  return { document: letterPdf(services, name, facts), addressee: facts.addressee }
}

/** A letter set by itself, for whoever prints it by hand. */
export const renderLetter = (services: Services, sealed: SealedLetter): Promise<RenderedPdf> => renderWithPages(opened(services, sealed).document)

/** A letter as a batch takes it, or why it takes none: one that cannot be set must not hold up all behind it. */
export async function setLetter(services: Services, sealed: SealedLetter): Promise<SetLetter> {
  try {
    const { document, addressee } = opened(services, sealed)
    const lines = envelopeLines(services.agency, addressee)
    if (lines.length > addressLinesMost) return { apartAs: 'address' }
    const { bytes, pages, undrawn } = await renderWithPages(document)
    if (undrawn.length > 0) return { apartAs: 'characters' }
    return { letter: { id: sealed.id, pdf: bytes, pages, lines, country: addressee.address.country } }
  } catch {
    return { apartAs: 'fault' }
  }
}
