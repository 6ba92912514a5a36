import { agencyText } from '../../agency/index.ts'
import { asksFor, asksMost, askShown, type DraftAsk, type RequestDraft } from '../../correspondence/index.ts'
import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Button, ButtonRow, Card, CheckboxGroup, FormShell, RadioGroup, TextArea, TextField } from '../../ui/index.ts'
import { AskFields } from './ask-fields.tsx'
import type { ComposeContext, ComposeModel } from './compose-page.tsx'
import { askControl } from './draft-field.ts'
import { TemplateChoice, templateText } from '../templates/template-choice.tsx'

type ComposeProps = { t: Text; model: ComposeModel; form: FormState; context: ComposeContext }

/** The request as the form has it: as it was typed where something is wrong, else as it was kept. */
function shownDraft({ model, form }: Pick<ComposeProps, 'model' | 'form'>): RequestDraft {
  if (form.errors.length === 0 && !form.parked) return model.draft ?? { kind: '', words: { opening: '', grounds: '' }, asks: [] }
  const places = Array.from({ length: asksMost }, (_, index) => index).filter((index) => form.values(askControl(index, 'place')).length > 0)
  const asks = places.map((index): DraftAsk => {
    const value = (part: 'code' | 'title' | 'words') => form.value(askControl(index, part))
    return { code: value('code') || null, files: form.value(askControl(index, 'files')) === 'yes', title: value('title'), words: value('words') }
  })
  return { kind: form.value('kind'), words: { opening: form.value('opening'), grounds: form.value('grounds') }, asks }
}

function Said({ t, model, form, context }: ComposeProps) {
  return (
    <>
      {context.query.saved === 'yes' && form.errors.length === 0 ? (
        <Alert kind="good" live>
          <p>{t('office-requests.saved')}</p>
        </Alert>
      ) : null}
      {context.query.said === 'changed' ? (
        <Alert kind="warn" live>
          <p>{t('office-requests.changed-before-sending')}</p>
        </Alert>
      ) : null}
      {model.draft && model.savedBy ? <p class="muted">{t('office-requests.saved-by', { name: model.savedBy, at: t.instant(model.draft.savedAt) })}</p> : null}
      {model.open ? (
        <Alert kind="warn">
          <p>
            {t('office-requests.open-already')} <a href={officePaths.request({ receiptNumber: model.receiptNumber, request: model.open.id })}>{t('office-requests.open-already.see')}</a>
          </p>
        </Alert>
      ) : null}
    </>
  )
}

/** What a colleague saved while one wrote: both texts are there, and nothing is lost. */
function Meanwhile({ t, model, form }: ComposeProps) {
  const { draft } = model
  if (form.errors.length === 0 || !draft || Number(form.value('version') || draft.version) === draft.version) return null
  return (
    <Card title={t('office-requests.meanwhile')}>
      {[draft.words.opening, draft.words.grounds].filter(Boolean).map((text) => (
        <p key={text} class="preserved" dir="auto">
          {text}
        </p>
      ))}
      <ol>
        {draft.asks.map((ask, index) => (
          <li key={index}>
            {askShown(model.agency, t, { code: ask.code, words: ask }).title}
            {ask.words ? (
              <p class="preserved" dir="auto">
                {ask.words}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function KindAndWords({ t, model, form, draft }: ComposeProps & { draft: RequestDraft }) {
  const { agency } = model
  const words = (code: string, part: string) => agencyText(agency, t, 'requests', `kind.${code}${part}`)
  return (
    <>
      <RadioGroup
        name="kind"
        label={t('office-requests.kind')}
        options={agency.evidenceRequests.kinds.map(({ code, days, formDays }) => ({
          value: code,
          label: words(code, '.short'),
          hint: t('office-requests.kind.days', { about: words(code, '.about'), days: formDays?.[model.form] ?? days }),
        }))}
        value={draft.kind}
        error={form.error('kind')}
      />
      <TextArea
        name="grounds"
        label={t('office-requests.grounds')}
        hint={t('office-requests.grounds.hint')}
        note={t('office-requests.grounds.note')}
        value={draft.words.grounds}
        error={form.error('grounds')}
        rows={6}
      />
      <TextArea name="opening" label={t('office-requests.opening')} hint={t('office-requests.opening.hint')} note={t('office-requests.optional')} value={draft.words.opening} error={form.error('opening')} rows={4} />
    </>
  )
}

/** What can still be added: the rest of the agency's list for this form, and an ask of the officer's own. */
function More({ t, model, form, draft }: ComposeProps & { draft: RequestDraft }) {
  const rest = asksFor(model.agency, model.form).filter(({ code }) => !draft.asks.some((ask) => ask.code === code))
  const words = (code: string, part: string) => agencyText(model.agency, t, 'requests', `ask.${code}.${part}`)
  return (
    <>
      <h2>{t('office-requests.more')}</h2>
      {rest.length === 0 ? null : (
        <CheckboxGroup
          name="add"
          label={t('office-requests.library')}
          hint={t('office-requests.library.hint')}
          options={rest.map(({ code }) => ({ value: code, label: words(code, 'title'), hint: words(code, 'counts') }))}
          values={form.values('add')}
          error={form.error('add')}
        />
      )}
      <h3>{t('office-requests.own')}</h3>
      <TextField name="own-title" label={t('office-requests.own.title')} note={t('office-requests.optional')} value={form.value('own-title')} error={form.error('own-title')} />
      <TextArea name="own-words" label={t('office-requests.own.words')} note={t('office-requests.optional')} value={form.value('own-words')} error={form.error('own-words')} rows={3} />
      <CheckboxGroup name="own-files" label={t('office-requests.own.answered')} options={[{ value: 'yes', label: t('office-requests.own.files') }]} values={form.values('own-files')} />
    </>
  )
}

export function ComposeView(props: ComposeProps) {
  const { t, model, form, context } = props
  const kept = shownDraft(props)
  const opening = form.errors.length === 0 && !form.parked ? templateText({ t, context, act: 'request' }) : ''
  const draft = opening ? { ...kept, words: { ...kept.words, opening } } : kept
  return (
    <div class="stack">
      <p class="lead">{t('office-requests.about')}</p>
      <Said {...props} />
      <Meanwhile {...props} />
      <TemplateChoice t={t} context={context} act="request" action={officePaths.composeRequest(context.params)} />
      <FormShell action={officePaths.composeRequest(context.params)} csrfToken={context.csrfToken()}>
        <input type="hidden" name="version" value={model.draft?.version ?? 0} />
        <KindAndWords {...props} draft={draft} />
        {draft.asks.length > 0 ? <h2>{t('office-requests.asks')}</h2> : null}
        {draft.asks.map((ask, index) => (
          <AskFields key={index} t={t} agency={model.agency} ask={ask} index={index} of={draft.asks.length} form={form} />
        ))}
        <More {...props} draft={draft} />
        <ButtonRow>
          <Button name="next" value="preview">
            {t('office-requests.save-and-preview')}
          </Button>
          <Button look="quiet" name="next" value="here">
            {t('office-requests.save')}
          </Button>
        </ButtonRow>
      </FormShell>
    </div>
  )
}
