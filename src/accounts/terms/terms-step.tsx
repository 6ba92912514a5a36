import { agencyText } from '../../agency/index.ts'
import { textField } from '../../platform/http/field.ts'
import { page, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, FormShell } from '../../ui/index.ts'
import { ownAccount } from '../own-account.ts'
import { signUpStep } from '../sessions/access.ts'
import { FormPage } from '../pages/form-page.tsx'
import { goOn } from '../pages/go-on.ts'
import { agreeToTerms } from './agree-to-terms.ts'
import { termsLanguage } from './terms-text.ts'
import { TermsText } from './terms-view.tsx'

export const termsStepPage = page({
  path: paths.agreeToTerms,
  access: signUpStep('terms'),
  audit: records(agreeToTerms),
  load: (context) => context.read(ownAccount, undefined),
  fields: { version: textField({ empty: 'accounts.terms.changed', most: 40 }) },
  view: ({ t, model: own, form, context }) => {
    const { agency } = context.services
    const title = agencyText(agency, t, 'terms', 'terms.title')
    return {
      title,
      body: (
        <FormPage t={t} form={form} title={title} step={{ name: 'terms', rules: context.services.agency }}>
          {own?.termsVersion ? (
            <Alert kind="info">
              <p>{t('accounts.terms.new')}</p>
            </Alert>
          ) : null}
          <TermsText t={t} agency={agency} />
          <FormShell action={paths.agreeToTerms()} csrfToken={context.csrfToken()}>
            <input type="hidden" name="version" value={agency.terms.version} />
            <Button>{t('accounts.terms.submit')}</Button>
          </FormShell>
          <p class="usa-hint">{t('accounts.terms.no')}</p>
        </FormPage>
      ),
    }
  },
  submit: {
    operation: agreeToTerms,
    input: ({ version }, { t, services }) => ({ version, language: termsLanguage(services.agency, t.language) }),
    shows: { 'terms-changed': { at: '', key: 'accounts.terms.changed' } },
    then: goOn,
  },
})
