import type { Account, CodeChannel } from '../account.ts'
import type { SessionStage } from '../sessions/session.ts'
import type { Factors } from './factors.ts'

/** A way to ask for one code; both channels at once are a preference, not a way of their own to choose at a sign-in. */
export type CodeWay = Exclude<CodeChannel, 'email-and-sms'>
export const codeWays = ['email', 'sms', 'app'] as const satisfies readonly CodeWay[]

/** What a deployment can send, and what an account has. */
export interface WaysOpen {
  readonly factors: Pick<Factors, 'phone' | 'apps'>
  readonly isSmsOffered: boolean
  /** The session came from a link in the mailbox: a code to the same mailbox would prove nothing more. */
  readonly isFromMailbox: boolean
}

export const isFromMailbox = (stage: SessionStage): boolean => stage === 'resetting'

/** The ways in which a code can be asked of an account. Empty only where the mailbox alone is left and does not count. */
export function openWays({ factors, isSmsOffered, isFromMailbox }: WaysOpen): readonly CodeWay[] {
  const open: Record<CodeWay, boolean> = {
    email: !isFromMailbox,
    sms: isSmsOffered && factors.phone !== null,
    app: factors.apps > 0,
  }
  return codeWays.filter((way) => open[way])
}

/** What a person can prefer: every way that is open, and mail and text together where both are. */
export function channelsToPrefer(ways: readonly CodeWay[]): readonly CodeChannel[] {
  const both: readonly CodeChannel[] = ways.includes('email') && ways.includes('sms') ? ['email-and-sms'] : []
  return [...ways.filter((way) => way !== 'app'), ...both, ...ways.filter((way) => way === 'app')]
}

/** The channel that a sign-in asks by: the one wished for, else the preferred one, else the strongest that is open. */
export function channelToAsk(
  ways: readonly CodeWay[],
  { code_channel }: Pick<Account, 'code_channel'>,
  wished?: CodeChannel,
): CodeChannel | undefined {
  const open = channelsToPrefer(ways)
  return open.find((each) => each === wished) ?? open.find((each) => each === code_channel) ?? open.at(-1)
}
