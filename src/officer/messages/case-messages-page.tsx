import { FormPage } from '../../accounts/index.ts'
import { agencyText } from '../../agency/index.ts'
import { messageCharactersMost, SearchForm, SearchResults, sealTerm, termCharactersMost } from '../../correspondence/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField, pressField, textField } from '../../platform/http/field.ts'
import { type Context, endpoint, type FormState, page, records, recordsNothing } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import { newId } from '../../platform/ids.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, Button, Card, FormShell, idempotencyFieldName, NumberText, Select, TextArea } from '../../ui/index.ts'
import { mayDo } from '../may.ts'
import { staffWho } from '../sessions/access.ts'
import { CaseMessages } from './case-messages.tsx'
import { messagesOfFile } from './list-messages.ts'
import { beginMessages } from './message-acts.ts'
import { CannedReplies, cannedText } from './thread-parts.tsx'

type MessagesContext = Context<{ receiptNumber: string }>

const toCase = ({ params }: Pick<MessagesContext, 'params'>) => seeOther(officePaths.case(params))

function BeginForm({ t, context, form }: { t: Text; context: MessagesContext; form: FormState }) {
  const { agency } = context.services
  if (!mayDo(context.actor, 'answer-messages')) return null
  const action = officePaths.caseMessages(context.params)
  return (
    <Card title={t('messages.office.begin.title')} plate>
      <CannedReplies t={t} context={context} action={action} />
      <FormShell action={action} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
        <Select
          name="topic"
          label={t('messages.topic')}
          prompt={t('messages.topic.prompt')}
          options={agency.messages.topics.map((value) => ({ value, label: agencyText(agency, t, 'messages', `topic.${value}`) }))}
          value={form.value('topic')}
          error={form.error('topic')}
        />
        <TextArea
          name="text"
          label={t('messages.text')}
          hint={t('messages.office.text.hint', { most: t.number(messageCharactersMost) })}
          value={form.errors.length > 0 ? form.value('text') : cannedText({ t, context })}
          error={form.error('text')}
          rows={8}
        />
        <Button>{t('messages.office.begin.send')}</Button>
      </FormShell>
    </Card>
  )
}

/** `/cases/<receipt number>/messages`, for who opened the file: its conversations, a search in them, and a new one. */
export const caseMessagesPage = page({
  path: officePaths.caseMessages,
  access: staffWho('read-messages'),
  audit: records(beginMessages),
  load: async (context: MessagesContext) => {
    const found = await context.read(messagesOfFile, { receiptNumber: context.params.receiptNumber, find: context.query.find })
    if (!found) return notFound
    return found.state === 'closed' ? toCase(context) : found
  },
  fields: {
    topic: textField({ empty: 'messages.topic.empty', most: 60 }),
    text: longTextField({ empty: 'messages.office.begin.empty', most: messageCharactersMost }),
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const { receiptNumber } = context.params
    const title = t('messages.office.case.title')
    return {
      title,
      body: (
        <>
          <Breadcrumb t={t} trail={[{ words: t('officer.case.crumb'), href: officePaths.case({ receiptNumber }) }, { words: title }]} />
          <FormPage t={t} form={form} title={title}>
            <p class="muted">
              <NumberText t={t} kind="receipt" value={receiptNumber} />
            </p>
            <div class="stack">
              {model.found ? <SearchResults t={t} agency={agency} found={model.found} hrefOf={(thread) => officePaths.messageThread({ receiptNumber, thread })} /> : null}
              <CaseMessages t={t} agency={agency} receiptNumber={receiptNumber} threads={model.threads} />
              {model.threads.length > 0 ? (
                <div>
                  <SearchForm t={t} action={officePaths.searchCaseMessages({ receiptNumber })} csrfToken={context.csrfToken()} term={model.found?.term ?? ''} />
                  <p class="muted">{t('messages.office.search.about')}</p>
                </div>
              ) : null}
              <BeginForm t={t} context={context} form={form} />
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: beginMessages,
    input: ({ topic, text, [idempotencyFieldName]: press }, { params }) => ({ ...params, topic, text, press: press as string }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'unknown-topic': { at: 'topic', key: 'messages.topic.empty' },
    },
    then: ({ thread }, { params }) => seeOther(`${officePaths.messageThread({ ...params, thread })}?said=answered`),
  },
})

/** Seals what is searched for, and leads back with it; whether the file is open the page asks. */
export const searchCaseMessagesEndpoint = endpoint({
  path: officePaths.searchCaseMessages,
  method: 'POST',
  access: staffWho('read-messages'),
  audit: recordsNothing('the opening of the file is on record'),
  async run({ params, actor, services }, { posted }) {
    const term = postedText(posted, 'term').trim().slice(0, termCharactersMost)
    const back = officePaths.caseMessages(params)
    return seeOther(term === '' ? back : `${back}?${new URLSearchParams({ find: sealTerm(services.keys, String(actor.id), term) })}`)
  },
})
