/** Look-ups a minute for one network. */
export const lookUpsMost = 60
const windowSeconds = 60
/** Networks remembered within one minute; past it the minute starts anew, so that memory stays bounded. */
const networksMost = 200_000

export interface LookUpWindow {
  /** Counts one look-up of a network. Null: go on; else the seconds to wait. */
  count(network: string | null, now: Temporal.Instant): number | null
}

/** Counts look-ups in the memory of this process, minute by minute: a row written for every one read would cost more. */
export function openLookUpWindow(): LookUpWindow {
  const made = new Map<string, number>()
  let minute = 0
  return {
    count(network, now) {
      const seconds = Math.floor(now.epochMilliseconds / 1000)
      const current = Math.floor(seconds / windowSeconds)
      if (current !== minute || made.size >= networksMost) made.clear()
      minute = current
      const subject = network ?? ''
      const count = (made.get(subject) ?? 0) + 1
      made.set(subject, count)
      return count <= lookUpsMost ? null : windowSeconds - (seconds % windowSeconds)
    },
  }
}
