import { countDoneByDay, type DayCount } from '../../audit/index.ts'
import { query } from '../../platform/operation.ts'
import { acceptPassword } from '../sign-in/give-password.ts'
import { tryPassword } from '../sign-in/try-password.ts'
import { signInWithBackupCode, tryBackupCode } from '../sign-in/give-backup-code.ts'
import { tryCode } from '../one-time-password/try-code.ts'
import { keepAnswersGiven, tryAnswers } from '../recovery/give-answers.ts'
import { changePassword } from '../recovery/own/change-password.ts'
import { keepResetBackupCode, tryResetBackupCode } from '../recovery/prove-by-backup-code.ts'
import { historyDays } from './own-visits.ts'

export interface FailedTries {
  day: Temporal.PlainDate
  passwords: number
  codes: number
  /** Pairs of answers to reset questions. */
  answers: number
}

/** Looks at a secret, and what is done after a right one: the difference was wrong. */
const looks: Readonly<Record<Exclude<keyof FailedTries, 'day'>, readonly { looked: string; accepted: readonly string[] }[]>> = {
  passwords: [{ looked: tryPassword.name, accepted: [acceptPassword.name, changePassword.name] }],
  codes: [
    { looked: tryBackupCode.name, accepted: [signInWithBackupCode.name] },
    { looked: tryResetBackupCode.name, accepted: [keepResetBackupCode.name] },
  ],
  answers: [{ looked: tryAnswers.name, accepted: [keepAnswersGiven.name] }],
}

const operations = [...Object.values(looks).flat().flatMap(({ looked, accepted }) => [looked, ...accepted]), tryCode.name]

/** Wrong passwords and codes against one's own account by day, read off the record: signing in pays nothing for it. */
export const ownFailedTries = query({
  name: 'accounts.own-failed-tries',
  allow: (actor) => actor.kind === 'account',
  async run({ tx, actor, now, services }, _input: undefined): Promise<FailedTries[]> {
    const since = now.subtract({ hours: 24 * historyDays })
    const { timeZone } = services.agency
    return failedByDay(await countDoneByDay(tx, { account: String(actor.id), operations, since, timeZone }))
  },
})

export function failedByDay(counts: readonly DayCount[]): FailedTries[] {
  const days = new Map(counts.map(({ day }) => [day.toString(), day]))
  const tries = [...days].map(([key, day]) => {
    const ofDay = counts.filter((each) => each.day.toString() === key)
    const done = (...names: readonly string[]) =>
      ofDay.filter((each) => names.includes(each.operation)).reduce((sum, { count }) => sum + count, 0)
    const wrong = (kind: keyof typeof looks) =>
      looks[kind].reduce((sum, { looked, accepted }) => sum + Math.max(0, done(looked) - done(...accepted)), 0)
    const unfit = ofDay.filter(({ operation, fits }) => operation === tryCode.name && fits === false)
    const codes = wrong('codes') + unfit.reduce((sum, { count }) => sum + count, 0)
    return { day, passwords: wrong('passwords'), codes, answers: wrong('answers') }
  })
  return tries.filter(({ passwords, codes, answers }) => passwords + codes + answers > 0)
}
