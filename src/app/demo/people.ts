import type { AccountType, RepresentativeKind } from '../../accounts/index.ts'

/** What the agency and the person did with a case after it was filed. */
export type AfterFiling = 'conversation' | 'asked' | 'held' | 'transferred' | 'denied'

/** A case that the demonstration opens and moves along, each step on a day gone by. */
export interface DemoCase {
  form: string
  channel: 'online' | 'paper'
  office: string
  /** Days before today, and the status the case then got; the first opens it. */
  course: readonly (readonly [daysAgo: number, status: string])[]
  /** Its person has an appointment ahead. */
  isSeen?: true
  after?: AfterFiling
}

export interface DemoPerson {
  email: string
  type: AccountType
  representativeKind?: RepresentativeKind
  cases: readonly DemoCase[]
  practice?: DemoPractice
}

/** What a representative states of themself; their bar by the pack's code for it. */
export interface DemoPractice {
  given: string
  family: string
  authority: string
  number: string
}

/** The demonstration's people. None of them is real; their addresses lead nowhere (RFC 2606). */
export const demoPeople: readonly DemoPerson[] = [
  {
    email: 'maria@example.test',
    type: 'applicant',
    cases: [
      {
        form: 'i-90',
        channel: 'online',
        office: 'online-filing-center',
        course: [
          [12, 'received'],
          [9, 'biometrics-scheduled'],
        ],
        isSeen: true,
      },
      {
        form: 'i-130',
        channel: 'online',
        office: 'national-benefits-center',
        course: [
          [210, 'received'],
          [190, 'actively-reviewed'],
          [6, 'evidence-requested'],
        ],
      },
      {
        form: 'i-765',
        channel: 'paper',
        office: 'national-benefits-center',
        course: [
          [320, 'received'],
          [300, 'biometrics-scheduled'],
          [281, 'biometrics-taken'],
          [200, 'actively-reviewed'],
          [120, 'approved'],
          [117, 'card-in-production'],
          [112, 'card-produced'],
          [110, 'card-mailed'],
          [105, 'card-delivered'],
        ],
      },
    ],
  },
  {
    email: 'sam@example.test',
    type: 'applicant',
    cases: [
      {
        form: 'i-130',
        channel: 'online',
        office: 'national-benefits-center',
        course: [
          [95, 'received'],
          [60, 'actively-reviewed'],
        ],
      },
    ],
  },
  {
    email: 'lena@example.test',
    type: 'applicant',
    cases: (['conversation', 'asked', 'held', 'transferred', 'denied'] as const).map((after, turn) => ({
      form: 'i-90',
      channel: 'online',
      office: 'online-filing-center',
      course: [
        [18 - turn, 'received'],
        [6, 'actively-reviewed'],
      ],
      after,
    })),
  },
  { email: 'rep@example.test', type: 'representative', representativeKind: 'attorney', cases: [], practice: { given: 'Rosa', family: 'Feld', authority: 'NY', number: '480221' } },
  { email: 'firm-rep@example.test', type: 'representative', representativeKind: 'attorney', cases: [], practice: { given: 'Jonas', family: 'Lind', authority: 'NJ', number: '77-1204' } },
]

/** Cases of nobody who is signed up: what the officers' queues hold besides. */
export const demoQueue: readonly DemoCase[] = Array.from({ length: 12 }, (_, turn) => ({
  form: 'i-90',
  channel: 'paper',
  office: 'field-office-chicago',
  course: turn % 3 === 0 ? [[40 - turn, 'received']] : [[60 - turn, 'received'], [20 - turn, 'biometrics-taken']],
}))

/** Staff roles of the demonstration; the address is `<role>@example.test`. */
export const demoStaffRoles = ['officer', 'supervisor', 'intake', 'support', 'admin'] as const
