import type { StaffRow } from '../staff/staff-store.ts'

const wrongMost = 30
const countedHours = 24
const waitHours = 1

type Counted = Pick<StaffRow, 'wrong_codes' | 'wrong_codes_since' | 'codes_wait_until'>

/** One more wrong code: 30 in a day, over however many sign-ins, and codes wait an hour. */
export function wrongCodeCounted(staff: Counted, now: Temporal.Instant): Counted {
  const since = staff.wrong_codes_since
  const fresh = since === null || Temporal.Instant.compare(since.add({ hours: countedHours }), now) <= 0
  const wrong = fresh ? 1 : staff.wrong_codes + 1
  if (wrong < wrongMost) return { wrong_codes: wrong, wrong_codes_since: fresh ? now : since, codes_wait_until: null }
  return { wrong_codes: 0, wrong_codes_since: null, codes_wait_until: now.add({ hours: waitHours }) }
}
