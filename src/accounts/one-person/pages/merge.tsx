import { seeOther } from '../../../platform/http/answer.ts'
import { secretField } from '../../../platform/http/field.ts'
import { type Context, type FormState, page, records, type View } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, ButtonLink, Card, EmailField, FormShell, PasswordField } from '../../../ui/index.ts'
import { emailField } from '../../email-address.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { needsRecentProof } from '../../sessions/access.ts'
import { tryPassword } from '../../sign-in/try-password.ts'
import { beginMerge, giveOtherPassword } from '../begin-merge.ts'
import { mergedNumbers } from '../merged-numbers.ts'
import { MergedNumbers } from './merged-numbers.tsx'

/** What a merge does, before anything is typed. */
function WhatStays({ t }: { t: Text }) {
  return (
    <>
      <h2>{t('merging.stays.title')}</h2>
      <ul>
        <li>{t('merging.stays.this')}</li>
        <li>{t('merging.stays.other')}</li>
        <li>{t('merging.stays.other-way')}</li>
      </ul>
      <p>
        <strong>{t('merging.stays.final')}</strong>
      </p>
      <Alert kind="warn" title={t('merging.warning.title')}>
        <p>{t('merging.warning')}</p>
      </Alert>
    </>
  )
}

function OtherSignIn({ t, form, context }: { t: Text; form: FormState; context: Context }) {
  return (
    <Card plate title={t('merging.other.title')}>
      <FormShell action={paths.mergeAccount()} csrfToken={context.csrfToken()}>
        <EmailField
          name="email"
          label={t('merging.other.email')}
          value={form.value('email')}
          error={form.error('email')}
        />
        <PasswordField
          t={t}
          name="password"
          label={t('merging.other.password')}
          error={form.error('password')}
          autocomplete="current-password"
        />
        <Button>{t('merging.other.submit')}</Button>
      </FormShell>
    </Card>
  )
}

const doneView = (t: Text, numbers: readonly string[]): View => ({
  title: t('merging.done.title'),
  body: (
    <>
      <h1>{t('merging.done.title')}</h1>
      <Alert kind="good" live>
        <p>{t('merging.done')}</p>
      </Alert>
      <MergedNumbers t={t} numbers={numbers} />
      <p>
        <ButtonLink href={paths.account()}>{t('merging.done.home')}</ButtonLink>
      </p>
    </>
  ),
})

export const mergePage = page({
  path: paths.mergeAccount,
  access: needsRecentProof,
  audit: records(tryPassword, beginMerge),
  fields: { email: emailField, password: secretField({ empty: 'accounts.sign-in.password-empty' }) },
  load: async (context) => (await context.read(mergedNumbers, undefined)) ?? [],
  view: ({ t, model: numbers, form, context }) => {
    if (context.query.done === 'yes' && numbers.length > 0) return doneView(t, numbers)
    return {
      title: t('merging.title'),
      body: (
        <FormPage t={t} form={form} title={t('merging.title')}>
          <p>{t('merging.intro')}</p>
          <WhatStays t={t} />
          <OtherSignIn t={t} form={form} context={context} />
        </FormPage>
      ),
    }
  },
  submit: {
    operation: giveOtherPassword,
    input: ({ email, password }) => ({ email, password }),
    shows: {
      'email-or-password-wrong': { at: 'email', key: 'merging.other.wrong' },
      'same-account': { at: 'email', key: 'merging.other.same' },
      'types-differ': { at: 'email', key: 'merging.other.types' },
      'must-wait': { at: '', key: 'accounts.sign-in.wait' },
      'too-many-attempts': { at: '', key: 'accounts.sign-in.wait' },
    },
    then: () => seeOther(paths.mergeCode()),
  },
})
