import { allows } from '../../platform/http/own-cookies.ts'
import { type AnyPage, type Context, procedure, type Route } from '../../platform/http/page.ts'
import { query } from '../../platform/operation.ts'
import { addToStepCount, listStepCounts } from './step-count-store.ts'
import type { SignUpStep } from './steps.ts'

/** What can be counted: that an address was typed, and every step that follows. */
export type CountedStep = 'start' | SignUpStep

/**
 * Adds one to a step of today. One statement outside of any actor's transaction and without an entry in the record:
 * either would tie the count to its person.
 */
const countStep = query({
  name: 'accounts.count-sign-up-step',
  alone: true,
  allow: () => true,
  run: ({ tx, now, services }, step: CountedStep) =>
    addToStepCount(tx, step, now.toZonedDateTimeISO(services.agency.timeZone).toPlainDate()),
})

/** Of a day and a step, how many got past it; for the operator, and for the office's page of numbers, which asks who may see it. */
export const stepCounts = query({
  name: 'accounts.sign-up-step-counts',
  allow: (actor) => actor.kind === 'system' || actor.kind === 'staff',
  run: ({ tx, now, services }, { days }: { days: number }) =>
    listStepCounts(tx, now.toZonedDateTimeISO(services.agency.timeZone).toPlainDate().subtract({ days: days - 1 })),
})

/** Who has an account already is not signing up: they meet new terms, or look at the services again. */
function isSigningUp(step: CountedStep, { visit }: Context): boolean {
  const holder = visit.session?.holder
  if (!holder) return true
  return holder.stage === 'sign-up' && (holder.accountType === null || step === 'representative')
}

/** A page of the sign-up whose success is counted, if the device's storage preferences allow analytics; else nothing is. */
export function counts(step: CountedStep, route: Route): Route {
  const { submit } = route as AnyPage
  if (route.kind !== 'page' || !submit) throw new Error(`${route.path.pattern} has nothing to count`)
  const { operation } = submit
  const counting = procedure({
    refusals: operation.refusals as readonly string[],
    async call(context: Context, input: unknown) {
      const result = 'call' in operation ? await operation.call(context, input) : await context.perform(operation, input)
      // The step is done and said so, whatever becomes of the count.
      if ('ok' in result && result.ok && isSigningUp(step, context) && allows(context, 'analytics')) await context.read(countStep, step).catch(() => undefined)
      return result
    },
  })
  return { ...route, submit: { ...submit, operation: counting } } as Route
}
