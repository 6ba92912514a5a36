import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, fileSize, FormShell, HiddenWords } from '../../ui/index.ts'
import type { ResumableUpload } from '../resumable/resumable-upload.ts'

interface HalfWayProps {
  t: Text
  csrfToken: string
  uploads: readonly ResumableUpload[]
  label: string
}

/** “3.1 MB of 8 MB”, each size in its own reading direction. */
const howMuch = (t: Text, { offsetBytes, sizeBytes }: ResumableUpload) =>
  t('evidence.upload.of', {
    there: `\u2068${fileSize(t.language, offsetBytes)}\u2069`,
    all: `\u2068${fileSize(t.language, sizeBytes)}\u2069`,
  })

function HalfWay({ t, csrfToken, upload }: Omit<HalfWayProps, 'uploads' | 'label'> & { upload: ResumableUpload }) {
  const label = t('evidence.upload.progress-of', { name: upload.name })
  return (
    <li class="upload" data-half-way={upload.id}>
      <p class="evidence-name">
        <bdi>{upload.name}</bdi>
      </p>
      <progress class="upload-way" max={upload.sizeBytes} value={upload.offsetBytes} aria-label={label} />
      <p class="evidence-facts">{howMuch(t, upload)}</p>
      <p class="upload-said">{t('evidence.upload.half-way', { until: t.instant(upload.expiresAt) })}</p>
      <FormShell action={paths.cancelDraftUpload({ draft: upload.draft, upload: upload.id })} csrfToken={csrfToken}>
        <Button look="plain">
          {t('evidence.upload.cancel')}
          <HiddenWords> {upload.name}</HiddenWords>
        </Button>
      </FormShell>
    </li>
  )
}

/** What is half-way for one document: how much is there, how to go on, and how to let it go. */
export function UploadsHalfWay({ uploads, label, ...shown }: HalfWayProps) {
  if (uploads.length === 0) return null
  return (
    <ul class="uploads" aria-label={label}>
      {uploads.map((upload) => (
        <HalfWay key={upload.id} upload={upload} {...shown} />
      ))}
    </ul>
  )
}
