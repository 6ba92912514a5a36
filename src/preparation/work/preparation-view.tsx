import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { ClientCrumbs } from '../../representation/index.ts'
import { Alert, Card, StepIndicator, type Task, TaskList } from '../../ui/index.ts'
import { type DraftShown, isReady, type ShownPreparation } from './shown-preparation.ts'
import { answered, stands, type Turn } from './turn.ts'

export interface PreparationProps {
  readonly t: Text
  readonly model: ShownPreparation
  readonly what: string
  readonly client: string
  readonly csrfToken: string
  readonly done: string | undefined
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
  const sign: Task = { title: t('preparation.task.sign'), state: isLaid ? 'done' : turn === 'sign' ? 'open' : 'later' }
  return [
    ...(row.form === null ? [] : [draftTask({ t }, form, what)]),
    draftTask({ t }, appearance, t('preparation.task.appearance')),
    sign,
    { title: t('preparation.task.give'), state: row.linked_at ? 'done' : isLaid ? 'open' : 'later' },
    { title: t('preparation.task.client'), state: signedBy(model, 'client') ? 'done' : row.linked_at && isLaid ? 'started' : 'later' },
    { title: t('preparation.task.file'), state: row.filed_at ? 'done' : turn === 'pay' ? 'open' : 'later' },
  ]
}

/** What is next and whose turn it is, in a sentence. */
function Next({ t, model: { turn }, client }: PreparationProps) {
  const kind = turn === 'filed' ? 'good' : turn === 'drafts-gone' || turn === 'changes-asked' || turn === 'declined' || turn === 'passcode-over' ? 'warn' : 'info'
  return (
    <Alert kind={kind} title={t(`preparation.turn.${turn}`)}>
      <p>{t(`preparation.turn.${turn}.what`, { client })}</p>
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
        <Next {...props} />
        <Card title={t('preparation.tasks')}>
          <TaskList t={t} tasks={tasksOf(props)} name="preparation" />
        </Card>
      </div>
    </>
  )
}
