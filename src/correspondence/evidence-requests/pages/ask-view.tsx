import type { AgencyPack } from '../../../agency/index.ts'
import { TrayFiles } from '../../../evidence/index.ts'
import type { FormState } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, AutosaveStatus, Button, ButtonLink, ButtonRow, Card, CheckboxGroup, FormShell, InstantText, TextArea } from '../../../ui/index.ts'
import { answerCharactersMost } from '../request.ts'
import { answerMark } from '../typed-answer.ts'
import type { AskContext, AskModel } from './ask-page.tsx'
import { askShown } from '../request-words.ts'
import { GatheredFiles } from './gathered-files.tsx'
import { viewerOf } from './request-parts.tsx'

type AskProps = { t: Text; agency: AgencyPack; model: AskModel; form: FormState; context: AskContext }

function WhatIsAsked({ t, agency, model: { ask } }: Pick<AskProps, 't' | 'agency' | 'model'>) {
  const { about, counts, words } = askShown(agency, t, ask)
  return (
    <Card>
      {about ? <p>{about}</p> : null}
      {words && about ? <h2>{t('requests.ask.officer')}</h2> : null}
      {words ? (
        <p class="preserved" dir="auto">
          {words}
        </p>
      ) : null}
      {counts ? (
        <>
          <h2>{t('requests.ask.counts')}</h2>
          <p>{counts}</p>
        </>
      ) : null}
    </Card>
  )
}

function Saved({ t, model: { ask, case: on }, form, context }: Pick<AskProps, 't' | 'model' | 'form' | 'context'>) {
  if (!ask.answer || form.errors.length > 0) return null
  const here = on.role === 'representative' ? 'representative' : 'person'
  const by = ask.answer.side === here ? 'by' : ask.answer.side
  return (
    <>
      {context.query.saved === 'yes' ? (
        <Alert kind="good" live>
          <p>{t('requests.ask.saved')}</p>
        </Alert>
      ) : null}
      <p class="muted">{t.rich(`requests.ask.saved.${by}`, { at: <InstantText t={t} at={ask.answer.savedAt} /> })}</p>
    </>
  )
}

const isShownAgain = (form: FormState) => form.errors.length > 0 || form.parked

/** What one typed before and did not save stands in the form, and is no answer yet. */
function TypedBefore({ t, model: { ask }, form }: Pick<AskProps, 't' | 'model' | 'form'>) {
  return ask.isUnsaved && !isShownAgain(form) ? <Alert kind="info">{t('requests.ask.typed')}</Alert> : null
}

/** What is saved, beside what one typed over it: somebody else may have saved while one wrote. */
function Meanwhile({ t, model: { ask }, form }: Pick<AskProps, 't' | 'model' | 'form'>) {
  const own = isShownAgain(form) ? form.value('text') : ask.isUnsaved ? ask.typed?.text : undefined
  if (own === undefined || !ask.answer || ask.answer.text === '' || ask.answer.text === own) return null
  return (
    <Card title={t(form.errors.length > 0 ? 'requests.ask.meanwhile' : 'requests.ask.saved.before')}>
      <p class="preserved" dir="auto">
        {ask.answer.text}
      </p>
    </Card>
  )
}

function AnswerForm({ t, model, form, context }: Omit<AskProps, 'agency'>) {
  const { ask } = model
  const { keys } = context.services
  const again = isShownAgain(form)
  const shown = again ? { text: form.value('text'), lacks: form.values('lacks').length > 0 } : (ask.typed ?? ask.answer)
  const at = { ask: ask.id, account: context.actor.id as string }
  const most = t.number(answerCharactersMost)
  return (
    <FormShell action={paths.requestAsk(context.params)} csrfToken={context.csrfToken()}>
      <input type="hidden" name="version" value={ask.answer?.version ?? 0} />
      <TextArea
        name="text"
        label={t(ask.files ? 'requests.ask.text.files' : 'requests.ask.text')}
        hint={t(ask.files ? 'requests.ask.text.hint.files' : 'requests.ask.text.hint', { most })}
        value={shown?.text}
        error={form.error('text')}
        rows={8}
      />
      {ask.files ? <CheckboxGroup name="lacks" label={t('requests.ask.lacks')} options={[{ value: 'yes', label: t('requests.ask.lacks.yes') }]} values={shown?.lacks ? ['yes'] : []} error={form.error('lacks')} /> : null}
      <AutosaveStatus t={t} to={paths.typedAsk(context.params)} mark={answerMark(keys, at, ask.answer?.version ?? 0, ask.typed)} of="answer" unkept={again} />
      <Button>{t('requests.ask.save')}</Button>
    </FormShell>
  )
}

/** Back to the list, or on to what comes next. */
function Onward({ t, agency, model, context }: Omit<AskProps, 'form'>) {
  const { receiptNumber, request } = context.params
  const next = model.asks.find(({ ordinal, isAnswered }) => ordinal > model.ask.ordinal && !isAnswered)
  return (
    <ButtonRow>
      {next ? (
        <ButtonLink href={paths.requestAsk({ receiptNumber, request, ask: next.id })} look="quiet">
          {t('requests.ask.next', { title: askShown(agency, t, next).title })}
        </ButtonLink>
      ) : null}
      <ButtonLink href={paths.request({ receiptNumber, request })} look="quiet">
        {t('requests.ask.back')}
      </ButtonLink>
    </ButtonRow>
  )
}

/** What others on the case have added for it: it goes with the same answer, and only they take it away. */
function OthersFiles({ t, agency, model }: Pick<AskProps, 't' | 'agency' | 'model'>) {
  const files = model.ask.gathered?.files.filter(({ isOwn }) => !isOwn) ?? []
  if (files.length === 0) return null
  const label = t('requests.files.of', { title: askShown(agency, t, model.ask).title })
  return (
    <Card title={t('requests.files.others')}>
      <p>{t('requests.files.others.about')}</p>
      <GatheredFiles t={t} receiptNumber={model.request.receiptNumber} files={files} viewer={viewerOf(model)} label={label} />
    </Card>
  )
}

/** The files for it: added one by one or many at once; only who added one takes it away. */
function AskFiles({ t, agency, model, context }: Omit<AskProps, 'form'>) {
  if (!model.tray) return null
  return (
    <TrayFiles
      t={t}
      agency={agency}
      csrfToken={context.csrfToken()}
      filled={model.tray}
      query={context.query}
      now={model.now}
      words={() => ({ document: t(model.ask.files ? 'requests.files.label' : 'requests.files.label.optional') })}
    />
  )
}

export function AskView(props: AskProps) {
  return (
    <div class="stack">
      <WhatIsAsked {...props} />
      <Saved {...props} />
      <AskFiles {...props} />
      <OthersFiles {...props} />
      <TypedBefore {...props} />
      <Meanwhile {...props} />
      <AnswerForm {...props} />
      <Onward {...props} />
    </div>
  )
}
