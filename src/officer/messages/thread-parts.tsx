import { agencyText } from '../../agency/index.ts'
import { AttachedFiles, messageCharactersMost, type OfficeThread } from '../../correspondence/index.ts'
import type { Context, FormState } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, FormShell, InstantText, Select, TextArea } from '../../ui/index.ts'
import type { AnswerFile } from '../answer-files/answer-file.ts'
import { AnswerFilesCard } from '../answer-files/answer-files-card.tsx'
import { OfficeFiles } from '../evidence/office-files.tsx'
import { mayDo } from '../may.ts'

type Parts = { t: Text; model: OfficeThread & { gathered: readonly AnswerFile[] }; context: Context<{ receiptNumber: string; thread: string }> }
type Said = OfficeThread['messages'][number]

function writerWords(t: Text, { side, staff }: Said, here: string | null): string {
  if (side !== 'agency') return t(`messages.office.by.${side}`)
  return t(staff === here ? 'messages.office.by.you' : 'messages.office.by.colleague')
}

/** Who of the case has read what the agency wrote. */
function ReadBy({ t, message: { readAt } }: { t: Text; message: Said }) {
  const sides = (['person', 'representative'] as const).flatMap((side) => {
    const at = readAt[side]
    return at ? [{ side, at }] : []
  })
  if (sides.length === 0) return <p class="muted">{t('messages.office.read.none')}</p>
  return (
    <>
      {sides.map(({ side, at }) => (
        <p key={side} class="muted">
          {t.rich(`messages.office.read.${side}`, { at: <InstantText t={t} at={at} /> })}
        </p>
      ))}
    </>
  )
}

/** Everything that was written, as it was written. */
export function OfficeConversation({ t, model, context }: Parts) {
  return (
    <>
      {model.messages.map((message) => (
        <Card key={message.id} title={writerWords(t, message, context.actor.id)}>
          <p class="muted">
            <InstantText t={t} at={message.at} />
          </p>
          <p class="preserved" dir="auto">
            {message.text}
          </p>
          <OfficeFiles t={t} receiptNumber={context.params.receiptNumber} files={message.files} label={t('messages.files')} />
          <AttachedFiles t={t} files={message.attached} hrefOf={(document) => officePaths.caseDocument({ receiptNumber: context.params.receiptNumber, document })} />
          {message.side === 'agency' ? <ReadBy t={t} message={message} /> : null}
        </Card>
      ))}
    </>
  )
}

/** One of the agency's answers is put into the text by asking for the page with it. */
export function CannedReplies({ t, context, action }: { t: Text; context: Pick<Context, 'services' | 'query'>; action: string }) {
  const { agency } = context.services
  return (
    <form class="form" method="get" action={action}>
      <Select
        name="reply"
        label={t('messages.office.canned')}
        hint={t('messages.office.canned.hint')}
        prompt={t('messages.office.canned.prompt')}
        options={agency.messages.replies.map((value) => ({ value, label: agencyText(agency, t, 'messages', `reply.${value}.title`) }))}
        value={context.query.reply}
      />
      <Button look="quiet">{t('messages.office.canned.use')}</Button>
    </form>
  )
}

export function cannedText({ t, context }: { t: Text; context: Pick<Context, 'services' | 'query'> }): string {
  const { agency } = context.services
  const reply = agency.messages.replies.find((each) => each === context.query.reply)
  return reply ? agencyText(agency, t, 'messages', `reply.${reply}.text`) : ''
}

/** What goes with the answer, before the answer. */
export function FilesOfAnswer({ t, model, context, form }: Parts & { form: FormState }) {
  if (!mayDo(context.actor, 'answer-messages')) return null
  return <AnswerFilesCard t={t} context={context} files={model.gathered} error={form.error('files')} />
}

/** **Send answer**: to what the officer has before them, and to nothing that came since. */
export function AnswerForm({ t, model, context, form }: Parts & { form: FormState }) {
  if (!mayDo(context.actor, 'answer-messages')) return null
  return (
    <Card title={t('messages.office.answer')} plate>
      <CannedReplies t={t} context={context} action={officePaths.messageThread(context.params)} />
      <FormShell action={officePaths.messageThread(context.params)} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
        <input type="hidden" name="seen" value={model.thread.messages} />
        <TextArea
          name="text"
          label={t('messages.office.text')}
          hint={t('messages.office.text.hint', { most: t.number(messageCharactersMost) })}
          value={form.errors.length > 0 ? form.value('text') : cannedText({ t, context })}
          error={form.error('text')}
          rows={8}
        />
        <Button>{t('messages.office.send')}</Button>
      </FormShell>
    </Card>
  )
}

export function CloseForm({ t, model, context }: Parts) {
  if (model.thread.state !== 'waits' || !mayDo(context.actor, 'answer-messages')) return null
  return (
    <Card title={t('messages.office.close.title')}>
      <p>{t('messages.office.close.about')}</p>
      <FormShell action={officePaths.closeThread(context.params)} csrfToken={context.csrfToken()} class="inline-form">
        <input type="hidden" name="seen" value={model.thread.messages} />
        <Button look="quiet">{t('messages.office.close')}</Button>
      </FormShell>
    </Card>
  )
}
