import { portalVisits, signUpMoves } from '../../accounts/index.ts'
import { type Actor, visitor } from '../../platform/actor.ts'
import { isAnswer } from '../../platform/http/answer.ts'
import { performerFor } from '../../platform/operation.ts'
import { demoPassword } from '../welcome.ts'
import type { Deployment } from '../deployment.ts'
import { mailedCode, mailedToken } from './mailbox.ts'
import type { DemoPerson } from './people.ts'

const noRequest = { id: null, network: null }

/** The output of a step that cannot be refused here; anything else means that the seed no longer fits the product. */
function done<T>(result: { ok: true; output: T } | { ok: false; refusal: string } | { answer: string }): T {
  if (isAnswer(result)) throw new Error('The demonstration’s seed was turned away')
  if ('ok' in result && result.ok) return result.output
  throw new Error(`The demonstration’s seed was refused: ${'refusal' in result ? result.refusal : 'unknown'}`)
}

/** Signs one person up, step by step, through the operations that the pages call. Returns the signed-in actor. */
export async function openDemoAccount(deployment: Deployment, person: DemoPerson): Promise<Actor> {
  const parts = deployment.partsFor('portal')
  const { services } = deployment
  const as = (actor: Actor) => ({ ...performerFor(parts, actor, noRequest), services })
  const actorBehind = async (secret: string) => (await portalVisits(parts)(secret)).actor
  const stranger = as(visitor)
  const moves = signUpMoves
  done(await stranger.perform(moves.startSignUp, { email: person.email, language: 'en' }))
  const confirmed = done(await stranger.perform(moves.confirmEmail, { token: await mailedToken(deployment, person.email) }))
  const by = as(await actorBehind(confirmed.secret))
  done(await by.perform(moves.agreeToTerms, { version: services.agency.terms.version, language: 'en' }))
  done(await moves.setPassword.call(by, { password: demoPassword }))
  done(await by.perform(moves.chooseVerificationMethod, { channel: 'email' }))
  done(await moves.proveChannel.call(by, { typed: await mailedCode(deployment, person.email) }))
  done(await by.perform(moves.keepBackupCode, undefined))
  const answers = services.agency.resetQuestions.map(([question = ''], at) => ({ question, answer: `demonstration ${at}` }))
  done(await moves.setResetQuestions.call(by, { answers }))
  done(await by.perform(moves.chooseService, undefined))
  let finished = done(await by.perform(moves.chooseAccountType, { accountType: person.type }))
  if (person.representativeKind) finished = done(await by.perform(moves.chooseRepresentativeKind, { kind: person.representativeKind }))
  return actorBehind(finished.secret ?? '')
}
