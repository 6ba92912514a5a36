import { agencyText } from '../../agency/index.ts'
import { statusEntry } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { dayField, type Field, pressField, right, textField } from '../../platform/http/field.ts'
import { action, page, records } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, DateField, DayText, FormShell, idempotencyFieldName, RadioGroup, TextArea } from '../../ui/index.ts'
import { toCase } from '../decisions/case-trail.tsx'
import { staffWho } from '../sessions/access.ts'
import { TemplateChoice, templateText } from '../templates/template-choice.tsx'
import { hold, release } from './act-operations.ts'
import { ActPage, ActsDone, NoteArea, noteField, NotNow } from './act-parts.tsx'
import { openActs } from './acts-file.ts'

const day = dayField({ empty: 'decisions.hold.day-wrong', impossible: 'decisions.hold.day-wrong' })
/** A day, or none where all three controls are empty. */
const untilField: Field<Temporal.PlainDate | null> = {
  echo: true,
  parse: (posted, name, model) => (['month', 'day', 'year'].every((part) => postedText(posted, `${name}-${part}`).trim() === '') ? right(null) : day.parse(posted, name, model)),
}

const saids = ['held', 'released', 'not-held', 'say-why'] as const
const back =
  (said: (typeof saids)[number]) =>
  ({ params }: { params: { receiptNumber: string } }) =>
    seeOther(`${officePaths.holdCase(params)}?said=${said}`)

/** `/cases/<receipt number>/hold`: why and until when a case waits, or **Let it go on** for one that waits. */
export const holdPage = page({
  path: officePaths.holdCase,
  access: staffWho('decide-case'),
  audit: records(hold),
  load: openActs,
  fields: { kind: textField({ empty: 'decisions.hold.kind-empty', most: 60 }), until: untilField, note: noteField, [idempotencyFieldName]: pressField },
  view: ({ t, model: file, form, context }) => {
    const { agency } = context.services
    const { holds } = agency.caseActs
    const said = saids.find((each) => each === context.query.said)
    const isHeld = file.held !== null && holds.some(({ status }) => status === file.case.status)
    const until = { month: form.value('until-month'), day: form.value('until-day'), year: form.value('until-year') }
    return {
      title: t('decisions.hold.title'),
      body: (
        <ActPage t={t} agency={agency} file={file} form={form} title={t('decisions.hold.title')} lead={t('decisions.hold.lead')} done={said ? t(`decisions.hold.said.${said}`) : undefined}>
          {isHeld && file.held ? (
            <Card title={agencyText(agency, t, 'decisions', `hold.${file.held.kind}`)} plate>
              <p>{file.held.untilOn ? t.rich('decisions.hold.until-day', { day: <DayText t={t} day={file.held.untilOn} /> }) : t('decisions.hold.open-ended')}</p>
              <FormShell action={officePaths.releaseCase(context.params)} csrfToken={context.csrfToken()}>
                <TextArea name="note" label={t('decisions.form.note')} hint={t('decisions.act.note-hint')} value="" error={undefined} rows={3} />
                <Button>{t('decisions.hold.release')}</Button>
              </FormShell>
            </Card>
          ) : holds.some(({ status }) => statusEntry(agency, file.case.status).next.includes(status)) ? (
            <Card plate>
              <TemplateChoice t={t} context={context} act="hold" action={officePaths.holdCase(context.params)} />
              <FormShell action={officePaths.holdCase(context.params)} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
                <RadioGroup
                  name="kind"
                  label={t('decisions.hold.kind')}
                  hint={t('decisions.act.reads')}
                  options={holds.map(({ kind: value }) => ({ value, label: agencyText(agency, t, 'decisions', `hold.${value}`) }))}
                  value={form.value('kind')}
                  error={form.error('kind')}
                />
                <DateField t={t} name="until" label={t('decisions.hold.until')} note={t('ui.optional')} hint={t('decisions.hold.until-hint')} value={until} error={form.error('until-month')} />
                <NoteArea t={t} form={form} template={templateText({ t, context, act: 'hold' })} />
                <Button>{t('decisions.hold.submit')}</Button>
              </FormShell>
            </Card>
          ) : (
            <NotNow t={t} />
          )}
          <ActsDone t={t} agency={agency} file={file} act="hold" />
        </ActPage>
      ),
    }
  },
  submit: {
    operation: hold,
    input: ({ kind, until, note, [idempotencyFieldName]: press }, { params }) => ({
      receiptNumber: params.receiptNumber,
      kind: kind as string,
      untilOn: until as Temporal.PlainDate | null,
      note: note as string,
      press: press as string,
    }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'not-a-next-status': { at: '', key: 'decisions.form.not-next' },
      'no-such-kind': { at: 'kind', key: 'decisions.hold.kind-empty' },
      'day-gone': { at: 'until-month', key: 'decisions.hold.day-gone' },
    },
    then: (_done, context) => back('held')(context),
  },
})

export const releaseAction = action({
  path: officePaths.releaseCase,
  access: staffWho('decide-case'),
  audit: records(release),
  fields: { note: noteField },
  back: back('say-why'),
  submit: {
    operation: release,
    input: ({ note }, { params }) => ({ receiptNumber: params.receiptNumber, note }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'not-held': back('not-held'),
      'not-allowed': toCase,
      'too-many-attempts': back('not-held'),
    },
    then: (_done, context) => back('released')(context),
  },
})

