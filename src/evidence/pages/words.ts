import { type AgencyPack, agencyText } from '../../agency/index.ts'
import type { MessageKey, MessageValue, Text } from '../../platform/i18n/text.ts'
import { fileSize } from '../../ui/index.ts'
import type { EvidenceDraft } from './evidence-draft.ts'
import { contentLimits, type EvidenceFile } from '../evidence-file.ts'

/** The words of one document asked for, out of the form's own texts. */
export interface DocumentWords {
  document: string
  why: string | undefined
  hint: string | undefined
}

export function documentWords(agency: AgencyPack, t: Text, { form, tray }: Pick<EvidenceDraft, 'form' | 'tray'>, id: string): DocumentWords {
  if (tray) return { document: t(`evidence.tray.${tray.purpose}`), why: undefined, hint: undefined }
  const optional = (key: string) =>
    agency.text(t.language, form, key) === undefined ? undefined : agencyText(agency, t, form, key)
  return {
    document: agencyText(agency, t, form, `evidence.${id}.document`),
    why: optional(`evidence.${id}.why`),
    hint: optional(`evidence.${id}.hint`),
  }
}

/** “PDF, JPEG, PNG or TIFF”, from what the pack takes. */
function kindsTaken(agency: AgencyPack, t: Text): string {
  const kinds = agency.uploads.types.map((type) => type.replace(/^.*\//, '').toUpperCase())
  return new Intl.ListFormat(t.language, { type: 'disjunction' }).format(kinds)
}

/** What a field for files lets choose, and says. */
export const whatIsTaken = (agency: AgencyPack, t: Text) => ({
  accept: agency.uploads.extensions.map((extension) => `.${extension}`).join(','),
  kinds: kindsTaken(agency, t),
  mostBytes: agency.uploads.sizeBytesMax,
})

/** What the messages about files speak of. */
export const limitValues = (agency: AgencyPack, t: Text): Record<string, MessageValue> => ({
  kinds: kindsTaken(agency, t),
  most: fileSize(t.language, agency.uploads.sizeBytesMax),
})

/** Why a file was refused, and what to do. */
export const refusalWords = (agency: AgencyPack, t: Text, refusal: NonNullable<EvidenceFile['refusal']>): string =>
  t(`evidence.refusal.${refusal}` as MessageKey, {
    kinds: kindsTaken(agency, t),
    most:
      refusal === 'too-many-pages'
        ? t.number(contentLimits.pagesMax)
        : fileSize(t.language, agency.uploads.sizeBytesMax),
  })

/** Keeps its own reading direction inside a text of the other one (Unicode isolates, UAX 9). */
const isolated = (text: string) => `\u2068${text}\u2069`

/** “PDF · 2.4 MB · 3 pages”. */
export function fileFacts(t: Text, { type, sizeBytes, pages }: Pick<EvidenceFile, 'type' | 'sizeBytes' | 'pages'>): string {
  const facts = { type: isolated(type.toUpperCase()), size: isolated(fileSize(t.language, sizeBytes)) }
  return pages ? t('evidence.file.facts-pages', { ...facts, pages }) : t('evidence.file.facts', facts)
}
