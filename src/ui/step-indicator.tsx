import type { Text } from '../platform/i18n/text.ts'

type StepIndicatorProps = { t: Text; current: number; of: number; title?: string }

const stateOf = (step: number, current: number) => (step < current ? 'done' : step === current ? 'now' : 'later')

/** Where one is among the steps, as a line of ports; `current` counts from 1. The words alone say it too. */
export function StepIndicator({ t, current, of, title }: StepIndicatorProps) {
  const steps = Array.from({ length: of }, (_, index) => index + 1)
  return (
    <div class="steps">
      <p class="steps-words">
        {t('ui.steps.count', { current, of })}
        {title ? `: ${title}` : null}
      </p>
      <ol class="steps-line" aria-hidden="true">
        {steps.map((step) => (
          <li key={step} class={`step step--${stateOf(step, current)}`} />
        ))}
      </ol>
    </div>
  )
}
