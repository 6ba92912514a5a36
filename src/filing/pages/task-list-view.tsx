import type { AgencyPack } from '../../agency/index.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, Card, FormShell, type Task, TaskList } from '../../ui/index.ts'
import { type TaskGroup, taskList } from '../journey/course.ts'
import { evidenceStates, type HeldEvidence } from '../review/readiness.ts'
import type { DraftPayment } from '../payment/draft-payment.ts'
import type { DraftWaiver } from '../waiver/draft-waiver.ts'
import { BelongsTo, WaiverNotice } from '../waiver/waiver-line.tsx'
import { EditionNotice } from './edition-notice.tsx'
import { ForClient } from './for-client.tsx'
import type { OpenDraft } from './open-draft.ts'

export type TaskListModel = OpenDraft & {
  readonly held: HeldEvidence
  readonly payment: DraftPayment
  readonly waiver: DraftWaiver
  readonly now: Temporal.Instant
  readonly agency: AgencyPack
}
type Props = { model: TaskListModel }

const isDone = ({ state }: { state: string }) => state === 'done'

function hasProblem({ replay }: OpenDraft, group: TaskGroup): boolean {
  return replay.pages.some(
    ({ part, mistakes, contradictions }) =>
      part.id === group.partId && (mistakes.length > 0 || contradictions.some(({ rule }) => rule.level === 'error')),
  )
}

function stateOf(model: OpenDraft, group: TaskGroup): Task['state'] {
  if (hasProblem(model, group)) return 'problem'
  if (group.state === 'done') return 'done'
  if (group.state === 'later') return 'later'
  return group.tasks.some(isDone) ? 'started' : 'open'
}

/** A part as one task: it leads to its first undone page, or once it is done to its first. */
function taskOf(model: OpenDraft, group: TaskGroup): Task {
  const { draft, words } = model
  const reached = group.tasks.filter((task) => task.reached)
  const to = reached.find((task) => !isDone(task)) ?? reached[0]
  const counts = { done: group.tasks.filter(isDone).length, of: group.tasks.length }
  return {
    title: words.get(`part.${group.partId}.title`),
    state: stateOf(model, group),
    ...(to ? { href: paths.draftPage({ draft: draft.id, page: to.pageId }) } : {}),
    hint: words.t('filing.draft.part-progress', counts),
  }
}

function Parts({ model }: Props) {
  const { words, replay } = model
  const groups = taskList(replay)
  const notNeeded = groups.filter(({ state }) => state === 'not-needed')
  const parts = notNeeded.map(({ partId }) => words.get(`part.${partId}.title`))
  const needed = groups.filter(({ state }) => state !== 'not-needed')
  return (
    <Card title={words.t('filing.draft.tasks')}>
      <div class="stack">
        <TaskList t={words.t} tasks={needed.map((group) => taskOf(model, group))} name="part" />
        {parts.length === 0 || replay.progress.done === 0 ? null : (
          <p class="muted">{words.t('filing.draft.not-needed', { parts: listed(words.t.language, parts) })}</p>
        )}
      </div>
    </Card>
  )
}

const listed = (language: string, parts: readonly string[]) =>
  new Intl.ListFormat(language === 'en-XA' ? 'en' : language).format(parts)

/** How much of the evidence that is required is there, with everything said of it that has to be. */
function evidenceCounts({ replay, held }: TaskListModel) {
  const required = evidenceStates(replay, held).filter(({ rule, undescribed }) => rule.required || undescribed)
  return { done: required.filter(({ missing, undescribed }) => !missing && !undescribed).length, of: required.length }
}

/** Until the answers are there, nobody can say what will be asked for. */
function evidenceHint({ words: { t }, replay }: TaskListModel, counts: { done: number; of: number }): string {
  if (counts.of > 0) return t('filing.draft.evidence-progress', counts)
  return t(replay.complete ? 'filing.draft.evidence-none' : 'filing.draft.evidence-later')
}

function evidenceTask(model: TaskListModel): Task {
  const { draft, words, replay } = model
  const counts = evidenceCounts(model)
  return {
    title: words.t('filing.draft.evidence'),
    state: !replay.complete ? 'later' : counts.done === counts.of ? 'done' : 'open',
    href: paths.draftEvidence({ draft: draft.id }),
    hint: evidenceHint(model, counts),
  }
}

function Then({ model }: Props) {
  const { draft, words, replay, payment } = model
  const { t } = words
  const review: Task = {
    title: t('filing.draft.review'),
    state: payment.signed ? 'done' : replay.complete ? 'open' : 'later',
    href: paths.draftReview({ draft: draft.id }),
    hint: t('filing.draft.review-hint'),
  }
  return (
    <Card title={t('filing.draft.then')}>
      <TaskList t={t} tasks={[evidenceTask(model), review]} name="then" />
    </Card>
  )
}

/** As near to its end as a draft is when the person is first warned, by the agency pack. */
function endsSoon({ agency, draft, now }: TaskListModel): boolean {
  const daysLeft = now.until(draft.expiresAt).total({ unit: 'hours' }) / 24
  return daysLeft <= agency.drafts.days - Math.min(...agency.drafts.warnOnDays)
}

function EndsSoon({ model, csrfToken }: Props & { csrfToken: string }) {
  const { agency, draft, words } = model
  if (!endsSoon(model)) return null
  const { t } = words
  return (
    <Alert kind="warn" title={t('filing.draft.ends-soon.title')}>
      <p>{t('filing.draft.ends-soon', { at: t.instant(draft.expiresAt) })}</p>
      <FormShell action={paths.extendDraft({ draft: draft.id })} csrfToken={csrfToken}>
        <Button look="quiet">{t('filing.draft.extend', { days: agency.drafts.days })}</Button>
      </FormShell>
      <p>
        <a href={paths.exportDraft({ draft: draft.id })}>{t('draft-file.export.longer')}</a>
      </p>
    </Alert>
  )
}

type Next = { lead: string; href: string; words?: string; note?: string }

/** A payment that was begun, or a signature that stands, goes before everything: answers changed now undo both. */
function toPay({ draft: { id: draft }, payment: { underWay, signed }, words: { t } }: TaskListModel): Next | undefined {
  if (underWay) {
    const href = paths.submission({ submission: underWay.submission })
    const words = t(`filing.draft.paying.${underWay.stage}.go`)
    return { lead: t(`filing.draft.paying.${underWay.stage}`), href, words, note: t('filing.draft.paying.note') }
  }
  if (!signed) return undefined
  const words = t('filing.draft.signed.go')
  return { lead: t('filing.draft.signed'), href: paths.draftPay({ draft }), words, note: t('filing.draft.signed.note') }
}

/** The one thing to do now: what is to be paid, else the first undone page, then the evidence, then the review. */
function whatNext(model: TaskListModel): Next {
  const { draft: { id: draft }, replay, words: { t } } = model
  const { firstUndone: page, progress } = replay
  const paying = toPay(model)
  if (paying) return paying
  if (page) return { lead: t('filing.draft.progress', progress), href: paths.draftPage({ draft, page }) }
  const { done, of } = evidenceCounts(model)
  if (done < of) return { lead: t('filing.draft.all-done'), href: paths.draftEvidence({ draft }) }
  return { lead: t('filing.draft.all-there'), href: paths.draftReview({ draft }) }
}

/** The way through a form: its parts, what comes after them, and one button that goes on. */
export function TaskListView({ model, csrfToken }: Props & { csrfToken: string }) {
  const { words } = model
  const { t } = words
  const { lead, href, words: go = t('filing.draft.continue'), note } = whatNext(model)
  return (
    <>
      <ForClient model={model} />
      <h1>{words.get('form.title')}</h1>
      <p class="lead">{lead}</p>
      <p>
        <ButtonLink href={href}>{go}</ButtonLink>
      </p>
      {note ? <p class="muted">{note}</p> : null}
      <EditionNotice model={model} csrfToken={csrfToken} />
      <EndsSoon model={model} csrfToken={csrfToken} />
      <BelongsTo model={model} />
      <WaiverNotice model={model} />
      <Parts model={model} />
      <Then model={model} />
    </>
  )
}
