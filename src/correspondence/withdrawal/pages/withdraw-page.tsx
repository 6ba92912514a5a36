import { FormPage, needsRecentProof, withNext } from '../../../accounts/index.ts'
import { mayOnCase, formShortTitle, parseReceiptNumber } from '../../../cases/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { pressField, textField } from '../../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../../platform/http/page.ts'
import { newId } from '../../../platform/ids.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Breadcrumb, Button, ButtonLink, ButtonRow, Card, FormShell, idempotencyFieldName, NumberText, TextField } from '../../../ui/index.ts'
import { canWithdraw, type OwnWithdrawal, ownWithdrawal, withdrawCase } from '../withdraw.ts'
import { signedNameCharactersMost, withdrawnStatus } from '../withdrawal.ts'

type WithdrawContext = Context<{ receiptNumber: string }>
type Shown = { t: Text; model: OwnWithdrawal; context: WithdrawContext; form: FormState }

const meanings = ['ends', 'fee', 'no-back', 'again', 'status'] as const

function Form({ t, model, context, form }: Shown) {
  const { receiptNumber } = model.case
  return (
    <>
      <Card title={t('withdrawal.means.title')}>
        <ul>
          {meanings.map((each) => (
            <li key={each}>{t(`withdrawal.means.${each}`)}</li>
          ))}
        </ul>
        <p>{t('withdrawal.help')}</p>
      </Card>
      <Card title={t('withdrawal.sign.title')} plate>
        <FormShell action={paths.withdrawCase({ receiptNumber })} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
          <p>{t('withdrawal.statement', { receiptNumber })}</p>
          <TextField
            name="name"
            label={t('withdrawal.name')}
            hint={model.name === null ? t('withdrawal.name.hint') : t('withdrawal.name.hint-known', { name: model.name })}
            value={form.value('name')}
            error={form.error('name')}
            autocomplete="name"
            spellcheck={false}
          />
          <ButtonRow>
            <Button>{t('withdrawal.press')}</Button>
            <a href={paths.case({ receiptNumber })}>{t('withdrawal.keep')}</a>
          </ButtonRow>
        </FormShell>
      </Card>
    </>
  )
}

function Body(props: Shown) {
  const { t, model, context } = props
  const back = (
    <p>
      <ButtonLink href={paths.case({ receiptNumber: model.case.receiptNumber })}>{t('withdrawal.to-case')}</ButtonLink>
    </p>
  )
  if (model.status.code === withdrawnStatus)
    return (
      <Alert kind={context.query.done === 'yes' ? 'good' : 'info'} live={context.query.done === 'yes'} title={t('withdrawal.done.title')}>
        <p>{t('withdrawal.done.about')}</p>
        {back}
      </Alert>
    )
  if (!mayOnCase(model.case.role, 'withdraw-case') || !canWithdraw(model.status))
    return (
      <Alert kind="info" title={t('withdrawal.cannot.title')}>
        <p>{t(!mayOnCase(model.case.role, 'withdraw-case') ? 'withdrawal.cannot.representative' : 'withdrawal.cannot.over')}</p>
        {back}
      </Alert>
    )
  return <Form {...props} />
}

/** Whether the form stands on the page: where it does not, no fault of it is told. */
const isAsked = ({ case: own, status }: Shown['model']) => status.code !== withdrawnStatus && mayOnCase(own.role, 'withdraw-case') && canWithdraw(status)

/** `/cases/<receipt number>/withdraw`: what it means to take a case back, and the one press that does it. */
export const withdrawPage = page({
  path: paths.withdrawCase,
  access: needsRecentProof,
  audit: records(withdrawCase),
  load: async (context: WithdrawContext) => {
    const parsed = parseReceiptNumber(context.params.receiptNumber, context.services.agency.receipts.prefixes)
    return (parsed.ok ? await context.read(ownWithdrawal, { receiptNumber: parsed.number }) : null) ?? notFound
  },
  fields: {
    name: textField({ empty: 'withdrawal.name.empty', most: signedNameCharactersMost }),
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model, form, context }) => {
    const { receiptNumber } = model.case
    const title = t('withdrawal.title')
    return {
      title,
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('ui.nav.account'), href: paths.account() },
              { words: t('messages.crumb.case'), href: paths.case({ receiptNumber }) },
              { words: title },
            ]}
          />
          <FormPage t={t} form={isAsked(model) ? form : { ...form, errors: [] }} title={title}>
            <p class="muted">
              {formShortTitle(context.services.agency, t, model.case.form)} · <NumberText t={t} kind="receipt" value={receiptNumber} />
            </p>
            <div class="stack">
              <Body t={t} model={model} context={context} form={form} />
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: withdrawCase,
    input: ({ name, [idempotencyFieldName]: press }, { params: { receiptNumber }, t }) => ({
      receiptNumber,
      name,
      statement: t('withdrawal.statement', { receiptNumber }),
      language: t.language,
      press: press as string,
    }),
    shows: {
      'unknown-case': () => notFound,
      'not-yours': { at: '', key: 'withdrawal.cannot.representative' },
      'case-is-over': { at: '', key: 'withdrawal.cannot.over' },
      'name-does-not-fit': { at: 'name', key: 'withdrawal.name.does-not-fit' },
      'no-recent-proof': ({ url }) => seeOther(withNext(paths.signInAgain(), url)),
    },
    then: (_output, { params }) => seeOther(`${paths.withdrawCase(params)}?done=yes`),
  },
})
