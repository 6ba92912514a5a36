import { overloaded } from '../../../platform/http/answer.ts'
import { procedure } from '../../../platform/http/page.ts'
import { operation } from '../../../platform/operation.ts'
import { lockAccount, recordFacts } from '../../account-store.ts'
import { busySeconds, type Doer } from '../../procedure.ts'
import { hasRecentProof } from '../../sessions/recent-proof.ts'
import { insertResetAnswers } from '../../sign-up/reset-answer-store.ts'
import { type HashedAnswer, hashedAnswers, type ResetAnswer } from '../../sign-up/set-reset-questions.ts'
import { tellEveryAddress } from '../../tell-every-address.ts'
import { deleteResetAnswers } from '../reset-secret-store.ts'
import { killResets } from '../reset-store.ts'

/** Five other questions or answers: the old ones are gone, and with them every reset that asks them. */
export const changeQuestions = operation({
  name: 'accounts.change-questions',
  gate: true,
  allow: (actor) => actor.kind === 'account' && actor.sessionId !== null,
  refusals: ['no-recent-proof'],
  async run(context, { answers }: { answers: readonly HashedAnswer[] }) {
    const { tx, actor, now, refuse, audit } = context
    const account = await lockAccount(tx, actor.id as string)
    audit({ account: account.id })
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    await deleteResetAnswers(tx, account.id)
    await insertResetAnswers(
      tx,
      answers.map(({ question, hash }, index) => ({
        account: account.id,
        position: index + 1,
        question,
        answer_hash: hash,
        set_at: now,
      })),
    )
    await recordFacts(tx, account.id, { reset_questions_set_at: now })
    await killResets(tx, account.id, now)
    await tellEveryAddress(context, account, { kind: 'accounts.questions-changed' })
    return undefined
  },
})

export const giveNewQuestions = procedure({
  refusals: changeQuestions.refusals,
  async call(by: Doer, { answers }: { answers: readonly ResetAnswer[] }) {
    const hashed = await hashedAnswers(by.services.passwords, answers)
    return hashed ? by.perform(changeQuestions, { answers: hashed }) : overloaded(busySeconds)
  },
})
