import type { ComponentChildren } from 'preact'
import type { FormState } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { Alert, ErrorSummary, StepIndicator } from '../../ui/index.ts'
import { type SignUpStep, stepPlace, type StepRules } from '../sign-up/steps.ts'

type FormPageProps = {
  t: Text
  form: FormState
  title: string
  /** Shown above the heading while signing up. */
  step?: { name: Exclude<SignUpStep, 'email'>; rules: StepRules }
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
      {step ? <StepIndicator t={t} title={t(`accounts.step.${step.name}`)} {...stepPlace(step.name, step.rules)} /> : null}
      <h1>{title}</h1>
      {children}
    </>
  )
}
