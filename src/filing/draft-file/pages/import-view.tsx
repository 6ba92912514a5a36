import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Button, Card, ErrorSummary, FileField, fileSize, FormShell, Panel, PasswordField } from '../../../ui/index.ts'
import { fileBytesMost } from '../envelope.ts'
import { passphraseToggle } from './export-view.tsx'
import { controlOf, type ImportProblem } from './import-notice.ts'

type Props = { t: Text; problem: ImportProblem | undefined; csrfToken: string; startKey: string }

/** A file with an unknown ending is of no kind to a phone: so it offers all of them. */
const accepted = '.draft,application/octet-stream,text/plain'

function problemsOf({ t, problem }: Props) {
  if (!problem) return []
  const values = { most: fileSize(t.language, fileBytesMost) }
  return [{ at: controlOf(problem), message: t(`draft-file.import.problem.${problem}`, values) }]
}

/** Chooses a file and gives its passphrase: what went wrong stands first, as on every page. */
export function ImportView(props: Props) {
  const { t, csrfToken, startKey } = props
  const problems = problemsOf(props)
  const errorAt = (control: string) => problems.find(({ at }) => at === control)?.message
  return (
    <>
      <ErrorSummary t={t} errors={problems} />
      <h1>{t('draft-file.import.title')}</h1>
      <p class="lead">{t('draft-file.import.lead')}</p>
      <Card plate>
        <FormShell action={paths.importDraft()} csrfToken={csrfToken} idempotencyKey={startKey} files>
          <FileField
            t={t}
            name="file"
            label={t('draft-file.import.file')}
            accept={accepted}
            kinds={t('draft-file.import.kinds')}
            mostBytes={fileBytesMost}
            error={errorAt('file')}
          />
          <PasswordField
            t={t}
            name="passphrase"
            label={t('draft-file.import.passphrase')}
            hint={t('draft-file.import.passphrase-hint')}
            error={errorAt('passphrase')}
            autocomplete="off"
            toggle={passphraseToggle(t)}
          />
          <Button>{t('draft-file.import.submit')}</Button>
        </FormShell>
      </Card>
    </>
  )
}

/** What comes of it, before anything is chosen. */
export function AboutImport({ t }: { t: Text }) {
  return (
    <Panel title={t('draft-file.import.about')}>
      <p>{t('draft-file.import.new-draft')}</p>
      <p>{t('draft-file.import.documents')}</p>
      <p>{t('draft-file.import.afterwards')}</p>
    </Panel>
  )
}
