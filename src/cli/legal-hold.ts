import { parseOnlineAccountNumber, setLegalHold } from '../accounts/index.ts'
import type { Config } from '../config.ts'
import { systemActor } from '../platform/actor.ts'
import { performerFor } from '../platform/operation.ts'
import { withDeployment } from './with-deployment.ts'

const usage = 2

const refusals = {
  'unknown-account': 'No account has this Online Account Number.',
  'already-emptied': 'This account was closed and emptied: there is nothing left to hold.',
} as const

/** Sets or lifts the hold by which the law forbids that anything of an account goes. The person is not told. */
export async function legalHold(config: Config, typed: string, { lift = false }: { lift?: boolean }): Promise<number> {
  const number = parseOnlineAccountNumber(typed)
  if (!number.ok) {
    console.error('legal-hold: this is not an Online Account Number')
    return usage
  }
  const isHeld = !lift
  const set = await withDeployment(config, (deployment) =>
    performerFor(deployment.partsFor('worker'), systemActor('operator'), { id: null, network: null }).perform(setLegalHold, {
      number: number.number,
      isHeld,
    }),
  )
  if (!set.ok) {
    console.error(refusals[set.refusal as keyof typeof refusals] ?? `Refused: ${set.refusal}`)
    return 1
  }
  console.log(isHeld ? 'This account is held: nothing of it goes until the hold is lifted.' : 'The hold is lifted.')
  return 0
}
