import type { AgencyPack } from '../../agency/index.ts'
import { type PathBuilder, paths } from '../../platform/paths.ts'
import type { Account } from '../account.ts'

/** The facts that tell how far a sign-up has come. */
export type SignUpFacts = Pick<
  Account,
  | 'email_confirmed_at'
  | 'terms_version'
  | 'password_set_at'
  | 'code_channel'
  | 'channel_proven_at'
  | 'backup_code_kept_at'
  | 'reset_questions_set_at'
  | 'service'
  | 'account_type'
  | 'representative_kind'
>

/** What the agency pack says of the steps: the terms in force, and the lists of reset questions (none: not asked). */
export type StepRules = Pick<AgencyPack, 'terms' | 'resetQuestions'>

interface Step {
  readonly name: string
  readonly path: PathBuilder
  /** Left out: every account is asked. */
  readonly isAsked?: (facts: SignUpFacts, rules: StepRules) => boolean
  readonly isDone: (facts: SignUpFacts, rules: StepRules) => boolean
}

/** The steps of a sign-up in their order. Each needs all those before it; the first undone one is where a person goes. */
export const signUpSteps = [
  { name: 'email', path: paths.checkYourEmail, isDone: (facts) => facts.email_confirmed_at !== null },
  { name: 'terms', path: paths.agreeToTerms, isDone: (facts, { terms }) => facts.terms_version === terms.version },
  { name: 'password', path: paths.choosePassword, isDone: (facts) => facts.password_set_at !== null },
  { name: 'verification-method', path: paths.verificationMethod, isDone: (facts) => facts.code_channel !== null },
  { name: 'verification-code', path: paths.verificationCode, isDone: (facts) => facts.channel_proven_at !== null },
  { name: 'backup-code', path: paths.backupCode, isDone: (facts) => facts.backup_code_kept_at !== null },
  {
    name: 'reset-questions',
    path: paths.resetQuestions,
    isAsked: (_facts, { resetQuestions }) => resetQuestions.length > 0,
    isDone: (facts) => facts.reset_questions_set_at !== null,
  },
  { name: 'services', path: paths.services, isDone: (facts) => facts.service !== null },
  { name: 'account-type', path: paths.accountType, isDone: (facts) => facts.account_type !== null },
  {
    name: 'representative',
    path: paths.signUpRepresentative,
    isAsked: (facts) => facts.account_type === 'representative',
    isDone: (facts) => facts.representative_kind !== null,
  },
] as const satisfies readonly Step[]

export const signUpStepNames = signUpSteps.map(({ name }) => name)

export type SignUpStep = (typeof signUpSteps)[number]['name']

const steps: readonly Step[] = signUpSteps

const asksFor = (step: Step, facts: SignUpFacts, rules: StepRules) => step.isAsked?.(facts, rules) ?? true

/** The first undone step; null when nothing is left to do. */
export function nextStep(facts: SignUpFacts, rules: StepRules): SignUpStep | null {
  const undone = steps.find((step) => asksFor(step, facts, rules) && !step.isDone(facts, rules))
  return (undone?.name as SignUpStep | undefined) ?? null
}

/** The page of a step; without one, the account's home. */
export const stepPath = (name: SignUpStep | null): string =>
  (steps.find((step) => step.name === name)?.path as PathBuilder<'/'> | undefined)?.() ?? paths.account()

/** Where a step stands among those that are asked of everyone, counted from 1; a representative's own comes last. */
export function stepPlace(name: SignUpStep, rules: StepRules): { current: number; of: number } {
  const facts = { account_type: name === 'representative' ? name : null } as SignUpFacts
  const asked = steps.filter((step) => asksFor(step, facts, rules))
  return { current: asked.findIndex((step) => step.name === name) + 1, of: asked.length }
}
