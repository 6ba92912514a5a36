import { choiceField } from '../../platform/http/field.ts'
import { type Context, page, procedure, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Button, Card, FormShell, RadioGroup } from '../../ui/index.ts'
import { type AccountType, accountTypes } from '../account.ts'
import { signUpStep } from '../sessions/access.ts'
import { chooseAccountType } from '../sign-up/finish-sign-up.ts'
import { FormPage } from './form-page.tsx'
import { goOn, reload } from './go-on.ts'

/** What this browser brought along is looked at before a number is given out; only an applicant may have been given one on paper. */
const finishWithWhatIsCarried = procedure({
  refusals: ['step-done'],
  call: async (context: Context, input: { accountType: AccountType }) => {
    if (input.accountType === 'applicant') await context.services.carriedAlong?.(context)
    return context.perform(chooseAccountType, input)
  },
})

export const accountTypePage = page({
  path: paths.accountType,
  access: signUpStep('account-type'),
  audit: records(chooseAccountType),
  fields: { type: choiceField(accountTypes, { empty: 'accounts.type.empty' }) },
  view: ({ t, form, context }) => ({
    title: t('accounts.type.title'),
    body: (
      <FormPage t={t} form={form} title={t('accounts.type.title')} step={{ name: 'account-type', rules: context.services.agency }}>
        <Card plate>
          <FormShell action={paths.accountType()} csrfToken={context.csrfToken()}>
            <RadioGroup
              name="type"
              label={t('accounts.type.legend')}
              options={accountTypes.map((type) => ({
                value: type,
                label: t(`accounts.type.${type}`),
                hint: t(`accounts.type.${type}.hint`),
              }))}
              value={form.value('type')}
              error={form.error('type')}
            />
            <Button>{t('accounts.type.submit')}</Button>
          </FormShell>
        </Card>
      </FormPage>
    ),
  }),
  submit: {
    operation: finishWithWhatIsCarried,
    input: ({ type }) => ({ accountType: type }),
    shows: { 'step-done': reload },
    then: goOn,
  },
})
