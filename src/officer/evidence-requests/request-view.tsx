import type { AgencyPack } from '../../agency/index.ts'
import { AskWhole, askShown, DueText, isAnswered, leftWords, type OfficeRequest } from '../../correspondence/index.ts'
import { fileFacts } from '../../evidence/index.ts'
import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, FactsList, FormShell, InstantText, Tag, TextArea } from '../../ui/index.ts'
import { mayDo } from '../may.ts'
import type { RequestOfFile } from './composing.ts'
import type { RequestContext } from './request-page.tsx'

type ViewProps = { t: Text; agency: AgencyPack; model: RequestOfFile; form: FormState; context: RequestContext }

const stateTags = { open: 'wait', answered: 'good', lapsed: 'act', withdrawn: 'plain' } as const

export const OfficeStateTag = ({ t, state }: { t: Text; state: OfficeRequest['request']['state'] }) => <Tag kind={stateTags[state]}>{t(`office-requests.state.${state}`)}</Tag>

function HowItStands({ t, model }: Pick<ViewProps, 't' | 'model'>) {
  const { request, sentByName, why, now } = model
  const { state, sentAt, dueAt, endedAt, way, answeredSide, isPartial, isLate, endedWith } = request
  const ended = endedAt ? [{ name: t(`office-requests.fact.${state as 'answered'}`), value: <InstantText t={t} at={endedAt} /> }] : []
  const by = answeredSide ? [{ name: t('office-requests.fact.by'), value: t(`requests.copy.by.${answeredSide}`) }] : []
  const paper = way === 'paper' ? [{ name: t('office-requests.fact.way'), value: t(isLate ? 'office-requests.paper.late' : 'office-requests.paper') }] : []
  return (
    <Card title={t('office-requests.stands')}>
      <p>
        <OfficeStateTag t={t} state={state} /> {isPartial ? <Tag kind="act">{t('office-requests.part')}</Tag> : null}
      </p>
      <FactsList
        facts={[
          { name: t('office-requests.fact.sent'), value: t.rich('office-requests.fact.sent-by', { at: <InstantText t={t} at={sentAt} />, name: sentByName }) },
          { name: t('office-requests.fact.due'), value: <DueText t={t} at={dueAt} /> },
          ...(state === 'open' ? [{ name: t('office-requests.fact.left'), value: leftWords(t, dueAt, now) }] : []),
          ...ended,
          ...by,
          ...paper,
          ...(endedWith ? [{ name: t('office-requests.ended-with'), value: t(`office-requests.ended-with.${endedWith}`) }] : []),
          ...(why ? [{ name: t('office-requests.withdraw.why'), value: why }] : []),
        ]}
      />
    </Card>
  )
}

function Words({ t, model }: Pick<ViewProps, 't' | 'model'>) {
  const { grounds, opening } = model.request.words
  const said = [
    { title: t('requests.grounds.title'), text: grounds },
    { title: t('requests.words.title'), text: opening },
  ].filter(({ text }) => text !== '')
  return (
    <>
      {said.map(({ title, text }) => (
        <Card key={title} title={title}>
          <p class="preserved" dir="auto">
            {text}
          </p>
        </Card>
      ))}
    </>
  )
}

/** The files of an answer, each as a download once its copy for other eyes is made. */
function AnswerFiles({ t, model, ask }: Pick<ViewProps, 't' | 'model'> & { ask: RequestOfFile['asks'][number] }) {
  const { receiptNumber } = model.request
  if (ask.sent.length === 0) return null
  return (
    <ul class="plain-list" aria-label={t('office-requests.files')}>
      {ask.sent.map((file) => {
        const name = <bdi>{file.name}</bdi>
        return (
          <li key={file.id}>
            {file.isShown ? <a href={officePaths.evidenceFile({ receiptNumber, file: file.id })}>{name}</a> : name}{' '}
            <span class="muted">{file.isShown ? fileFacts(t, file) : t('officer.evidence.not-ready')}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** What was asked, and beside it what was answered. */
function AskAndAnswer({ t, agency, model, ask }: Pick<ViewProps, 't' | 'agency' | 'model'> & { ask: RequestOfFile['asks'][number] }) {
  const { answer } = ask
  const isSent = model.request.state === 'answered' && model.request.way === 'online'
  return (
    <Card title={t('requests.ask.title', { number: ask.ordinal, title: askShown(agency, t, ask).title })}>
      <div class="two">
        <div>
          <h3>{t('office-requests.asked')}</h3>
          <AskWhole t={t} agency={agency} ask={ask} />
        </div>
        <div>
          <h3>{t('office-requests.answer')}</h3>
          {!isSent ? <p class="muted">{t('office-requests.answer.not-here')}</p> : null}
          {isSent && !isAnswered(ask, ask.sent.length) ? <Tag kind="act">{t('office-requests.answer.none')}</Tag> : null}
          {answer?.lacks ? (
            <p>
              <Tag kind="wait">{t('office-requests.answer.lacks')}</Tag>
            </p>
          ) : null}
          {answer && answer.text !== '' ? (
            <p class="preserved" dir="auto">
              {answer.text}
            </p>
          ) : null}
          <AnswerFiles t={t} model={model} ask={ask} />
        </div>
      </div>
    </Card>
  )
}

function History({ t, model }: Pick<ViewProps, 't' | 'model'>) {
  return (
    <Card title={t('office-requests.history')}>
      <ul class="plain-list">
        {model.events.map(({ what, at, due_from, due_to }) => (
          <li key={`${what} ${at}`}>
            {what === 'deadline-moved' && due_from && due_to
              ? t.rich('office-requests.history.deadline-moved', { from: <DueText t={t} at={due_from} />, to: <DueText t={t} at={due_to} /> })
              : t(`office-requests.history.${what as 'sent'}`)}
            <br />
            <span class="muted">
              <InstantText t={t} at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What can still be done with it: taken back while it waits, noted once no answer came. */
function Acts({ t, model, form, context }: Omit<ViewProps, 'agency'>) {
  if (!mayDo(context.actor, 'ask-for-evidence')) return null
  const { state } = model.request
  if ((state === 'lapsed' || state === 'answered') && !model.isSeen)
    return (
      <Card title={t(`office-requests.note.${state}.title`)} plate>
        <p>{t(`office-requests.note.${state}.about`)}</p>
        <FormShell action={officePaths.noteSeen(context.params)} csrfToken={context.csrfToken()} class="inline-form">
          <Button>{t('office-requests.note')}</Button>
        </FormShell>
      </Card>
    )
  if (state !== 'open') return null
  return (
    <Card title={t('office-requests.withdraw.title')} plate>
      <p>{t('office-requests.withdraw.about')}</p>
      <FormShell action={officePaths.request(context.params)} csrfToken={context.csrfToken()}>
        <TextArea name="why" label={t('office-requests.withdraw.why')} hint={t('office-requests.withdraw.hint')} value={form.value('why')} error={form.error('why')} rows={3} />
        <Button look="danger">{t('office-requests.withdraw')}</Button>
      </FormShell>
    </Card>
  )
}

export function RequestView(props: ViewProps) {
  return (
    <div class="stack">
      <HowItStands {...props} />
      <Words {...props} />
      {props.model.asks.map((ask) => (
        <AskAndAnswer key={ask.id} {...props} ask={ask} />
      ))}
      <Acts {...props} />
      <History {...props} />
    </div>
  )
}
