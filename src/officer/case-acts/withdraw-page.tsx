import { statusEntry } from '../../cases/index.ts'
import { canWithdraw, signedNameCharactersMost } from '../../correspondence/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField, dayField, type Field, longTextField, pressField, right, textField } from '../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import { newId } from '../../platform/ids.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, CheckboxGroup, DateField, DayText, FactsList, FormShell, idempotencyFieldName, InstantText, TextArea, TextField } from '../../ui/index.ts'
import { toCase } from '../decisions/case-trail.tsx'
import { staffWho } from '../sessions/access.ts'
import { ActPage, NotNow } from './act-parts.tsx'
import { takeWithdrawal, type WithdrawalDesk, withdrawalDesk } from './withdraw-on-paper.ts'

type Shown = { t: Text; model: WithdrawalDesk; form: FormState; context: Context<{ receiptNumber: string }> }

const words = longTextField({ empty: 'decisions.withdrawal.why-empty', most: 4000 })
/** Why the name does not fit, or null where nothing was written. */
const whyField: Field<string | null> = {
  echo: true,
  parse: (posted, name, model) => (postedText(posted, name).trim() === '' ? right(null) : words.parse(posted, name, model)),
}

/** What is still open on the case, and ends with it. */
const Ends = ({ t, model: { ends } }: Shown) => (
  <Card title={t('decisions.withdrawal.ends')}>
    {ends.length === 0 ? (
      <p>{t('decisions.withdrawal.ends-nothing')}</p>
    ) : (
      <ul>
        {ends.map(({ kind, at }, place) => (
          <li key={place}>
            {t(`decisions.withdrawal.ends.${kind}`)}
            {at ? (
              <>
                {', '}
                <InstantText t={t} at={at} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
    )}
    <p>{t('decisions.withdrawal.told')}</p>
  </Card>
)

const Taken = ({ t, taken }: { t: Text; taken: NonNullable<WithdrawalDesk['taken']> }) => (
  <Card title={t('decisions.withdrawal.taken')}>
    <FactsList
      facts={[
        { name: t('decisions.withdrawal.day'), value: <DayText t={t} day={taken.receivedOn} /> },
        { name: t('decisions.withdrawal.name'), value: <span dir="auto">{taken.name}</span> },
        ...(taken.why === null ? [] : [{ name: t('decisions.withdrawal.why'), value: <span class="preserved" dir="auto">{taken.why}</span> }]),
        { name: t('decisions.withdrawal.by'), value: taken.colleague },
        { name: t('decisions.withdrawal.at'), value: <InstantText t={t} at={taken.at} /> },
      ]}
    />
  </Card>
)

function Form({ t, model, form, context }: Shown) {
  const came = { month: form.value('came-month'), day: form.value('came-day'), year: form.value('came-year') }
  const { names } = model
  return (
    <Card plate>
      <FormShell action={officePaths.withdrawCase(context.params)} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
        <DateField t={t} name="came" label={t('decisions.withdrawal.day')} hint={t('decisions.motion.day-hint')} value={came} error={form.error('came-month')} />
        <CheckboxGroup
          name="signed"
          label={t('decisions.withdrawal.signed')}
          options={[{ value: 'yes', label: t('decisions.withdrawal.signed-yes') }]}
          values={form.values('signed')}
          error={form.error('signed')}
        />
        <TextField
          name="name"
          label={t('decisions.withdrawal.name')}
          hint={names.length === 0 ? t('decisions.withdrawal.name-hint') : t('decisions.withdrawal.name-hint-known', { names: names.join(' · ') })}
          value={form.value('name')}
          error={form.error('name')}
          autocomplete="off"
          spellcheck={false}
        />
        <TextArea name="why" label={t('decisions.withdrawal.why')} note={t('ui.optional')} hint={t('decisions.withdrawal.why-hint')} value={form.value('why')} error={form.error('why')} rows={3} />
        <Button>{t('decisions.withdrawal.submit')}</Button>
      </FormShell>
    </Card>
  )
}

/** `/cases/<receipt number>/withdraw-on-paper`: what a signed paper ends, and **Withdraw the case**. */
export const withdrawCasePage = page({
  path: officePaths.withdrawCase,
  access: staffWho('decide-case'),
  audit: records(takeWithdrawal),
  load: async (context: Context<{ receiptNumber: string }>) => {
    const desk = await context.read(withdrawalDesk, { receiptNumber: context.params.receiptNumber })
    if (!desk) return notFound
    return desk.state === 'open' ? desk : toCase(context)
  },
  fields: {
    came: dayField({ empty: 'decisions.motion.day-empty', impossible: 'decisions.checks.day-wrong' }),
    signed: choiceField(['yes'], { empty: 'decisions.withdrawal.signed-empty' }),
    name: textField({ empty: 'decisions.withdrawal.name-empty', most: signedNameCharactersMost }),
    why: whyField,
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model, form, context }) => {
    const { agency } = context.services
    const shown = { t, model, form, context }
    const done = context.query.said === 'done' ? t('decisions.withdrawal.done') : undefined
    const isOpen = canWithdraw(statusEntry(agency, model.case.status))
    return {
      title: t('decisions.withdrawal.title'),
      body: (
        <ActPage t={t} agency={agency} file={model} form={form} title={t('decisions.withdrawal.title')} lead={t('decisions.withdrawal.lead')} done={done}>
          {isOpen ? <Ends {...shown} /> : null}
          {isOpen ? <Form {...shown} /> : model.taken ? null : <NotNow t={t} />}
          {model.taken ? <Taken t={t} taken={model.taken} /> : null}
        </ActPage>
      ),
    }
  },
  submit: {
    operation: takeWithdrawal,
    input: ({ came, name, why, [idempotencyFieldName]: press }, { params }) => ({
      receiptNumber: params.receiptNumber,
      receivedOn: came as Temporal.PlainDate,
      name: name as string,
      why: why as string | null,
      press: press as string,
    }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': toCase,
      'case-is-over': { at: '', key: 'decisions.withdrawal.over' },
      'request-to-decide': { at: '', key: 'decisions.withdrawal.fee-first' },
      'day-to-come': { at: 'came-month', key: 'decisions.checks.day-to-come' },
      'before-receipt': { at: 'came-month', key: 'decisions.withdrawal.before-receipt' },
      'name-does-not-fit': { at: 'why', key: 'decisions.withdrawal.name-other' },
    },
    then: (_done, { params }) => seeOther(`${officePaths.withdrawCase(params)}?said=done`),
  },
})
