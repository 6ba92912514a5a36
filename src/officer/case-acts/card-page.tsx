import { agencyText } from '../../agency/index.ts'
import { agencyDay } from '../../cases/index.ts'
import { CardCourse, cardSteps, nextCardSteps } from '../../correspondence/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField, dayField, pressField, textField } from '../../platform/http/field.ts'
import { page, records } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Button, Card, DateField, FormShell, idempotencyFieldName, InstantText, RadioGroup, Select, TextField } from '../../ui/index.ts'
import { toCase } from '../decisions/case-trail.tsx'
import { staffWho } from '../sessions/access.ts'
import { cardStep } from './act-operations.ts'
import { ActPage, NoteArea, noteField, NotNow } from './act-parts.tsx'
import { openActs } from './acts-file.ts'

/** `/cases/<receipt number>/card`: how far the card is, and the form that records its next step. */
export const cardPage = page({
  path: officePaths.card,
  access: staffWho('decide-case'),
  audit: records(cardStep),
  load: openActs,
  fields: {
    step: choiceField(cardSteps, { empty: 'decisions.cards.step-empty' }),
    done: dayField({ empty: 'decisions.cards.day-empty', impossible: 'decisions.checks.day-wrong' }),
    carrier: textField({ empty: 'decisions.cards.carrier-empty', most: 60, optional: true }),
    tracking: textField({ empty: 'decisions.cards.carrier-empty', most: 60, optional: true }),
    note: noteField,
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model: file, form, context }) => {
    const { agency, clock } = context.services
    const steps = nextCardSteps(agency, file.case)
    const today = agencyDay(agency, clock.now())
    const typed = (part: 'month' | 'day' | 'year') => form.value(`done-${part}`) || String(today[part])
    return {
      title: t('decisions.cards.title'),
      body: (
        <ActPage
          t={t}
          agency={agency}
          file={file}
          form={form}
          title={t('decisions.cards.title')}
          lead={t('decisions.cards.lead')}
          done={context.query.said === 'done' ? t('decisions.cards.done') : undefined}
        >
          {file.addressSaidAt && file.cards[0]?.steps.at(-1)?.step === 'returned' ? (
            <Alert kind="info">
              <p>{t.rich('decisions.cards.address-said', { at: <InstantText t={t} at={file.addressSaidAt} /> })}</p>
            </Alert>
          ) : null}
          {file.cards.map((card) => (
            <CardCourse key={card.id} t={t} agency={agency} card={card} />
          ))}
          {steps.length === 0 ? (
            <NotNow t={t} />
          ) : (
            <Card plate>
              <FormShell action={officePaths.card(context.params)} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
                <RadioGroup
                  name="step"
                  label={t('decisions.cards.step')}
                  options={steps.map((value) => ({ value, label: t(value === 'ordered' && file.cards.length > 0 ? 'decisions.cards.replace' : `decisions.cards.step.${value}`) }))}
                  value={form.value('step')}
                  error={form.error('step')}
                />
                <DateField t={t} name="done" label={t('decisions.cards.day')} value={{ month: typed('month'), day: typed('day'), year: typed('year') }} error={form.error('done-month')} />
                {steps.includes('mailed') ? (
                  <>
                    <Select
                      name="carrier"
                      label={t('decisions.cards.carrier')}
                      note={t('decisions.cards.when-mailed')}
                      prompt={t('decisions.cards.carrier-prompt')}
                      options={agency.caseActs.cards.carriers.map(({ id: value }) => ({ value, label: agencyText(agency, t, 'decisions', `carrier.${value}`) }))}
                      value={form.value('carrier')}
                      error={form.error('carrier')}
                    />
                    <TextField name="tracking" label={t('decisions.cards.tracking')} note={t('decisions.cards.when-mailed')} hint={t('decisions.cards.tracking-hint')} value={form.value('tracking')} error={form.error('tracking')} autocomplete="off" width={20} />
                  </>
                ) : null}
                <NoteArea t={t} form={form} />
                <Button>{t('decisions.cards.submit')}</Button>
              </FormShell>
            </Card>
          )}
        </ActPage>
      ),
    }
  },
  submit: {
    operation: cardStep,
    input: ({ step, done, carrier, tracking, note, [idempotencyFieldName]: press }, { params }) => ({
      receiptNumber: params.receiptNumber,
      step: step as (typeof cardSteps)[number],
      doneOn: done as Temporal.PlainDate,
      carrier: carrier as string,
      tracking: tracking as string,
      note: note as string,
      press: press as string,
    }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'not-a-next-step': { at: 'step', key: 'decisions.cards.not-next' },
      'no-carrier': { at: 'carrier', key: 'decisions.cards.carrier-empty' },
      'day-to-come': { at: 'done-month', key: 'decisions.checks.day-to-come' },
    },
    then: (_done, { params }) => seeOther(`${officePaths.card(params)}?said=done`),
  },
})
