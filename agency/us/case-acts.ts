/** Why a case goes to another office. Texts: `transfer.<reason>` in `decisions.json`; the person reads them. */
const transfers = { status: 'transferred', reasons: ['moved', 'workload', 'interview-there', 'special-unit', 'wrong-office'] } as const

/** Why a case waits, each with the status that says so. Texts: `hold.<kind>`; the person reads them. */
const holds = [
  { kind: 'court-case', status: 'on-hold-litigation' },
  { kind: 'related-case', status: 'on-hold' },
  { kind: 'visa-number', status: 'on-hold' },
  { kind: 'new-rules', status: 'on-hold' },
  { kind: 'outside-check', status: 'on-hold' },
] as const

/** Motions against a decision (8 CFR 103.5). Texts: `motion.<kind>`. */
const motions = { status: 'motion-received', kinds: ['reopen', 'reconsider'] } as const

/**
 * Cards and who brings them. `kinds`: which form yields which card. Texts: `card.<kind>`; `link.<id>.name` and `.about` in
 * `agency.json` for the page where a carrier tells where a letter is, which is always led to by the leaving page.
 */
const cards = {
  kinds: [
    { kind: 'resident-card', forms: ['i-90', 'i-485', 'i-751'] },
    { kind: 'work-permit', forms: ['i-765'] },
    { kind: 'travel-document', forms: ['i-131'] },
  ],
  steps: {
    ordered: 'card-in-production',
    produced: 'card-produced',
    mailed: 'card-mailed',
    'picked-up': 'card-picked-up',
    delivered: 'card-delivered',
    returned: 'card-returned',
    destroyed: 'card-destroyed',
  },
  returnedDays: 60,
  askUnder: 'no-card',
  carriers: [{ id: 'postal-service', url: 'https://tools.usps.com/go/TrackConfirmAction_input' }],
} as const

/** What the office does with a case by acts of their own, beside deciding it. */
export const caseActs = { transfers, holds, motions, cards } as const
