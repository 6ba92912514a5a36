import { agencyText } from '../../agency/index.ts'
import { statusEntry } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField, dayField, pressField, textField } from '../../platform/http/field.ts'
import { page, records } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Button, ButtonLink, Card, DateField, DayText, FormShell, idempotencyFieldName, RadioGroup } from '../../ui/index.ts'
import { toCase } from '../decisions/case-trail.tsx'
import { staffWho } from '../sessions/access.ts'
import { motion } from './act-operations.ts'
import { ActPage, ActsDone, NoteArea, noteField, NotNow } from './act-parts.tsx'
import { openActs } from './acts-file.ts'

const ways = ['paper', 'message'] as const

/** `/cases/<receipt number>/motion`: records a motion that came, and leads to where two people decide it. */
export const motionPage = page({
  path: officePaths.motion,
  access: staffWho('decide-case'),
  audit: records(motion),
  load: openActs,
  fields: {
    kind: textField({ empty: 'decisions.motion.kind-empty', most: 60 }),
    way: choiceField(ways, { empty: 'decisions.motion.way-empty' }),
    came: dayField({ empty: 'decisions.motion.day-empty', impossible: 'decisions.checks.day-wrong' }),
    note: noteField,
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model: file, form, context }) => {
    const { agency } = context.services
    const { motions } = agency.caseActs
    const came = { month: form.value('came-month'), day: form.value('came-day'), year: form.value('came-year') }
    const waits = file.case.status === motions.status ? file.motion : null
    return {
      title: t('decisions.motion.title'),
      body: (
        <ActPage t={t} agency={agency} file={file} form={form} title={t('decisions.motion.title')} lead={t('decisions.motion.lead')}>
          {waits ? (
            <Alert kind={waits.isInTime === false ? 'warn' : 'info'} title={agencyText(agency, t, 'decisions', `motion.${waits.kind}`)}>
              <p>{t.rich('decisions.motion.came', { day: <DayText t={t} day={waits.cameOn} /> })}</p>
              {waits.isInTime === null ? null : <p>{t(waits.isInTime ? 'decisions.motion.in-time' : 'decisions.motion.late')}</p>}
              <p>
                <ButtonLink href={officePaths.decisions(context.params)}>{t('decisions.motion.decide')}</ButtonLink>
              </p>
            </Alert>
          ) : statusEntry(agency, file.case.status).next.includes(motions.status) ? (
            <Card plate>
              <FormShell action={officePaths.motion(context.params)} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
                <RadioGroup
                  name="kind"
                  label={t('decisions.motion.kind')}
                  options={motions.kinds.map((value) => ({ value, label: agencyText(agency, t, 'decisions', `motion.${value}`) }))}
                  value={form.value('kind')}
                  error={form.error('kind')}
                />
                <RadioGroup
                  name="way"
                  label={t('decisions.motion.way')}
                  options={ways.map((value) => ({ value, label: t(`decisions.motion.way.${value}`) }))}
                  value={form.value('way')}
                  error={form.error('way')}
                />
                <DateField t={t} name="came" label={t('decisions.motion.day')} hint={t('decisions.motion.day-hint')} value={came} error={form.error('came-month')} />
                <NoteArea t={t} form={form} />
                <Button>{t('decisions.motion.submit')}</Button>
              </FormShell>
            </Card>
          ) : (
            <NotNow t={t} />
          )}
          <ActsDone t={t} agency={agency} file={file} act="motion" />
        </ActPage>
      ),
    }
  },
  submit: {
    operation: motion,
    input: ({ kind, way, came, note, [idempotencyFieldName]: press }, { params }) => ({
      receiptNumber: params.receiptNumber,
      kind: kind as string,
      way: way as (typeof ways)[number],
      cameOn: came as Temporal.PlainDate,
      note: note as string,
      press: press as string,
    }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'not-a-next-status': { at: '', key: 'decisions.form.not-next' },
      'no-such-kind': { at: 'kind', key: 'decisions.motion.kind-empty' },
      'day-to-come': { at: 'came-month', key: 'decisions.checks.day-to-come' },
    },
    then: (_done, { params }) => seeOther(officePaths.motion(params)),
  },
})
