import { FormPage, signedIn } from '../../../accounts/index.ts'
import type { AgencyPack } from '../../../agency/index.ts'
import { formShortTitle, parseReceiptNumber } from '../../../cases/index.ts'
import { trayProblems } from '../../../evidence/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { pressField, textField } from '../../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../../platform/http/page.ts'
import { newId } from '../../../platform/ids.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Breadcrumb, Button, Card, EmptyState, ErrorSummary, FormShell, idempotencyFieldName, InstantText, NumberText, Pagination, Select, Table } from '../../../ui/index.ts'
import { type OwnThreads, ownThreads, threadsAPage } from '../own-threads.ts'
import { beginThread } from '../write-message.ts'
import { AttachFiles } from './attach-files.tsx'
import { filesNotSent, messageField, MessageInput, trayField } from './message-fields.tsx'
import { SearchForm, SearchResults } from './search-parts.tsx'
import { ThreadState, topicWords, WhenAnswered } from './message-parts.tsx'

type MessagesContext = Context<{ receiptNumber: string }>
type Shown = { t: Text; agency: AgencyPack; model: OwnThreads }

const pageOf = ({ query }: Pick<MessagesContext, 'query'>) => Math.max(1, Math.min(1000, Number.parseInt(query.page ?? '1', 10) || 1))

function Threads({ t, agency, model, current }: Shown & { current: number }) {
  const { receiptNumber } = model.case
  if (model.total === 0)
    return (
      <EmptyState title={t('messages.none.title')}>
        <p>{t('messages.none.about')}</p>
      </EmptyState>
    )
  return (
    <Card>
      <Table
        caption={t('messages.list')}
        head={(['topic', 'state', 'messages', 'newest'] as const).map((name) => t(`messages.head.${name}`))}
        numeric={[2]}
        rows={model.threads.map(({ id, topic, state, unread, messages, lastAt }) => [
          <a key="topic" href={paths.messageThread({ receiptNumber, thread: id })}>
            {topicWords(agency, t, topic)}
          </a>,
          <ThreadState key="state" t={t} state={state} unread={unread} />,
          t.number(messages),
          <InstantText key="newest" t={t} at={lastAt} />,
        ])}
      />
      <Pagination t={t} current={current} of={Math.ceil(model.total / threadsAPage)} hrefOf={(each) => `${paths.messages({ receiptNumber })}?page=${each}`} />
    </Card>
  )
}

function WriteForm({ t, agency, model, form, csrfToken }: Shown & { form: FormState; csrfToken: string }) {
  return (
    <Card title={t('messages.write')} plate>
      <FormShell action={paths.messages({ receiptNumber: model.case.receiptNumber })} csrfToken={csrfToken} idempotencyKey={newId()}>
        <input type="hidden" name="tray" value={model.filled?.tray.id ?? ''} />
        <Select
          name="topic"
          label={t('messages.topic')}
          prompt={t('messages.topic.prompt')}
          options={agency.messages.topics.map((value) => ({ value, label: topicWords(agency, t, value) }))}
          value={form.value('topic')}
          error={form.error('topic')}
        />
        <MessageInput t={t} form={form} />
        <Button>{t('messages.send')}</Button>
      </FormShell>
      <WhenAnswered t={t} agency={agency} />
    </Card>
  )
}

/** `/cases/<receipt number>/messages`: the conversations about a case, and a new one. Anybody else's case is answered like one that does not exist. */
export const messagesPage = page({
  path: paths.messages,
  access: signedIn,
  audit: records(beginThread),
  load: async (context: MessagesContext) => {
    const parsed = parseReceiptNumber(context.params.receiptNumber, context.services.agency.receipts.prefixes)
    if (!parsed.ok) return notFound
    return (await context.read(ownThreads, { receiptNumber: parsed.number, page: pageOf(context), find: context.query.find })) ?? notFound
  },
  fields: {
    topic: textField({ empty: 'messages.topic.empty', most: 60 }),
    text: messageField,
    tray: trayField,
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const { receiptNumber } = model.case
    return {
      title: t('messages.title'),
      script: model.filled ? 'uploads.js' : undefined,
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('ui.nav.account'), href: paths.account() },
              { words: t('messages.crumb.case'), href: paths.case({ receiptNumber }) },
              { words: t('messages.title') },
            ]}
          />
          {model.filled && form.errors.length === 0 ? <ErrorSummary t={t} errors={trayProblems({ t, agency, filled: model.filled, query: context.query })} /> : null}
          <FormPage t={t} form={form} title={t('messages.title')}>
            <p class="muted">
              {formShortTitle(agency, t, model.case.form)} · <NumberText t={t} kind="receipt" value={receiptNumber} />
            </p>
            <div class="stack">
              {model.found ? <SearchResults t={t} agency={agency} found={model.found} hrefOf={(thread) => paths.messageThread({ receiptNumber, thread })} /> : null}
              <Threads t={t} agency={agency} model={model} current={pageOf(context)} />
              {model.total > 0 ? <SearchForm t={t} action={paths.searchMessages({ receiptNumber })} csrfToken={context.csrfToken()} term={model.found?.term ?? ''} /> : null}
              <AttachFiles t={t} filled={model.filled} context={context} action={paths.gatherForMessage({ receiptNumber })} />
              <WriteForm t={t} agency={agency} model={model} form={form} csrfToken={context.csrfToken()} />
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: beginThread,
    input: ({ topic, text, tray, [idempotencyFieldName]: press }, _context, model) => ({
      receiptNumber: model.case.receiptNumber,
      topic,
      text,
      tray,
      press: press as string,
    }),
    shows: {
      'unknown-case': () => notFound,
      'unknown-topic': { at: 'topic', key: 'messages.topic.empty' },
      ...filesNotSent,
      'too-many-attempts': { at: '', key: 'messages.too-many' },
    },
    then: ({ thread }, _context, model) => seeOther(`${paths.messageThread({ receiptNumber: model.case.receiptNumber, thread })}?sent=yes`),
  },
})
