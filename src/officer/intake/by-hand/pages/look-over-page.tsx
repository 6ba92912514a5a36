import { notFound, seeOther } from '../../../../platform/http/answer.ts'
import { textField } from '../../../../platform/http/field.ts'
import { action, type Context, page, records } from '../../../../platform/http/page.ts'
import type { Text } from '../../../../platform/i18n/text.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, FormShell } from '../../../../ui/index.ts'
import { isChecking, scanRefreshSeconds } from '../../../scans/scan-form.tsx'
import { staffWho } from '../../../sessions/access.ts'
import { entryToLookOver, type TakenEntry } from '../entry-desk.ts'
import { dropEntry } from '../keep-entry.ts'
import { takeEntry } from '../take-entry.ts'
import { InRoom } from './in-room.tsx'
import { PlanView } from './plan-view.tsx'
import { TakenView } from './taken-view.tsx'
import { TypedView } from './typed-view.tsx'

type Here = Context<{ entry: string }>
type Planned = Extract<Exclude<Awaited<ReturnType<typeof planned>>, { answer: string }>, { state: 'typed' }>

/** A form whose rules have changed since is typed anew; it is shown as it was. */
async function planned(context: Here) {
  const entry = await context.read(entryToLookOver, context.params)
  if (!entry) return notFound
  if (entry.state === 'taken') return entry
  const { filing, plan } = entry
  return filing && plan ? { state: 'typed' as const, cells: entry.cells, filing, plan } : seeOther(officePaths.correctForm(context.params))
}

function Buttons({ t, context, model: { plan } }: { t: Text; context: Here; model: Planned }) {
  const canBeTaken = plan.sorted.is !== 'known' && plan.sorted.is !== 'refused'
  const { params } = context
  return (
    <>
      {canBeTaken ? (
        <FormShell action={officePaths.typedForm(params)} csrfToken={context.csrfToken()} class="inline-form">
          <input type="hidden" name="mark" value={plan.mark} />
          <ButtonRow>
            <Button>{t('by-hand.take')}</Button>
            <ButtonLink href={officePaths.correctForm(params)} look="quiet">
              {t('by-hand.correct')}
            </ButtonLink>
          </ButtonRow>
        </FormShell>
      ) : (
        <p>
          <ButtonLink href={officePaths.correctForm(params)}>{t('by-hand.correct')}</ButtonLink>
        </p>
      )}
      <p>
        <a href={`${officePaths.rejectForm()}?entry=${params.entry}`}>{t('by-hand.not-accepted')}</a>
      </p>
      <FormShell action={officePaths.dropForm(params)} csrfToken={context.csrfToken()} class="inline-form">
        <Button look="plain">{t('by-hand.drop')}</Button>
      </FormShell>
    </>
  )
}

const titleOf = (model: Planned | TakenEntry) => (model.state === 'taken' ? 'by-hand.taken.title' : 'by-hand.look-over.title')

/** A typed form before and after it is taken in: what will happen, then what was done. */
export const lookOverPage = page({
  path: officePaths.typedForm,
  access: staffWho('take-in-paper'),
  audit: records(takeEntry),
  load: planned,
  loadsToShow: true,
  fields: { mark: textField({ empty: 'by-hand.plan.changed', most: 200 }) },
  view: ({ t, form, model, context }) => ({
    title: t(titleOf(model)),
    ...(model.state === 'taken' && isChecking(model.scans) ? { refreshSeconds: scanRefreshSeconds } : {}),
    body: (
      <InRoom t={t} form={form} title={t(titleOf(model))}>
        {model.state === 'taken' ? (
          <TakenView t={t} taken={model} context={context} />
        ) : (
          <div class="stack">
            <PlanView t={t} plan={model.plan} filing={model.filing} />
            <Buttons t={t} context={context} model={model} />
            <TypedView t={t} filing={model.filing} agency={context.services.agency} />
          </div>
        )}
      </InRoom>
    ),
  }),
  submit: {
    operation: takeEntry,
    input: ({ mark }, { params }) => ({ entry: params.entry, mark }),
    shows: { 'no-entry': () => notFound, 'plan-changed': { at: '', key: 'by-hand.plan.changed' } },
    then: ({ entry }) => seeOther(officePaths.typedForm({ entry })),
  },
})

const toForm = () => seeOther(officePaths.typeForm())

export const dropFormAction = action({
  path: officePaths.dropForm,
  access: staffWho('take-in-paper'),
  audit: records(dropEntry),
  back: toForm,
  submit: {
    operation: dropEntry,
    input: (_values, { params }) => ({ entry: params.entry }),
    shows: { 'taken-already': ({ params }) => seeOther(officePaths.typedForm(params)), 'not-allowed': toForm, 'too-many-attempts': toForm },
    then: toForm,
  },
})
