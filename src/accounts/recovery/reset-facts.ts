import type { AgencyPack } from '../../agency/index.ts'
import type { OperationContext } from '../../platform/operation.ts'
import { readFactors } from '../second-factor/factor-store.ts'
import { openWays } from '../second-factor/ways.ts'
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

/** By what an account can be asked for a code, and whether it has a passkey. */
async function factorsOf({ tx, services }: Reading, account: string) {
  const factors = await readFactors(tx, account)
  const ways = openWays({ factors, isSmsOffered: services.sms.isOffered, isFromMailbox: true })
  return { hasFactor: ways.length > 0, hasPasskey: factors.passkeys > 0 }
}

const noFactors = { hasFactor: false, hasPasskey: false }

/** What a reset has come to, read under the rights of the gate. */
export async function resetFactsOf({ tx, services }: Reading, reset: OpenReset): Promise<ResetFacts> {
  const isRecovery = reset.recovery !== null
  const factors = isRecovery ? noFactors : await factorsOf({ tx, services }, reset.account)
  return {
    ...factors,
    isReproofed: reset.opened_by === 'reproofing',
    questions: standingOf(services.agency, reset),
    // The second proven address stands where a factor stands: the link came there and nowhere else.
    factorGiven: reset.factor !== null || reset.opened_by === 'recovery-address',
    backupCodeGiven: reset.backup_code !== null,
    answersGiven: reset.answered_at !== null,
  }
}

/** The questions a reset can ask of an account, in the account's order. */
export const askableQuestions = async ({ tx, services }: Reading, account: string): Promise<string[]> =>
  questionsAskedOf(services.agency, await listResetQuestions(tx, account))
