/**
 * How the agency asks for what is missing (8 CFR 103.2(b)(8)) and says that it intends to deny (8 CFR 103.2(b)(16)).
 * A request leaves 84 days, one about Form I-539 and an intent to deny 30; nobody can extend that (8 CFR 103.2(b)(8)(iv)).
 * Texts: `requests.json`.
 */
export const evidenceRequests = {
  kinds: [
    { code: 'initial', status: 'initial-evidence-requested', notice: 'request-for-evidence', task: 'answer-request', days: 84, formDays: { 'i-539': 30 } },
    { code: 'additional', status: 'evidence-requested', notice: 'request-for-evidence', task: 'answer-request', days: 84, formDays: { 'i-539': 30 } },
    { code: 'intent-to-deny', status: 'intent-to-deny', notice: 'intent-to-deny', task: 'answer-intent', days: 30, grounds: true },
  ],
  /** Service by mail adds three days (8 CFR 103.8(b)). */
  mailedExtraDays: 3,
  /** What a case becomes when its request is withdrawn. */
  withdrawn: 'actively-reviewed',
  /** A deadline within so many days after a declared outage moves too: whoever was kept from working loses no time. */
  outageReachDays: 14,
} as const

type Holiday = { readonly code: string; readonly month: number } & ({ readonly day: number } | { readonly weekday: number; readonly nth: number })

/**
 * The legal public holidays (5 U.S.C. 6103(a)). Weekdays as in ISO 8601: 1 is Monday. `nth: -1` is the last of the month.
 * One that falls on a Saturday is kept on the Friday before, one on a Sunday on the Monday after (5 U.S.C. 6103(b), E.O. 11582).
 */
const holidays: readonly Holiday[] = [
  { code: 'new-year', month: 1, day: 1 },
  { code: 'martin-luther-king', month: 1, weekday: 1, nth: 3 },
  { code: 'washington', month: 2, weekday: 1, nth: 3 },
  { code: 'memorial', month: 5, weekday: 1, nth: -1 },
  { code: 'juneteenth', month: 6, day: 19 },
  { code: 'independence', month: 7, day: 4 },
  { code: 'labor', month: 9, weekday: 1, nth: 1 },
  { code: 'columbus', month: 10, weekday: 1, nth: 2 },
  { code: 'veterans', month: 11, day: 11 },
  { code: 'thanksgiving', month: 11, weekday: 4, nth: 4 },
  { code: 'christmas', month: 12, day: 25 },
]

/** Days on which no deadline ends (8 CFR 1.2): it ends on the next day that is none of them. */
export const daysOff = { weekend: [6, 7], holidays } as const
