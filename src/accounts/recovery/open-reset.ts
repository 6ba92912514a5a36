import { randomInt } from 'node:crypto'
import { operation, query } from '../../platform/operation.ts'
import { openSession } from '../sessions/open-session.ts'
import { askableQuestions, resetFactsOf } from './reset-facts.ts'
import { tokenHashes } from './reset-link.ts'
import { findUsableReset, killResets, lockUsableReset, type OpenReset, recordReset } from './reset-store.ts'
import { nextResetStep } from './reset-way.ts'

/** Whether a mailed reset link can still be used. Asking changes nothing: a mail scanner may open it. */
export const isResetLinkUsable = query({
  name: 'accounts.is-reset-link-usable',
  gate: true,
  allow: () => true,
  run: async ({ tx, now, services }, { token }: { token: string }) =>
    (await findUsableReset(tx, tokenHashes(services.keys, token), now)) !== undefined,
})

/** Two of them at random, in their order; none where there are not two. */
export function twoOf(questions: readonly string[], below: (most: number) => number = randomInt): string[] {
  if (questions.length < 2) return []
  const first = below(questions.length)
  const second = (first + 1 + below(questions.length - 1)) % questions.length
  return [first, second].sort((a, b) => a - b).map((index) => questions[index] as string)
}

/**
 * The button behind the mailed link: spends it and opens a session that may go on with this reset and with nothing
 * else, on whatever device this is. The two questions are drawn here and stay the same until the reset ends, so that
 * asking again and again does not find the two that somebody can answer.
 */
export const openReset = operation({
  name: 'accounts.open-reset',
  gate: true,
  allow: (_actor, _link: { token: string }) => true,
  limits: [{ name: 'accounts.open-reset.network', most: 60, withinSeconds: 60, of: ({ request }) => request.network }],
  refusals: ['link-not-usable'],
  async run(context, { token }) {
    const { tx, now, services, refuse, audit } = context
    const reset = await lockUsableReset(tx, tokenHashes(services.keys, token), now)
    if (!reset?.account) return refuse('link-not-usable')
    audit({ account: reset.account, subject: `reset:${reset.id}` })
    await killResets(tx, reset.account, now, { except: reset.id, sparesRecovery: reset.recovery === null })
    const session = await openSession(context, { account: reset.account, stage: 'resetting' })
    const opened = {
      spent_at: now,
      session: session.id,
      questions: twoOf(await askableQuestions(context, reset.account)),
    }
    await recordReset(tx, reset.id, opened)
    const facts = await resetFactsOf(context, { ...reset, ...opened } as OpenReset)
    return { secret: session.secret, step: nextResetStep(facts) }
  },
})
