import type { ComponentChildren } from 'preact'
import type { AgencyPack } from '../../../agency/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { Tag } from '../../../ui/index.ts'
import { expiryOf } from '../../description/description.ts'
import type { EvidenceFile } from '../../evidence-file.ts'
import { FileFacts } from '../../pages/description-words.tsx'
import type { UsedDrafts } from '../../pages/evidence-draft.ts'
import { FilePages, FilePicture, ownPictureAt } from '../../pages/file-pictures.tsx'
import { Warned } from '../../pages/warned.tsx'
import { fileFacts } from '../../pages/words.ts'
import type { LibraryDocument } from '../library.ts'
import { LibraryUses } from './library-uses.tsx'

export interface EntryShown {
  t: Text
  agency: AgencyPack
  document: LibraryDocument
  usedDrafts: UsedDrafts
  today: Temporal.PlainDate
}

/** Said of what was, or soon will be, of no use: here nothing is asked of the person. */
function Days({ t, agency, file, today }: { t: Text; agency: AgencyPack; file: EvidenceFile; today: Temporal.PlainDate }) {
  const expiry = expiryOf(file.description, today, agency.documents.expiresSoonDays)
  if (!expiry) return null
  const day = t.day(Temporal.PlainDate.from(file.description?.validUntil ?? ''))
  return <Warned words={t(`evidence.library.${expiry}`, { day })} />
}

/** One document of the library: its picture, what it is, its days, and where it was used. `heading`: what stands at its top. */
export function LibraryEntry({ heading, ...shown }: EntryShown & { heading: ComponentChildren }) {
  const { t, agency, document, today } = shown
  const { file, uses } = document
  const pictures = { t, file, pictureAt: ownPictureAt(file) }
  return (
    <li class="evidence-file">
      <FilePicture {...pictures} />
      <div>
        {heading}
        <p class="evidence-facts">
          {fileFacts(t, file)} {file.translates ? <Tag>{t('evidence.library.translation')}</Tag> : null}{' '}
          {file.state === 'received' ? <Tag kind="wait">{t('evidence.state.checking')}</Tag> : null}
        </p>
        <FilePages {...pictures} />
        <FileFacts t={t} agency={agency} description={file.description} />
        <Days t={t} agency={agency} file={file} today={today} />
        <LibraryUses {...shown} uses={uses} />
      </div>
    </li>
  )
}
