import { type AgencyPack, agencyText } from '../../agency/index.ts'
import { textField } from '../../platform/http/field.ts'
import { page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, FormShell } from '../../ui/index.ts'
import { ownAccount } from '../own-account.ts'
import { signUpStep } from '../sessions/access.ts'
import { agreeToTerms } from '../sign-up/agree-to-terms.ts'
import { FormPage } from './form-page.tsx'
import { goOn } from './go-on.ts'

const sectionsOf = (agency: AgencyPack, language: string): string[] =>
  Object.keys(agency.textsOf(language, 'terms'))
    .filter((key) => /^terms\..+\.title$/.test(key))
    .map((key) => key.replace(/\.title$/, ''))

/** The language the terms are shown in: a text is agreed to as it was read. */
const languageOf = (agency: AgencyPack, t: Text) => (agency.languages.includes(t.language) ? t.language : 'en')

export function TermsText({ t, agency }: { t: Text; agency: AgencyPack }) {
  const words = (key: string) => agencyText(agency, t, 'terms', key)
  return (
    <>
      <p>{words('terms.version')}</p>
      <p>{words('terms.intro')}</p>
      {sectionsOf(agency, t.language).map((section) => (
        <section key={section}>
          <h2>{words(`${section}.title`)}</h2>
          <p>{words(`${section}.text`)}</p>
        </section>
      ))}
    </>
  )
}

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
    input: ({ version }, { t, services }) => ({ version, language: languageOf(services.agency, t) }),
    shows: { 'terms-changed': { at: '', key: 'accounts.terms.changed' } },
    then: goOn,
  },
})
