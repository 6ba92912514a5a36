/** One kind of appointment. Texts: `kind.<id>` and `.about` in `appointments.json`, and `bring.<…>` for each thing to bring. */
export interface AppointmentKind {
  readonly id: string
  /** How long one is; times of an office are so far apart. */
  readonly minutes: number
  readonly bring: readonly string[]
  /** What the case becomes by it, where its status allows that: when it is set, moved by its person, and attended. */
  readonly booked?: string
  readonly moved?: string
  readonly attended?: string
  /** Somebody looks at who came and at their papers, and says whether it is them. */
  readonly checksIdentity?: true
}

/** How people are seen in person, and when a person may choose another time. */
export interface AppointmentRules {
  /** How often a person or who represents them may move one. */
  readonly changesMost: number
  /** Up to how many hours before it begins. */
  readonly hoursBeforeLeast: number
  /** The earliest time that is offered, in hours from now. */
  readonly noticeHoursLeast: number
  /** The inquiry under which somebody asks who did not come, or cannot come and may not move it. */
  readonly askUnder: string
  readonly remindDaysBefore: readonly number[]
  readonly kinds: readonly AppointmentKind[]
  /** Texts: `reason.<…>`, `closing.<…>`, `cancelled.<…>`; and `cancelled.case-<how>` for an appointment that ends with its case. */
  readonly reasons: readonly string[]
  readonly closings: readonly string[]
  readonly cancellations: readonly string[]
  /** `YYYY-MM-DD`: no office sees anybody. */
  readonly holidays: readonly string[]
}

/** An office that may hold a case or see people. Text: `office.<id>` in `agency.json`. */
export interface OfficeEntry {
  readonly id: string
  readonly kind: string
  readonly timeZone: string
  /** As it is written on a letter. */
  readonly address?: readonly string[]
  /** The states and territories whose people it sees first. */
  readonly serves?: readonly string[]
  /** Left out: nobody is seen there. */
  readonly visits?: {
    /** How many people at once, by kind of appointment. */
    readonly kinds: Readonly<Record<string, number>>
    /** By the clock of the office; days as ISO numbers them, Monday is 1. */
    readonly hours: readonly { readonly days: readonly number[]; readonly from: string; readonly until: string }[]
  }
}
