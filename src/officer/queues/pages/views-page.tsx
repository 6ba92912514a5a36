import { FormPage } from '../../../accounts/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { choicesField, pressField, textField } from '../../../platform/http/field.ts'
import { action, type Context, page, records, recordsNothing } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Alert, Breadcrumb, Button, ButtonLink, ButtonRow, Card, EmptyState, FormShell, HiddenWords, TextField } from '../../../ui/index.ts'
import { queueWords } from '../../pages/queue-words.ts'
import { staffWho } from '../../sessions/access.ts'
import { filtersFrom, queueHref } from '../filters.ts'
import { changeView, keepView, ownView, ownViews, putViewBack, removeView } from '../views/view-acts.ts'
import { type SavedView, viewNameMost } from '../views/saved-view.ts'
import { filterWords } from './filter-form.tsx'
import { FirstChoice } from './view-parts.tsx'


const nameField = textField({ empty: 'work.view.name.empty', most: viewNameMost })
const firstField = choicesField(['yes'] as const)
const toViews = () => seeOther(officePaths.views())

const Trail = ({ t, words }: { t: Text; words?: string }) => (
  <Breadcrumb
    t={t}
    trail={[
      { words: t('officer.queues.title'), href: officePaths.queues() },
      ...(words ? [{ words: t('work.views.title'), href: officePaths.views() }, { words }] : [{ words: t('work.views.title') }]),
    ]}
  />
)

/** `/views`: the officer's own, each with the way to its list and to its name. */
export const viewsPage = page({
  path: officePaths.views,
  access: staffWho('see-queues'),
  audit: recordsNothing('the officer’s own views'),
  load: async (context) => (await context.read(ownViews, {})) ?? notFound,
  view: ({ t, model: views, context }) => ({
    title: t('work.views.title'),
    body: (
      <div class="stack">
        <Trail t={t} />
        <ViewSaid context={context} />
        <h1>{t('work.views.title')}</h1>
        <p class="lead">{t('work.views.about')}</p>
        {views.length === 0 ? (
          <EmptyState title={t('work.views.none.title')}>
            <p>{t('work.views.none.body')}</p>
          </EmptyState>
        ) : null}
        {views.map((each) => (
          <ViewCard key={each.id} view={each} context={context} />
        ))}
      </div>
    ),
  }),
})

function ViewSaid({ context: { t, query, csrfToken } }: { context: Context }) {
  const { said, view = '' } = query
  if (said === 'removed')
    return (
      <Alert kind="good" live title={t('work.views.removed')}>
        <FormShell action={officePaths.putViewBack({ view })} csrfToken={csrfToken()} class="inline-form">
          <Button look="quiet">{t('work.views.put-back')}</Button>
        </FormShell>
      </Alert>
    )
  const kind = said === 'too-many' ? 'warn' : 'good'
  if (said !== 'saved' && said !== 'too-many' && said !== 'back') return null
  return (
    <Alert kind={kind} live>
      <p>{t(`work.views.said.${said}`)}</p>
    </Alert>
  )
}

function ViewCard({ view: { id, name, queue, filters, isFirst }, context }: { view: SavedView; context: Context }) {
  const { t, services } = context
  const words = [queueWords(t, services.agency, { id: queue }).title, ...filterWords(t, services.agency, filters)]
  return (
    <section class="card">
      <h2 dir="auto">{name}</h2>
      <p>{words.join(' · ')}</p>
      {isFirst ? <p class="muted">{t('work.view.is-first')}</p> : null}
      <ButtonRow>
        <ButtonLink href={queueHref(queue, filters, { view: id })} look="quiet">
          {t('officer.queues.open')} <HiddenWords>{name}</HiddenWords>
        </ButtonLink>
        <ButtonLink href={officePaths.view({ view: id })} look="plain">
          {t('work.view.change')} <HiddenWords>{name}</HiddenWords>
        </ButtonLink>
      </ButtonRow>
    </section>
  )
}

/** `/views/<view>`: **Save** another name, show it first or no longer, and **Remove** it. */
export const viewPage = page({
  path: officePaths.view,
  access: staffWho('see-queues'),
  audit: records(changeView),
  load: async (context) => (await context.read(ownView, context.params)) ?? notFound,
  fields: { name: nameField, first: firstField },
  view: ({ t, model, form, context }) => ({
    title: t('work.view.title'),
    body: (
      <>
        <Trail t={t} words={t('work.view.title')} />
        <FormPage t={t} form={form} title={t('work.view.title')}>
          <Card plate>
            <FormShell action={officePaths.view(context.params)} csrfToken={context.csrfToken()}>
              <TextField
                name="name"
                label={t('work.view.name')}
                hint={t('work.view.name.hint')}
                value={form.errors.length > 0 ? form.value('name') : model.name}
                error={form.error('name')}
                autocomplete="off"
              />
              <FirstChoice t={t} isFirst={form.errors.length > 0 ? form.values('first').includes('yes') : model.isFirst} />
              <Button>{t('work.view.save')}</Button>
            </FormShell>
          </Card>
          <FormShell action={officePaths.removeView(context.params)} csrfToken={context.csrfToken()} class="inline-form">
            <Button look="quiet">{t('work.view.remove')}</Button>
          </FormShell>
        </FormPage>
      </>
    ),
  }),
  submit: {
    operation: changeView,
    input: ({ name, first }, { params }) => ({ view: params.view, name, isFirst: first.includes('yes') }),
    shows: { 'unknown-view': () => notFound },
    then: () => seeOther(`${officePaths.views()}?said=saved`),
  },
})

const pressed = {
  access: staffWho('see-queues'),
  back: toViews,
}

export const removeViewAction = action({
  ...pressed,
  path: officePaths.removeView,
  audit: records(removeView),
  submit: {
    operation: removeView,
    input: (_values, { params }) => params,
    shows: { 'unknown-view': toViews, 'not-allowed': toViews, 'too-many-attempts': toViews },
    then: ({ view }) => seeOther(`${officePaths.views()}?said=removed&view=${view}`),
  },
})

export const putViewBackAction = action({
  ...pressed,
  path: officePaths.putViewBack,
  audit: records(putViewBack),
  submit: {
    operation: putViewBack,
    input: (_values, { params }) => params,
    shows: {
      'unknown-view': toViews,
      'too-many-views': () => seeOther(`${officePaths.views()}?said=too-many`),
      'not-allowed': toViews,
      'too-many-attempts': toViews,
    },
    then: () => seeOther(`${officePaths.views()}?said=back`),
  },
})

const filtersIn = ({ services, query }: Pick<Context, 'services' | 'query'>) => filtersFrom(services.agency, (name) => query[name])
const toQueue = (said: string) => (context: Context<{ queue: string }>) => seeOther(queueHref(context.params.queue, filtersIn(context), { said }))

/** **Keep this view**, pressed on a queue; the address says how it is filtered. */
export const keepViewAction = action({
  path: officePaths.keepView,
  access: staffWho('see-queues'),
  audit: records(keepView),
  fields: { idempotencyKey: pressField, name: nameField, first: firstField },
  back: toQueue('no-name'),
  submit: {
    operation: keepView,
    input: ({ idempotencyKey, name, first }, context) => ({ press: idempotencyKey, name, queue: context.params.queue, filters: filtersIn(context), isFirst: first.includes('yes') }),
    shows: {
      'unknown-queue': () => notFound,
      'too-many-views': toQueue('too-many-views'),
      'not-allowed': () => seeOther(officePaths.front()),
      'too-many-attempts': toQueue('too-many-views'),
    },
    then: ({ view }, context) => seeOther(queueHref(context.params.queue, filtersIn(context), { said: 'kept', view })),
  },
})
