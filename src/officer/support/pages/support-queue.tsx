import { FormPage, parseTrackingNumber, showTrackingNumber } from '../../../accounts/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { parsedField } from '../../../platform/http/field.ts'
import { type Context, page, procedure, recordsNothing } from '../../../platform/http/page.ts'
import type { MessageKey, Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, Card, EmptyState, FormShell, InstantText, Table, TextField } from '../../../ui/index.ts'
import { placeFrom } from '../../pages/queue.tsx'
import { mayDo } from '../../may.ts'
import { staffWho } from '../../sessions/access.ts'
import { supportDesk, supportQueue } from '../support-desk.ts'

type Queue = Awaited<ReturnType<typeof supportQueue.run>>

const trackingNumberField = parsedField<string>({ empty: 'office-support.find.empty', most: 40 }, (typed) => {
  const number = parseTrackingNumber(typed)
  return number ? { value: number } : { error: 'office-support.find.wrong' }
})

/** Whether a request has this number; what is in it is told only after a reason was given. */
const findRequest = procedure({
  refusals: ['unknown-request'],
  async call(context: Context, { trackingNumber }: { trackingNumber: string }) {
    const found = await context.read(supportDesk, { trackingNumber })
    return found ? { ok: true, output: { trackingNumber } } : { ok: false, refusal: 'unknown-request' }
  },
})

function Requests({ t, requests }: { t: Text; requests: Queue['requests'] }) {
  if (requests.length === 0)
    return (
      <EmptyState title={t('office-support.empty.title')}>
        <p>{t('office-support.empty.body')}</p>
      </EmptyState>
    )
  return (
    <Table
      caption={t('office-support.list')}
      head={(['number', 'topic', 'sent', 'state'] as const).map((name) => t(`office-support.head.${name}`))}
      rows={requests.map(({ tracking_number: number, topic, sent_at: sentAt, answered_at: answeredAt }) => [
        <a key="number" class="number" dir="ltr" href={officePaths.supportRequest({ trackingNumber: number })}>
          {showTrackingNumber(number)}
        </a>,
        t(`support.topic.${topic}` as MessageKey),
        <InstantText key="sent" t={t} at={sentAt} />,
        t(answeredAt ? 'office-support.state.answered' : 'office-support.state.new'),
      ])}
    />
  )
}

export const supportQueuePage = page({
  path: officePaths.support,
  access: staffWho('see-support'),
  audit: recordsNothing('tracking numbers and topics only'),
  load: async (context: Context) => {
    const place = placeFrom(context.query.after)
    const after = place && { sentAt: place.since, id: place.id }
    const isReports = context.query.only === 'reports'
    const found = await context.read(supportQueue, { after, isReports })
    return found ? { ...found, isReports, isFirst: after === null } : notFound
  },
  fields: { trackingNumber: trackingNumberField },
  view: ({ t, model: { requests, reports, isReports, next, isFirst }, form, context }) => ({
    title: t('office-support.title'),
    wide: true,
    body: (
      <FormPage t={t} form={form} title={t('office-support.title')}>
        <div class="stack">
          <p>{t('office-support.intro')}</p>
          <p>
            <a href={officePaths.findAccess()}>{t('access-codes.find.title')}</a>
          </p>
          <p>
            {isReports ? <a href={officePaths.support()}>{t('office-support.all')}</a> : <a href={`${officePaths.support()}?only=reports`}>{t('office-support.reports', { count: reports })}</a>}
          </p>
          {mayDo(context.actor, 'see-shared-contacts') ? (
            <p>
              <a href={officePaths.sharedContacts()}>{t('shared.link')}</a>
            </p>
          ) : null}
          <Requests t={t} requests={requests} />
          <ButtonRow>
            {isFirst ? null : (
              <ButtonLink href={isReports ? `${officePaths.support()}?only=reports` : officePaths.support()} look="quiet">
                {t('office-support.first-page')}
              </ButtonLink>
            )}
            {next ? (
              <ButtonLink href={`${officePaths.support()}?${isReports ? 'only=reports&' : ''}after=${encodeURIComponent(`${next.sentAt}~${next.id}`)}`} look="quiet">
                {t('office-support.next-page')}
              </ButtonLink>
            ) : null}
          </ButtonRow>
          <Card plate>
            <FormShell action={officePaths.support()} csrfToken={context.csrfToken()}>
              <TextField
                name="trackingNumber"
                label={t('office-support.find')}
                hint={t('office-support.find.hint')}
                value={form.value('trackingNumber')}
                error={form.error('trackingNumber')}
                autocomplete="off"
                numeric
              />
              <Button>{t('office-support.find.submit')}</Button>
            </FormShell>
          </Card>
        </div>
      </FormPage>
    ),
  }),
  submit: {
    operation: findRequest,
    input: ({ trackingNumber }) => ({ trackingNumber }),
    shows: { 'unknown-request': { at: 'trackingNumber', key: 'office-support.find.unknown' } },
    then: ({ trackingNumber }) => seeOther(officePaths.supportRequest({ trackingNumber })),
  },
})
