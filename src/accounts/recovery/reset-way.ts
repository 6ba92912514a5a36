import { paths } from '../../platform/paths.ts'

/** `off`: the deployment asks no questions. `none`: it does, and this account has no two answers to ask for. */
export type QuestionsStanding = 'off' | 'none' | 'asked'

/** What a reset has been shown since its mailed link was opened, and what its account can show. */
export interface ResetFacts {
  /** A phone or an app: something besides the mailbox that got the link, by which a code can be asked. */
  readonly hasFactor: boolean
  readonly hasPasskey: boolean
  /** The agency saw who they are, and two of its people said so. */
  readonly isReproofed: boolean
  readonly questions: QuestionsStanding
  readonly factorGiven: boolean
  readonly backupCodeGiven: boolean
  readonly answersGiven: boolean
}

export const resetSteps = ['code', 'passkey', 'backup-code', 'questions', 'new-password'] as const
export type ResetStep = (typeof resetSteps)[number]

/**
 * Whether a new password may be set. The link is one thing; two more are asked, of which answers are never the only
 * kind: a second factor or the backup code in its place, and the two answers or, for who cannot give them, the backup
 * code beside the factor. A code to the mailbox that gets the link is no factor here (NIST SP 800-63B-4, 3.1.3).
 */
export function isEnough({ isReproofed, questions, factorGiven, backupCodeGiven, answersGiven }: ResetFacts): boolean {
  if (isReproofed) return true
  if (questions === 'off') return factorGiven || backupCodeGiven
  return factorGiven ? answersGiven || backupCodeGiven : backupCodeGiven && answersGiven
}

const isOpen: Record<ResetStep, (facts: ResetFacts) => boolean> = {
  code: (facts) => facts.hasFactor && !facts.factorGiven && !isEnough(facts),
  passkey: (facts) => facts.hasPasskey && !facts.factorGiven && !isEnough(facts),
  'backup-code': (facts) => !facts.backupCodeGiven && !isEnough(facts),
  questions: (facts) =>
    facts.questions === 'asked' && !facts.answersGiven && (facts.factorGiven || facts.backupCodeGiven) && !isEnough(facts),
  'new-password': isEnough,
}

/** Whether a step can be taken now: answers only after something stronger, the password only after enough. */
export const mayTake = (step: ResetStep, facts: ResetFacts): boolean => isOpen[step](facts)

const inOrder: readonly ResetStep[] = ['new-password', 'questions', 'code', 'passkey', 'backup-code']

/**
 * The step a reset goes on with by itself; others that are open are offered on its page. Null: with what this account
 * has it cannot go on, and only the recovery of who lost everything is left.
 */
export const nextResetStep = (facts: ResetFacts): ResetStep | null => inOrder.find((step) => mayTake(step, facts)) ?? null

const pathOf: Record<ResetStep, string> = {
  code: paths.resetCode(),
  passkey: paths.resetPasskey(),
  'backup-code': paths.resetBackupCode(),
  questions: paths.resetAnswers(),
  'new-password': paths.resetPassword(),
}

export const resetStepPath = (step: ResetStep): string => pathOf[step]
