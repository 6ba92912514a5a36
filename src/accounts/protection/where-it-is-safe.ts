import type { IsSafeToSend } from '../../platform/is-safe-to-send.ts'
import { findSafeContactOfPerson } from './protection-store.ts'

/**
 * Whether a mail or text may go to a person: asked of each in the moment in which it would leave, so that one that was queued
 * before the person said that others read along does not. What somebody waits for at this moment to get in goes in any case:
 * without it the account would be shut to its owner, and it tells nobody more than that somebody tries to get in.
 */
export const isSafeToSend: IsSafeToSend = async (tx, { person, channel, isAwaited }) => {
  if (isAwaited) return true
  const said = await findSafeContactOfPerson(tx, person)
  return !(channel === 'email' ? said?.mailbox_unsafe : said?.phone_unsafe)
}
