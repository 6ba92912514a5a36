import { applicant, FormPage } from '../../accounts/index.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField, longTextField, textField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, FormShell, Panel, RadioGroup, TextArea } from '../../ui/index.ts'
import { afterDeclining, askForChanges, declinePrepared } from './answer-package.ts'
import { ownPrepared, type Prepared } from './own-prepared.ts'
import type { OfPackage } from './read-package.ts'

type AtPreparation = { preparation: string }
type AtDocument = AtPreparation & { which: string }
type Model = { readonly prepared: Prepared; readonly shown: string }

const documentOf = (document: string): OfPackage | null => (document === 'form' || document === 'appearance' ? document : null)

/** A package that stands and was not filed; else back to how things stand. */
async function openStanding(context: Context<AtPreparation>): Promise<Model | Answer> {
  const prepared = await context.read(ownPrepared, { preparation: context.params.preparation })
  if (!prepared) return notFound
  const { its, stands } = prepared
  const { preparation } = context.params
  return stands && !its.ended_at && !its.filed_at ? { prepared, shown: stands.id } : seeOther(paths.prepared({ preparation }))
}

const shownField = textField({ empty: 'filing.sign.changed', most: 64 })
const reasonField = longTextField({ empty: 'prepared.reason.empty' })
const back = ({ params }: { params: AtPreparation }) => seeOther(paths.prepared({ preparation: params.preparation }))

/** **Ask for changes**: what to change, in the client's words. */
export const askForChangesPage = page({
  path: paths.askForChanges,
  access: applicant,
  audit: records(askForChanges),
  load: openStanding,
  fields: { shown: shownField, reason: reasonField },
  view: ({ t, model, form, context }) => ({
    title: t('prepared.changes.title'),
    body: (
      <FormPage t={t} form={form} title={t('prepared.changes.title')}>
        <p>{t('prepared.changes.lead')}</p>
        <FormShell action={paths.askForChanges(context.params)} csrfToken={context.csrfToken()} class="card form">
          <input type="hidden" name="shown" value={form.value('shown') || model.shown} />
          <TextArea name="reason" label={t('prepared.changes.label')} hint={t('prepared.changes.hint')} value={form.value('reason')} error={form.error('reason')} />
          <p>{t('prepared.changes.voids')}</p>
          <ButtonRow>
            <Button>{t('prepared.changes.button')}</Button>
            <ButtonLink href={paths.prepared(context.params)} look="quiet">
              {t('prepared.back')}
            </ButtonLink>
          </ButtonRow>
        </FormShell>
      </FormPage>
    ),
  }),
  submit: {
    operation: askForChanges,
    input: (values, { params }) => ({ ...params, ...values }),
    shows: { 'not-standing': back },
    then: (_asked, context) => back(context),
  },
})

async function openToDecline(context: Context<AtDocument>): Promise<(Model & { readonly of: OfPackage }) | Answer> {
  const of = documentOf(context.params.which)
  if (!of) return notFound
  const open = await openStanding(context)
  if ('answer' in open) return open
  return of === 'form' && open.prepared.its.form === null ? notFound : { ...open, of }
}

/** **Decline** one of the documents, with a reason; without the notice the form can stay as a draft of the client's own. */
export const declinePage = page({
  path: paths.declinePrepared,
  access: applicant,
  audit: records(declinePrepared),
  load: openToDecline,
  fields: { shown: shownField, reason: reasonField, then: choiceField(afterDeclining, { empty: 'prepared.decline.then.empty' }) },
  view: ({ t, model, form, context }) => {
    const { preparation } = context.params
    const asksForForm = model.of === 'appearance' && model.prepared.its.form !== null
    const title = t(`prepared.decline.title.${model.of}`)
    return {
      title,
      body: (
        <FormPage t={t} form={form} title={title}>
          <p>{t(`prepared.decline.lead.${model.of}`)}</p>
          <FormShell action={paths.declinePrepared({ preparation, which: model.of })} csrfToken={context.csrfToken()} class="card form">
            <input type="hidden" name="shown" value={form.value('shown') || model.shown} />
            <TextArea name="reason" label={t('prepared.reason.label')} hint={t('prepared.reason.hint')} value={form.value('reason')} error={form.error('reason')} />
            {asksForForm ? (
              <RadioGroup
                name="then"
                label={t('prepared.decline.then')}
                options={afterDeclining.map((value) => ({ value, label: t(`prepared.decline.then.${value}`), hint: t(`prepared.decline.then.${value}.hint`) }))}
                value={form.value('then')}
                error={form.error('then')}
              />
            ) : (
              <input type="hidden" name="then" value="leave" />
            )}
            <Panel title={t('prepared.decline.after')}>
              <p>{t('prepared.decline.voids')}</p>
            </Panel>
            <ButtonRow>
              <Button look="danger">{t('prepared.decline')}</Button>
              <ButtonLink href={paths.prepared({ preparation })} look="quiet">
                {t('prepared.back')}
              </ButtonLink>
            </ButtonRow>
          </FormShell>
        </FormPage>
      ),
    }
  },
  submit: {
    operation: declinePrepared,
    input: (values, { params }) => ({ preparation: params.preparation, of: documentOf(params.which) ?? 'form', ...values }),
    shows: {
      'not-standing': back,
      'signed-already': { at: '', key: 'prepared.decline.signed-already' },
      'not-copied-yet': { at: 'then', key: 'prepared.decline.not-copied-yet' },
    },
    then: ({ draft }, context) => (draft ? seeOther(paths.draft({ draft })) : back(context)),
  },
})
