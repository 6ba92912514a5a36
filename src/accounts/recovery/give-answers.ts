import { countAttempts, forgiveAttempts, type Limit } from '../../platform/attempts.ts'
import { overloaded } from '../../platform/http/answer.ts'
import { procedure } from '../../platform/http/page.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { busySeconds, type Doer } from '../procedure.ts'
import { resetFactsOf } from './reset-facts.ts'
import { listAnswerHashes } from './reset-secret-store.ts'
import { lockResetOf, recordReset } from './reset-store.ts'
import { mayTake } from './reset-way.ts'

const answerTriesMost = 5

/** Pairs of answers looked at for one account in a day, over all its resets; a right pair gives its place back. */
const dayLimit: Limit<string> = {
  name: 'accounts.reset-answers.account',
  most: 10,
  withinSeconds: 86_400,
  of: ({ input }) => input,
  failuresOnly: true,
}

const subjectOf = ({ actor, request, services }: Pick<OperationContext, 'actor' | 'request' | 'services'>, account: string) => ({
  actor,
  request,
  services,
  input: account,
})

/** Answers as they are compared, by question. */
export type GivenAnswers = Readonly<Record<string, string>>

/** Counts one look at two answers, committed before they are compared. */
export const tryAnswers = operation({
  name: 'accounts.try-answers',
  gate: true,
  allow: (actor) => actor.sessionId !== null,
  refusals: ['reset-elsewhere', 'tries-used', 'tries-used-today'],
  async run(context, _input: undefined) {
    const { tx, actor, now, refuse, audit } = context
    const reset = await lockResetOf(tx, actor.sessionId as string)
    if (!reset || !mayTake('questions', await resetFactsOf(context, reset))) return refuse('reset-elsewhere')
    audit({ account: reset.account, subject: `reset:${reset.id}` })
    if (reset.answer_tries >= answerTriesMost) return refuse('tries-used')
    if (!(await countAttempts(tx, [dayLimit], subjectOf(context, reset.account), now))) return refuse('tries-used-today')
    await recordReset(tx, reset.id, { answer_tries: reset.answer_tries + 1 })
    return { triedAt: now, hashes: await listAnswerHashes(tx, reset.account, reset.questions) }
  },
})

/** Both answers were right. */
export const keepAnswersGiven = operation({
  name: 'accounts.keep-answers-given',
  gate: true,
  allow: (actor, _input: { triedAt: Temporal.Instant }) => actor.sessionId !== null,
  refusals: ['reset-elsewhere'],
  async run(context, { triedAt }) {
    const { tx, actor, now, refuse, audit } = context
    const reset = await lockResetOf(tx, actor.sessionId as string)
    if (!reset || !mayTake('questions', await resetFactsOf(context, reset))) return refuse('reset-elsewhere')
    audit({ account: reset.account, subject: `reset:${reset.id}` })
    await forgiveAttempts(tx, [dayLimit], subjectOf(context, reset.account), triedAt)
    await recordReset(tx, reset.id, { answered_at: now })
    return undefined
  },
})

/**
 * Two of the five answers. Each is compared, whatever the other came to: neither words nor time say which was wrong
 * (ASVS V6.3.8).
 */
export const giveAnswers = procedure({
  refusals: [...tryAnswers.refusals, ...keepAnswersGiven.refusals, 'answers-wrong'],
  async call(by: Doer, { answers }: { answers: GivenAnswers }) {
    const tried = await by.perform(tryAnswers, undefined)
    if (!tried.ok) return tried
    let right = 0
    for (const { question, answer_hash: hash } of tried.output.hashes) {
      const compared = await by.services.passwords.verifyPassword(answers[question] ?? '', hash)
      if (!('matches' in compared)) return overloaded(busySeconds)
      if (compared.matches) right += 1
    }
    if (right < 2) return { ok: false, refusal: 'answers-wrong' }
    return by.perform(keepAnswersGiven, { triedAt: tried.output.triedAt })
  },
})
