import { FormPage, signedIn } from '../../../accounts/index.ts'
import { parseReceiptNumber } from '../../../cases/index.ts'
import { trayProblems } from '../../../evidence/index.ts'
import { accountsOf } from '../../../platform/actor.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { pressField } from '../../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../../platform/http/page.ts'
import { newId } from '../../../platform/ids.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Breadcrumb, Button, ButtonRow, Card, ErrorSummary, FormShell, idempotencyFieldName, NumberText, PrintButton } from '../../../ui/index.ts'
import { markRead } from '../mark-read.ts'
import { type OwnThread, ownThread } from '../own-threads.ts'
import { writeOn } from '../write-message.ts'
import { AttachFiles } from './attach-files.tsx'
import { filesNotSent, messageField, MessageInput, trayField } from './message-fields.tsx'
import { MessageCard, ThreadState, topicWords, WhenAnswered } from './message-parts.tsx'

type ThreadContext = Context<{ receiptNumber: string; thread: string }>
type Shown = { t: Text; model: OwnThread; context: ThreadContext }

/** Opening a conversation is reading it: the agency sees that. */
async function opened(context: ThreadContext): Promise<OwnThread | typeof notFound> {
  const parsed = parseReceiptNumber(context.params.receiptNumber, context.services.agency.receipts.prefixes)
  const found = parsed.ok ? await context.read(ownThread, { receiptNumber: parsed.number, thread: context.params.thread }) : null
  if (!found) return notFound
  const { id: thread, caseId, messages: upTo } = found.thread
  if (found.hasNew) await context.perform(markRead, { thread, caseId, upTo, side: found.side })
  return found
}

function Sent({ t, context }: Omit<Shown, 'model'>) {
  if (context.query.sent !== 'yes') return null
  return (
    <Alert kind="good" live title={t('messages.sent.title')}>
      <WhenAnswered t={t} agency={context.services.agency} />
    </Alert>
  )
}

function Reply({ t, model, context, form }: Shown & { form: FormState }) {
  const { receiptNumber, id: thread, state } = model.thread
  return (
    <Card title={t('messages.reply')} plate>
      {state === 'closed' ? <p>{t('messages.reply.opens')}</p> : null}
      <FormShell action={paths.messageThread({ receiptNumber, thread })} csrfToken={context.csrfToken()} idempotencyKey={newId()} class="form">
        <input type="hidden" name="tray" value={model.filled?.tray.id ?? ''} />
        <MessageInput t={t} form={form} />
        <Button>{t('messages.send')}</Button>
      </FormShell>
    </Card>
  )
}

function Conversation({ t, model, context }: Shown) {
  const reader = { side: model.side, accounts: accountsOf(context.actor), agencyName: context.services.agency.shortName }
  return (
    <>
      {model.messages.map((message) => (
        <MessageCard key={message.id} t={t} message={message} reader={reader} receiptNumber={model.thread.receiptNumber} />
      ))}
    </>
  )
}

/** `/cases/<receipt number>/messages/<thread>`: one conversation, oldest message first, and the way to write on. */
export const threadPage = page({
  path: paths.messageThread,
  access: signedIn,
  audit: records(writeOn, markRead),
  load: opened,
  loadsToShow: true,
  fields: { text: messageField, tray: trayField, [idempotencyFieldName]: pressField },
  view: ({ t, model, form, context }) => {
    const { receiptNumber, topic, state } = model.thread
    const title = topicWords(context.services.agency, t, topic)
    return {
      title: t('messages.thread.title', { topic: title }),
      script: model.filled ? 'uploads.js' : undefined,
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('messages.crumb.case'), href: paths.case({ receiptNumber }) },
              { words: t('messages.title'), href: paths.messages({ receiptNumber }) },
              { words: title },
            ]}
          />
          {model.filled && form.errors.length === 0 ? <ErrorSummary t={t} errors={trayProblems({ t, agency: context.services.agency, filled: model.filled, query: context.query })} /> : null}
          {form.errors.length === 0 ? <Sent t={t} context={context} /> : null}
          <FormPage t={t} form={form} title={title}>
            <p class="muted">
              <NumberText t={t} kind="receipt" value={receiptNumber} /> · <ThreadState t={t} state={state} />
            </p>
            <div class="stack">
              <Conversation t={t} model={model} context={context} />
              <AttachFiles t={t} filled={model.filled} context={context} action={paths.gatherForThread({ receiptNumber, thread: model.thread.id })} />
              <Reply t={t} model={model} context={context} form={form} />
              <ButtonRow>
                <PrintButton t={t} />
              </ButtonRow>
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: writeOn,
    input: ({ text, tray, [idempotencyFieldName]: press }, { params }) => ({ ...params, text, tray, press: press as string }),
    shows: {
      'unknown-thread': () => notFound,
      'thread-is-full': { at: 'text', key: 'messages.full' },
      ...filesNotSent,
      'too-many-attempts': { at: '', key: 'messages.too-many' },
    },
    then: (_written, { params }) => seeOther(`${paths.messageThread(params)}?sent=yes`),
  },
})
