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

interface Step {
  readonly name: string
  readonly path: PathBuilder
  /** Left out: every account is asked. */
  readonly isAsked?: (facts: SignUpFacts) => boolean
  readonly isDone: (facts: SignUpFacts, termsVersion: string) => boolean
}

/** The steps of a sign-up in their order. Each needs all those before it; the first undone one is where a person goes. */
export const signUpSteps = [
  { name: 'email', path: paths.checkYourEmail, isDone: (facts) => facts.email_confirmed_at !== null },
  { name: 'terms', path: paths.agreeToTerms, isDone: (facts, version) => facts.terms_version === version },
  { name: 'password', path: paths.choosePassword, isDone: (facts) => facts.password_set_at !== null },
  { name: 'verification-method', path: paths.verificationMethod, isDone: (facts) => facts.code_channel !== null },
  { name: 'verification-code', path: paths.verificationCode, isDone: (facts) => facts.channel_proven_at !== null },
  { name: 'backup-code', path: paths.backupCode, isDone: (facts) => facts.backup_code_kept_at !== null },
  { name: 'reset-questions', path: paths.resetQuestions, isDone: (facts) => facts.reset_questions_set_at !== null },
  { name: 'services', path: paths.services, isDone: (facts) => facts.service !== null },
  { name: 'account-type', path: paths.accountType, isDone: (facts) => facts.account_type !== null },
  {
    name: 'representative',
    path: paths.signUpRepresentative,
    isAsked: (facts) => facts.account_type === 'representative',
    isDone: (facts) => facts.representative_kind !== null,
  },
] as const satisfies readonly Step[]

export type SignUpStep = (typeof signUpSteps)[number]['name']

const steps: readonly Step[] = signUpSteps

const isOpen = (step: Step, facts: SignUpFacts, termsVersion: string) =>
  (step.isAsked?.(facts) ?? true) && !step.isDone(facts, termsVersion)

/** The first undone step; null when nothing is left to do. `termsVersion` is the version in force. */
export function nextStep(facts: SignUpFacts, termsVersion: string): SignUpStep | null {
  return (steps.find((step) => isOpen(step, facts, termsVersion))?.name as SignUpStep | undefined) ?? null
}

/** The page of a step; without one, the account's home. */
export const stepPath = (name: SignUpStep | null): string =>
  (steps.find((step) => step.name === name)?.path as PathBuilder<'/'> | undefined)?.() ?? paths.account()

/** Where a step stands among those that are asked, counted from 1. */
export function stepPlace(name: SignUpStep, facts?: Pick<SignUpFacts, 'account_type'>): { current: number; of: number } {
  const asked = steps.filter((step) => step.name === name || !step.isAsked || (facts && step.isAsked(facts as SignUpFacts)))
  return { current: asked.findIndex((step) => step.name === name) + 1, of: asked.length }
}
