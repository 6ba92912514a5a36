import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Button, Card, FormShell, HiddenWords } from '../../ui/index.ts'
import type { RemovedFile } from '../change/removed-files.ts'
import { fileFacts } from './words.ts'

/** What was removed within a day, each with the press that puts it back. */
export function RemovedFiles({ t, csrfToken, removed }: { t: Text; csrfToken: string; removed: readonly RemovedFile[] }) {
  if (removed.length === 0) return null
  return (
    <Card title={t('evidence.removed.title')}>
      <p>{t('evidence.removed.lead')}</p>
      <ul class="evidence-files" aria-label={t('evidence.removed.title')}>
        {removed.map(({ file, until, translations }) => (
          <li key={file.id} class="evidence-removed">
            <p class="evidence-name">
              <bdi>{file.name}</bdi>
            </p>
            <p class="evidence-facts">
              {fileFacts(t, file)} · {t('evidence.removed.until', { until: t.instant(until) })}
            </p>
            {file.translates ? <p class="evidence-facts">{t('evidence.removed.a-translation')}</p> : null}
            {translations > 0 ? <p class="evidence-facts">{t('evidence.removed.with-translation')}</p> : null}
            <FormShell action={paths.restoreDraftEvidence({ draft: file.draft, file: file.id })} csrfToken={csrfToken}>
              <Button look="plain">
                {t('evidence.removed.put-back')}
                <HiddenWords> {file.name}</HiddenWords>
              </Button>
            </FormShell>
          </li>
        ))}
      </ul>
    </Card>
  )
}
