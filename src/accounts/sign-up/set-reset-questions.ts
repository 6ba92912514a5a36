import { overloaded } from '../../platform/http/answer.ts'
import { procedure } from '../../platform/http/page.ts'
import { operation } from '../../platform/operation.ts'
import { lockAccount, recordFacts } from '../account-store.ts'
import { busySeconds, type Doer } from '../procedure.ts'
import { insertResetAnswers } from './reset-answer-store.ts'
import { stepPath } from './steps.ts'

/** A question of the agency's list and its answer, already normalised. */
export interface ResetAnswer {
  question: string
  answer: string
}

interface HashedAnswer {
  question: string
  hash: string
}

const keepAnswers = operation({
  name: 'accounts.set-reset-questions',
  allow: (actor) => actor.kind === 'account',
  refusals: ['step-done'],
  async run({ tx, actor, now, refuse, audit }, { answers }: { answers: readonly HashedAnswer[] }) {
    const id = actor.id as string
    audit({ account: id })
    const account = await lockAccount(tx, id)
    if (account.reset_questions_set_at) return refuse('step-done')
    await insertResetAnswers(
      tx,
      answers.map(({ question, hash }, index) => ({
        account: id,
        position: index + 1,
        question,
        answer_hash: hash,
        set_at: now,
      })),
    )
    await recordFacts(tx, id, { reset_questions_set_at: now })
    return { goTo: stepPath('services') }
  },
})

/** The five questions: an answer is easier to guess than a password, so each is hashed like one. */
export const setResetQuestions = procedure({
  refusals: keepAnswers.refusals,
  async call(by: Doer, { answers }: { answers: readonly ResetAnswer[] }) {
    const hashed: HashedAnswer[] = []
    for (const { question, answer } of answers) {
      const made = await by.services.passwords.hashPassword(answer)
      if (!('hash' in made)) return overloaded(busySeconds)
      hashed.push({ question, hash: made.hash })
    }
    return by.perform(keepAnswers, { answers: hashed })
  },
})

export const resetQuestionsRecord = keepAnswers
