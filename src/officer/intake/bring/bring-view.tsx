import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Breadcrumb, Button, Card, CheckboxGroup, ErrorSummary, FileField, fileSize, FormShell, Panel } from '../../../ui/index.ts'
import { type BringProblem, controlOf } from './bring-notice.ts'
import { fileBytesMost } from './brought-file.ts'
import { dryRunField } from './posted-file.ts'

type Props = { t: Text; problem: BringProblem | undefined; csrfToken: string; startKey: string }

const accepted = '.csv,.txt,.tsv,.json,.jsonl,.ndjson,text/csv,text/plain'

function problemsOf({ t, problem }: Props) {
  if (!problem) return []
  return [{ at: controlOf(problem), message: t(`office-intake.bring.problem.${problem}`, { most: fileSize(t.language, fileBytesMost) }) }]
}

/** Chooses a file, and whether it is taken in or only checked. */
export function BringView(props: Props) {
  const { t, csrfToken, startKey } = props
  const problems = problemsOf(props)
  return (
    <>
      <ErrorSummary t={t} errors={problems} />
      <Breadcrumb t={t} trail={[{ words: t('office-intake.title'), href: officePaths.intake() }, { words: t('office-intake.bring.title') }]} />
      <h1>{t('office-intake.bring.title')}</h1>
      <p class="lead">{t('office-intake.bring.lead')}</p>
      <Card plate>
        <FormShell action={officePaths.bringFile()} csrfToken={csrfToken} idempotencyKey={startKey} files>
          <FileField
            t={t}
            name="file"
            label={t('office-intake.bring.file')}
            accept={accepted}
            kinds={t('office-intake.bring.kinds')}
            mostBytes={fileBytesMost}
            error={problems.find(({ at }) => at === 'file')?.message}
          />
          <CheckboxGroup
            name={dryRunField}
            label={t('office-intake.bring.how')}
            options={[{ value: 'yes', label: t('office-intake.bring.dry-run'), hint: t('office-intake.bring.dry-run.hint') }]}
          />
          <Button>{t('office-intake.bring.submit')}</Button>
        </FormShell>
      </Card>
    </>
  )
}

/** What comes of it, before anything is chosen. */
export const AboutBringing = ({ t }: { t: Text }) => (
  <Panel title={t('office-intake.bring.about')}>
    <p>{t('office-intake.bring.rows')}</p>
    <p>{t('office-intake.bring.again')}</p>
    <p>{t('office-intake.bring.kept')}</p>
    <p>
      <a href={officePaths.intakeTemplate()} download>
        {t('office-intake.template')}
      </a>
    </p>
  </Panel>
)
