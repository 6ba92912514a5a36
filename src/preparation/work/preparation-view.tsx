import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { ClientCrumbs } from '../../representation/index.ts'
import { Alert, ButtonLink, Card, StepIndicator, type Task, TaskList } from '../../ui/index.ts'
import { PackageCard } from './package-card.tsx'
import { type DraftShown, isReady, type ShownPreparation } from './shown-preparation.ts'
import { answered, stands, type Turn } from './turn.ts'

export interface PreparationProps {
  readonly t: Text
  readonly model: ShownPreparation
  readonly what: string
  readonly client: string
  readonly csrfToken: string
  readonly done: string | undefined
  /** Why the way to the sign page led back here. */
  readonly missing: string | undefined
  readonly now: Temporal.Instant
}

const steps = ['fill-in', 'sign', 'give', 'review', 'file'] as const
type Step = (typeof steps)[number]

const stepAt: Readonly<Record<Turn, Step>> = {
  ended: 'file', filed: 'file', 'drafts-gone': 'fill-in', 'changes-asked': 'fill-in', declined: 'fill-in', 'fill-in': 'fill-in', sign: 'sign',
  'give-passcode': 'give', 'take-up': 'give', 'passcode-over': 'give', review: 'review', 'client-signs': 'review', pay: 'file',
}

/** One of the two drafts as a task: what is missing in it, and the way to that. */
function draftTask({ t }: { t: Text }, shown: DraftShown | null, title: string): Task {
  if (!shown) return { title, state: 'problem', hint: t('preparation.draft.gone') }
  const { draft, progress, readiness, waiting } = shown
  if (draft.frozenAt) return { title, state: 'done', hint: t('preparation.draft.frozen') }
  const href = paths.draft({ draft: draft.id })
  if (isReady(shown)) return { title, state: 'done', href: paths.draftReview({ draft: draft.id }), hint: t('preparation.draft.ready') }
  if (readiness.pages.length > 0) return { title, state: progress.done > 0 ? 'started' : 'open', href, hint: t('preparation.draft.progress', progress) }
  if (waiting) return { title, state: 'started', href: paths.draftEvidence({ draft: draft.id }), hint: t('preparation.draft.checking') }
  return { title, state: 'started', href: paths.draftReview({ draft: draft.id }), hint: t('preparation.draft.look') }
}

const signedBy = (model: ShownPreparation, side: 'representative' | 'client') => {
  const answers = stands(model.standing) ? (model.standing.last?.answers ?? []) : []
  return answered(answers, 'appearance', side)?.accepted === true && (model.row.form === null || side === 'representative' || answered(answers, 'form', side)?.accepted === true)
}

function tasksOf({ t, model, what }: PreparationProps): readonly Task[] {
  const { row, form, appearance, standing, turn } = model
  const isLaid = stands(standing)
  const sign: Task = { title: t('preparation.task.sign'), ...(isLaid ? { state: 'done' as const } : turn === 'sign' ? { state: 'open' as const, href: paths.signPreparation({ preparation: row.id }) } : { state: 'later' as const }) }
  return [
    ...(row.form === null ? [] : [draftTask({ t }, form, what)]),
    draftTask({ t }, appearance, t('preparation.task.appearance')),
    sign,
    {
      title: t('preparation.task.give'),
      ...(row.linked_at ? { state: 'done' as const } : isLaid ? { state: 'open' as const, href: paths.preparationPasscode({ preparation: row.id }) } : { state: 'later' as const }),
    },
    { title: t('preparation.task.client'), state: signedBy(model, 'client') ? 'done' : row.linked_at && isLaid ? 'started' : 'later' },
    { title: t('preparation.task.file'), state: row.filed_at ? 'done' : turn === 'pay' ? 'open' : 'later' },
  ]
}

/** The one button for what is the representative's to do now. */
function NextAction({ t, model: { turn, row } }: Pick<PreparationProps, 't' | 'model'>) {
  const at = { preparation: row.id }
  if (turn === 'sign') return <ButtonLink href={paths.signPreparation(at)}>{t('preparation.action.sign')}</ButtonLink>
  if (turn === 'pay') return <ButtonLink href={paths.submitPrepared(at)}>{t('preparation.action.submit')}</ButtonLink>
  if (turn === 'give-passcode' || turn === 'passcode-over') return <ButtonLink href={paths.preparationPasscode(at)}>{t('preparation.action.passcode')}</ButtonLink>
  return null
}

const doneWords = ['signed', 'taken-back', 'mailed'] as const
const missingWords = ['not-ready', 'preparer-missing'] as const

/** What came of the press before, or why it was not signed. */
function Said({ t, done, missing }: PreparationProps) {
  const what = doneWords.find((each) => each === done)
  const why = missingWords.find((each) => each === missing)
  return (
    <>
      {what ? (
        <Alert kind="good" live>
          <p>{t(`preparation.done.${what}`)}</p>
        </Alert>
      ) : null}
      {why ? (
        <Alert kind="warn" title={t(`preparation.missing.${why}`)} live>
          <p>{t(`preparation.missing.${why}.what`)}</p>
        </Alert>
      ) : null}
    </>
  )
}

/** What is next and whose turn it is, in a sentence. */
function Next({ t, model, client }: PreparationProps) {
  const { turn } = model
  const kind = turn === 'filed' ? 'good' : turn === 'drafts-gone' || turn === 'changes-asked' || turn === 'declined' || turn === 'passcode-over' ? 'warn' : 'info'
  return (
    <Alert kind={kind} title={t(`preparation.turn.${turn}`)}>
      <p>{t(`preparation.turn.${turn}.what`, { client })}</p>
      <NextAction t={t} model={model} />
    </Alert>
  )
}

export function PreparationView(props: PreparationProps) {
  const { t, model, what, client } = props
  const step = stepAt[model.turn]
  return (
    <>
      <ClientCrumbs t={t} here={what} {...(model.client ? { client: { id: model.client.id, name: client } } : {})} />
      <StepIndicator t={t} current={steps.indexOf(step) + 1} of={steps.length} title={t(`preparation.step.${step}`)} />
      <h1>{what}</h1>
      <p class="lead">{t('preparation.for', { client })}</p>
      <div class="stack">
        <Said {...props} />
        <Next {...props} />
        <PackageCard {...props} />
        <Card title={t('preparation.tasks')}>
          <TaskList t={t} tasks={tasksOf(props)} name="preparation" />
        </Card>
      </div>
    </>
  )
}
