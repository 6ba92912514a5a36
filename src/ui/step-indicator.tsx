import type { Text } from '../platform/i18n/text.ts'

type StepIndicatorProps = { t: Text; current: number; of: number; title?: string }

const stateOf = (step: number, current: number) => (step < current ? 'done' : step === current ? 'now' : 'later')

/** As many ports as fit beside each other on the narrowest screen. */
const portsMost = 12

/** The port at which a step stands: the first step at the first, only the last step at the last. */
const portOf = (current: number, of: number) =>
  of <= portsMost ? current : 1 + Math.floor(((current - 1) * (portsMost - 1)) / (of - 1))

/**
 * Where one is among the steps, as a line of ports; `current` counts from 1. The words alone say it too, and say it of
 * each step where there are more steps than ports.
 */
export function StepIndicator({ t, current, of, title }: StepIndicatorProps) {
  const steps = Array.from({ length: Math.min(of, portsMost) }, (_, index) => index + 1)
  const port = portOf(current, of)
  return (
    <div class="steps">
      <p class="steps-words">
        {t('ui.steps.count', { current, of })}
        {title ? `: ${title}` : null}
      </p>
      <ol class="steps-line" aria-hidden="true">
        {steps.map((step) => (
          <li key={step} class={`step step--${stateOf(step, port)}`} />
        ))}
      </ol>
    </div>
  )
}
