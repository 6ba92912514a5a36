import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import type { EvidenceFile } from '../evidence-file.ts'

/** Where its own person finds the picture of a page of a file. */
export const ownPictureAt =
  ({ draft, id }: EvidenceFile) =>
  (page: number): string =>
    `${paths.draftEvidencePreview({ draft, file: id })}?page=${page}`

/** Where the picture of a page is, counted from 1. */
type Shown = { t: Text; file: EvidenceFile; pictureAt(page: number): string }

/** The first page as it is kept, or the kind of file until there is a picture. */
export function FilePicture({ t, file, pictureAt }: Shown) {
  if (file.previews === 0) {
    return (
      <div class="evidence-picture" aria-hidden="true">
        {file.type.toUpperCase()}
      </div>
    )
  }
  const address = pictureAt(1)
  return (
    <a class="evidence-picture" href={address}>
      <img src={address} alt={t('evidence.file.page-picture', { page: 1, name: file.name })} width={80} height={80} />
    </a>
  )
}

/** The way to the picture of each page, where there is more than one. */
export function FilePages({ t, file, pictureAt }: Shown) {
  if (file.previews < 2) return null
  return (
    <p class="evidence-facts">
      {t('evidence.file.look-at-pages')}{' '}
      {Array.from({ length: file.previews }, (_, index) => (
        <>
          {index > 0 ? ', ' : null}
          <a href={pictureAt(index + 1)}>{t('evidence.file.page', { page: index + 1 })}</a>
        </>
      ))}
    </p>
  )
}
