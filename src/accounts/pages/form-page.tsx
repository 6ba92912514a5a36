import type { ComponentChildren } from 'preact'
import type { FormState } from '../../platform/http/page.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { Alert, ErrorSummary, StepIndicator } from '../../ui/index.ts'
import { type SignUpStep, stepPlace } from '../sign-up/steps.ts'

type FormPageProps = {
  t: Text
  form: FormState
  title: string
  /** Shown above the heading while signing up. */
  step?: Exclude<SignUpStep, 'email'>
  children: ComponentChildren
}

/** A page around one form: what is wrong first, where one is, the heading, the rest. */
export function FormPage({ t, form, title, step, children }: FormPageProps) {
  return (
    <>
      <ErrorSummary t={t} errors={form.errors} />
      {form.parked ? (
        <Alert kind="info" live>
          <p>{t('platform.form.parked')}</p>
        </Alert>
      ) : null}
      {step ? <StepIndicator t={t} title={t(`accounts.step.${step}` as MessageKey)} {...stepPlace(step, placeFacts(step))} /> : null}
      <h1>{title}</h1>
      {children}
    </>
  )
}

/** Only a representative sees the last page, and only they count it. */
const placeFacts = (step: SignUpStep) => ({ account_type: step === 'representative' ? 'representative' : null })
