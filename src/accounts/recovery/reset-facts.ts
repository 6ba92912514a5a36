import type { AgencyPack } from '../../agency/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { readFactors } from '../second-factor/factor-store.ts'
import { hasFactorBesidesMailbox } from '../second-factor/factors.ts'
import { listResetQuestions } from './reset-secret-store.ts'
import type { OpenReset } from './reset-store.ts'
import type { QuestionsStanding, ResetFacts } from './reset-way.ts'

/** Questions the agency still asks: one it took off its lists has no words any more. */
export const questionsAskedOf = ({ resetQuestions }: Pick<AgencyPack, 'resetQuestions'>, chosen: readonly string[]): string[] => {
  const known = new Set(resetQuestions.flat())
  return chosen.filter((question) => known.has(question))
}

function standingOf({ resetQuestions }: Pick<AgencyPack, 'resetQuestions'>, { questions }: Pick<OpenReset, 'questions'>): QuestionsStanding {
  if (resetQuestions.length === 0) return 'off'
  return questions.length === 2 ? 'asked' : 'none'
}

type Reading = Pick<OperationContext, 'tx' | 'services'>

/** What a reset has come to, read under the rights of the gate. */
export async function resetFactsOf({ tx, services }: Reading, reset: OpenReset): Promise<ResetFacts> {
  return {
    hasFactor: hasFactorBesidesMailbox(await readFactors(tx, reset.account)),
    questions: standingOf(services.agency, reset),
    factorGiven: reset.factor !== null,
    backupCodeGiven: reset.backup_code !== null,
    answersGiven: reset.answered_at !== null,
  }
}

/** The questions a reset can ask of an account, in the account's order. */
export const askableQuestions = async ({ tx, services }: Reading, account: string): Promise<string[]> =>
  questionsAskedOf(services.agency, await listResetQuestions(tx, account))
