import type { Passwords } from '../../platform/crypto/passwords.ts'
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

export interface HashedAnswer {
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

/** An answer is easier to guess than a password, so each is hashed like one. Null: the hashing pool is full. */
export async function hashedAnswers(passwords: Passwords, answers: readonly ResetAnswer[]): Promise<HashedAnswer[] | null> {
  const hashed: HashedAnswer[] = []
  for (const { question, answer } of answers) {
    const made = await passwords.hashPassword(answer)
    if (!('hash' in made)) return null
    hashed.push({ question, hash: made.hash })
  }
  return hashed
}

/** The five questions, chosen for the first time. */
export const setResetQuestions = procedure({
  refusals: keepAnswers.refusals,
  async call(by: Doer, { answers }: { answers: readonly ResetAnswer[] }) {
    const hashed = await hashedAnswers(by.services.passwords, answers)
    return hashed ? by.perform(keepAnswers, { answers: hashed }) : overloaded(busySeconds)
  },
})

export const resetQuestionsRecord = keepAnswers
