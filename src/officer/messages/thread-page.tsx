import { FormPage } from '../../accounts/index.ts'
import { agencyText } from '../../agency/index.ts'
import { messageCharactersMost } from '../../correspondence/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { type Field, longTextField, pressField, right } from '../../platform/http/field.ts'
import { action, type Context, page, records } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, ErrorSummary, idempotencyFieldName } from '../../ui/index.ts'
import { answerFileProblems, AnswerFilesNote } from '../answer-files/answer-files-card.tsx'
import { staffWho } from '../sessions/access.ts'
import { answerMessage, closeMessages, readMessages } from './message-acts.ts'
import { threadOfFile } from './opened-thread.ts'
import { AnswerForm, CloseForm, FilesOfAnswer, OfficeConversation } from './thread-parts.tsx'

type ThreadContext = Context<{ receiptNumber: string; thread: string }>

const toCase = ({ params }: Pick<ThreadContext, 'params'>) => seeOther(officePaths.case({ receiptNumber: params.receiptNumber }))
const toThread = (said: 'answered' | 'closed' | 'changed') => (context: Pick<ThreadContext, 'params'>) =>
  seeOther(`${officePaths.messageThread(context.params)}?said=${said}`)

/** How many messages the officer had before them; whatever else is posted fits no conversation. */
const seenField: Field<number> = { echo: false, parse: (posted, name) => right(Number.parseInt(postedText(posted, name), 10) || 0) }

async function opened(context: ThreadContext) {
  const found = await context.read(threadOfFile, context.params)
  if (!found) return notFound
  if (found.state === 'closed') return toCase(context)
  const { id: thread, caseId, messages: upTo } = found.thread
  if (found.hasNew) await context.perform(readMessages, { caseId, thread, upTo })
  return found
}

const saids = ['answered', 'closed', 'changed', 'file-removed'] as const

/** `/cases/<receipt number>/messages/<thread>`, for who opened the file: what was written, **Send answer** and **No answer needed**. */
export const threadPage = page({
  path: officePaths.messageThread,
  access: staffWho('read-messages'),
  audit: records(answerMessage, readMessages),
  load: opened,
  loadsToShow: true,
  fields: {
    text: longTextField({ empty: 'messages.office.text.empty', most: messageCharactersMost }),
    seen: seenField,
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model, form, context }) => {
    const { receiptNumber, topic } = model.thread
    const words = agencyText(context.services.agency, t, 'messages', `topic.${topic}`)
    const title = t('messages.office.thread.title', { topic: words })
    const said = saids.find((each) => each === context.query.said)
    const parts = { t, model, context }
    return {
      title,
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('messages.office.title'), href: officePaths.messages() },
              { words: t('officer.case.crumb'), href: officePaths.case({ receiptNumber }) },
              { words },
            ]}
          />
          {said && form.errors.length === 0 ? (
            <Alert kind={said === 'changed' ? 'warn' : 'good'} live>
              <p>{t(`messages.office.said.${said}`)}</p>
            </Alert>
          ) : null}
          {form.errors.length === 0 ? <ErrorSummary t={t} errors={answerFileProblems(parts)} /> : null}
          {form.errors.length === 0 ? <AnswerFilesNote {...parts} /> : null}
          <FormPage t={t} form={form} title={title}>
            <div class="stack">
              {model.isProtected ? (
                <Alert kind="warn" title={t('officer.case.protected.title')}>
                  <p>{t('officer.case.protected.body')}</p>
                </Alert>
              ) : null}
              <OfficeConversation {...parts} />
              <FilesOfAnswer {...parts} form={form} />
              <AnswerForm {...parts} form={form} />
              <CloseForm {...parts} />
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: answerMessage,
    input: ({ text, seen, [idempotencyFieldName]: press }, { params }) => ({ ...params, text: text as string, seen: seen as number, press: press as string }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'unknown-thread': () => notFound,
      'changed-meanwhile': { at: 'text', key: 'messages.office.changed' },
      'thread-is-full': { at: 'text', key: 'messages.office.full' },
      'files-not-ready': { at: 'files', key: 'messages.office.files.not-ready' },
    },
    then: (_answered, context) => toThread('answered')(context),
  },
})

/** **No answer needed**. */
export const closeThreadAction = action({
  path: officePaths.closeThread,
  access: staffWho('answer-messages'),
  audit: records(closeMessages),
  fields: { seen: seenField },
  back: toThread('changed'),
  submit: {
    operation: closeMessages,
    input: ({ seen }, { params }) => ({ ...params, seen }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'unknown-thread': () => notFound,
      'changed-meanwhile': toThread('changed'),
      'not-allowed': toCase,
      'too-many-attempts': toThread('changed'),
    },
    then: (_closed, context) => toThread('closed')(context),
  },
})
