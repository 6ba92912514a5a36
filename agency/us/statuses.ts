/** Where on the course of a case a status stands. */
export const statusGroups = ['received', 'checks', 'review', 'decision', 'card'] as const

type Status = {
  readonly code: string
  readonly group: (typeof statusGroups)[number]
  /** Nothing more is expected. Only the office can go on from here. */
  readonly final?: true
  /** A case may be opened with it. */
  readonly opens?: true
  /** Something is asked of the person. */
  readonly asks?: true
  /** A decision on the case. */
  readonly decides?: true
  /** The case waits for its fee: nobody takes it up. */
  readonly unpaid?: true
  /** What was asked for has come: a case that asks goes on to it by an answer on paper too. */
  readonly answered?: true
  /** Two officers are needed to set it. */
  readonly twoPeople?: true
  /** Set only by the act that it says: a decision, a request and its answer, an appointment and what became of it, a transfer, a withdrawal, a step of a card. Never by choice. */
  readonly apart?: true
  /** What an officer may change it to. */
  readonly next: readonly string[]
}

const aside = [
  'transferred',
  'on-hold',
  'on-hold-litigation',
  'correspondence-received',
  'notice-returned',
  'duplicate-notice-sent',
  'amended-notice-sent',
  'explanation-sent',
  'name-updated',
  'date-of-birth-updated',
  'expedite-denied',
  'premium-requested',
  'representative-form-rejected',
  'withdrawn',
  'closed',
  'closed-other-means',
]
/** What can still come after a decision against the person. */
const after = ['motion-received', 'appeal-received', 'reopened']
const checks = ['biometrics-scheduled', 'biometrics-taken', 'actively-reviewed']
const asked = ['evidence-requested', 'initial-evidence-requested', 'initial-and-additional-evidence-requested']
const review = [...asked, 'interview-ready', 'interview-scheduled']
const decision = ['intent-to-deny', 'approved', 'denied']
const onward = ['actively-reviewed', 'remains-pending', ...review, ...decision, ...aside]
const open = ['biometrics-scheduled', 'biometrics-taken', ...onward]

/** The status catalogue. Texts: `status.<code>.title`, `.description` and `.next`. */
export const statuses = [
  {
    code: 'received',
    group: 'received',
    opens: true,
    next: ['receipt-notice-emailed', 'receipt-notice-sent', 'fees-waived', ...checks, ...review, ...decision, ...aside],
  },
  // The fee comes from a bank account and is not sure yet (8 CFR 103.2(a)(7)): nobody decides before it is.
  { code: 'received-payment-pending', group: 'received', opens: true, unpaid: true, next: ['withdrawn'] },
  { code: 'accepted-at-lockbox', group: 'received', opens: true, next: ['received', 'receipt-notice-sent', ...aside] },
  {
    code: 'receipt-notice-emailed',
    group: 'received',
    opens: true,
    next: ['receipt-notice-sent', 'fees-waived', ...open],
  },
  {
    code: 'receipt-notice-sent',
    group: 'received',
    opens: true,
    next: ['receipt-notice-emailed', 'fees-waived', ...open],
  },
  { code: 'fees-waived', group: 'received', next: open },
  { code: 'rejected-fee', group: 'received', opens: true, final: true, next: ['received'] },
  { code: 'rejected-payment-failed', group: 'received', opens: true, final: true, next: ['received'] },
  { code: 'rejected-unsigned', group: 'received', opens: true, final: true, next: ['received'] },
  { code: 'rejected-old-edition', group: 'received', opens: true, final: true, next: ['received'] },
  { code: 'rejected-improperly-filed', group: 'received', opens: true, final: true, next: ['received'] },
  { code: 'biometrics-scheduled', group: 'checks', asks: true, apart: true, next: ['biometrics-rescheduled', ...open] },
  { code: 'biometrics-rescheduled', group: 'checks', asks: true, apart: true, next: open },
  { code: 'biometrics-taken', group: 'checks', apart: true, next: ['biometrics-scheduled', ...onward] },
  { code: 'actively-reviewed', group: 'review', next: open },
  { code: 'remains-pending', group: 'review', next: open },
  { code: 'on-hold', group: 'review', apart: true, next: open },
  { code: 'on-hold-litigation', group: 'review', apart: true, next: open },
  {
    code: 'initial-evidence-requested',
    group: 'review',
    asks: true,
    apart: true,
    next: ['evidence-received', 'actively-reviewed', ...decision, ...aside],
  },
  {
    code: 'evidence-requested',
    group: 'review',
    asks: true,
    apart: true,
    next: ['evidence-received', 'actively-reviewed', ...decision, ...aside],
  },
  {
    code: 'initial-and-additional-evidence-requested',
    group: 'review',
    asks: true,
    apart: true,
    next: ['evidence-received', 'actively-reviewed', ...decision, ...aside],
  },
  { code: 'evidence-received', group: 'review', answered: true, apart: true, next: open },
  {
    code: 'intent-to-deny',
    group: 'review',
    asks: true,
    apart: true,
    next: ['evidence-received', 'actively-reviewed', 'approved', 'denied', ...aside],
  },
  { code: 'correspondence-received', group: 'review', next: open },
  { code: 'interview-ready', group: 'review', next: onward },
  {
    code: 'interview-scheduled',
    group: 'review',
    asks: true,
    apart: true,
    next: ['interview-rescheduled', 'interview-completed', ...onward],
  },
  {
    code: 'interview-rescheduled',
    group: 'review',
    asks: true,
    apart: true,
    next: ['interview-completed', ...onward],
  },
  { code: 'interview-completed', group: 'review', apart: true, next: onward },
  { code: 'transferred', group: 'review', apart: true, next: open },
  { code: 'name-updated', group: 'review', next: open },
  { code: 'date-of-birth-updated', group: 'review', next: open },
  { code: 'notice-returned', group: 'review', asks: true, next: open },
  { code: 'duplicate-notice-sent', group: 'review', next: open },
  { code: 'amended-notice-sent', group: 'review', next: open },
  { code: 'explanation-sent', group: 'review', next: open },
  { code: 'expedite-denied', group: 'review', next: open },
  { code: 'premium-requested', group: 'review', next: open },
  { code: 'representative-form-rejected', group: 'review', next: open },
  {
    code: 'approved',
    group: 'decision',
    decides: true,
    apart: true,
    next: ['card-in-production', 'oath-scheduled', 'sent-to-visa-center', 'closed', 'reopened'],
  },
  { code: 'sent-to-visa-center', group: 'decision', final: true, next: ['reopened'] },
  { code: 'oath-scheduled', group: 'decision', asks: true, apart: true, next: ['oath-scheduled', 'oath-completed', 'reopened', 'closed'] },
  { code: 'oath-completed', group: 'decision', final: true, apart: true, next: ['reopened'] },
  { code: 'fee-request-granted', group: 'decision', decides: true, final: true, apart: true, next: [] },
  { code: 'fee-request-refused', group: 'decision', decides: true, final: true, apart: true, next: [] },
  { code: 'denied', group: 'decision', decides: true, final: true, twoPeople: true, apart: true, next: after },
  { code: 'withdrawn', group: 'decision', final: true, apart: true, next: ['reopened'] },
  { code: 'closed', group: 'decision', final: true, next: ['motion-received', 'reopened'] },
  { code: 'closed-other-means', group: 'decision', final: true, next: ['reopened'] },
  { code: 'motion-received', group: 'decision', apart: true, next: ['reopened', 'motion-dismissed'] },
  { code: 'motion-dismissed', group: 'decision', final: true, twoPeople: true, apart: true, next: after },
  { code: 'appeal-received', group: 'decision', next: ['appeal-sustained', 'appeal-dismissed', 'appeal-terminated', 'reopened'] },
  { code: 'appeal-sustained', group: 'decision', next: ['approved', 'reopened'] },
  { code: 'appeal-dismissed', group: 'decision', final: true, next: ['motion-received', 'reopened'] },
  { code: 'appeal-terminated', group: 'decision', final: true, next: ['reopened'] },
  { code: 'reopened', group: 'decision', twoPeople: true, apart: true, next: open },
  { code: 'card-in-production', group: 'card', apart: true, next: ['card-produced', 'reopened'] },
  { code: 'card-produced', group: 'card', apart: true, next: ['card-mailed', 'card-destroyed', 'reopened'] },
  { code: 'card-mailed', group: 'card', apart: true, next: ['card-picked-up', 'card-delivered', 'card-returned', 'card-in-production'] },
  { code: 'card-picked-up', group: 'card', apart: true, next: ['card-delivered', 'card-returned', 'card-in-production'] },
  { code: 'card-delivered', group: 'card', final: true, apart: true, next: ['card-returned', 'card-in-production', 'reopened'] },
  { code: 'card-returned', group: 'card', asks: true, apart: true, next: ['card-mailed', 'card-destroyed', 'card-in-production'] },
  { code: 'card-destroyed', group: 'card', final: true, apart: true, next: ['card-in-production', 'reopened'] },
] as const satisfies readonly Status[]

export type StatusCode = (typeof statuses)[number]['code']
