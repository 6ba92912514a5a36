import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Alert, type AlertKind, Button, Card, FactsList, fileSize, FormShell, InstantText } from '../../../ui/index.ts'
import { fileProblem } from '../file/fault-words.ts'
import { broughtBy, nameOf } from './intake-table.tsx'
import type { OneIntake } from './one-intake.ts'
import type { IntakeState } from './shown-intake.ts'

type Shown = { t: Text; intake: OneIntake }

const alerts: Record<IntakeState, AlertKind> = { waiting: 'info', going: 'info', 'not-ended': 'info', done: 'good', checked: 'good', stopped: 'warn', 'not-read': 'warn' }

/** Where it stands, and what to do next. */
export function Standing({ t, intake: { state, fault, lines, taken, source, movedAt }, still }: Shown & { still: boolean }) {
  if (still)
    return (
      <Alert kind="warn" live title={t(`office-intake.one.${state}.title`)}>
        <p>
          {t('office-intake.one.still')} <InstantText t={t} at={movedAt} />. {t('office-intake.one.still.then')}
        </p>
      </Alert>
    )
  if (source === 'office-form' && state === 'done') return null
  return (
    <Alert kind={alerts[state]} live title={t(`office-intake.one.${state}.title`)}>
      {fault ? <p>{fault.code === 'lost' ? t('office-intake.one.lost') : fileProblem(t, fault)}</p> : null}
      <p>{t(`office-intake.one.${state}`, { lines, taken })}</p>
    </Alert>
  )
}

/** How much of the file was read; before its first batch is through, nothing. */
export function Progress({ t, intake, csrfToken }: Shown & { csrfToken: string }) {
  const all = intake.sizeBytes ?? 0
  const share = all === 0 ? 0 : Math.min(1, intake.readBytes / all)
  return (
    <Card title={t('office-intake.progress.title')}>
      <progress class="upload-way" max={100} value={Math.round(share * 100)} aria-label={t('office-intake.progress.label')} />
      <p>{t('office-intake.progress.of', { share, lines: intake.lines })}</p>
      <FormShell action={officePaths.stopIntake({ intake: intake.id })} csrfToken={csrfToken} class="inline-form">
        <Button look="quiet">{t('office-intake.stop')}</Button>
      </FormShell>
      <p class="muted">{t('office-intake.stop.about')}</p>
    </Card>
  )
}

const titleOf = ({ dryRun, state }: OneIntake) => (dryRun ? 'would-be' : state === 'waiting' || state === 'going' ? 'so-far' : 'came-of-it')

/** What came of its rows, in numbers, each with what it means. */
export const Counts = ({ t, intake }: Shown) => (
  <Card title={t(`office-intake.${titleOf(intake)}`)}>
    <FactsList
      facts={(['taken', 'uncertain', 'known', 'refused'] as const).map((name) => ({
        name: t(`office-intake.head.${name}`),
        value: (
          <>
            {t.number(intake[name])} <span class="usa-hint">{t(`office-intake.means.${name}`)}</span>
          </>
        ),
      }))}
    />
    {intake.uncertain > 0 && !intake.dryRun ? (
      <p>
        <a href={officePaths.duplicates()}>{t('office-intake.say-whose')}</a>
      </p>
    ) : null}
  </Card>
)

/** What it is, and who brought it when. */
export const AboutFile = ({ t, intake }: Shown) => (
  <Card title={t('office-intake.one.about')}>
    <FactsList
      facts={[
        { name: t('office-intake.head.file'), value: <bdi class="breaks">{nameOf(t, intake)}</bdi> },
        ...(intake.sizeBytes === null ? [] : [{ name: t('office-intake.size'), value: fileSize(t.language, intake.sizeBytes) }]),
        { name: t('office-intake.head.begun'), value: <InstantText t={t} at={intake.begunAt} /> },
        { name: t('office-intake.by'), value: <bdi>{broughtBy(t, intake)}</bdi> },
        { name: t('office-intake.head.lines'), value: t.number(intake.lines) },
      ]}
    />
  </Card>
)
