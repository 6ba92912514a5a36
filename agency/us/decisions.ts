import { denialGrounds, motionGrounds, reopeningGrounds } from './denial-grounds.ts'

/**
 * Without which no case of these forms is approved, and for how many months a result counts. Fingerprints: 15 months from the
 * day the FBI answered, or from the appointment that was kept (`attended`) until an answer is recorded. The six months of the records check were not found in the agency's own words: check them with the agency.
 * Texts: `check.<gate>` in `decisions.json`.
 */
const checks = [
  { gate: 'fingerprints', validMonths: 15, forms: ['i-90', 'i-485', 'i-539', 'i-751', 'i-821', 'i-821d', 'n-400'], attended: 'fingerprints' },
  { gate: 'background', validMonths: 6, forms: ['i-90', 'i-130', 'i-485', 'i-539', 'i-751', 'i-765', 'i-821', 'i-821d', 'n-400'] },
] as const

/**
 * What a person may still do. Texts: `way.<id>.title` and `.about` in `decisions.json`. `days`: counted from the day of the
 * decision, `mailedExtraDays` more where it was mailed (8 CFR 103.8(b)); `form`: what to send, by its code in the catalogue.
 * `notWhenAbandoned`: not open where a ground says that the case was abandoned.
 */
const ways = [
  { id: 'motion', form: 'i-290b', days: 30, mailedExtraDays: 3, cite: '8 CFR 103.5(a)(1)(i)' },
  { id: 'appeal-board', days: 30, mailedExtraDays: 3, cite: '8 CFR 1003.3(a)(2)', notWhenAbandoned: true },
  { id: 'appeal-office', form: 'i-290b', days: 30, mailedExtraDays: 3, cite: '8 CFR 103.3(a)(2)(i)', notWhenAbandoned: true },
  { id: 'hearing', form: 'n-336', days: 30, mailedExtraDays: 3, cite: '8 CFR 336.2(a)' },
  { id: 'no-appeal' },
  { id: 'file-again' },
  { id: 'legal-help' },
  { id: 'check-card' },
  { id: 'tell-move' },
  { id: 'wait' },
  { id: 'visa-center' },
  { id: 'ask' },
] as const

/** Forms against whose denial no appeal lies: 8 CFR 264.5, 248.3, 274a.13(c). */
const withoutAppeal = ['i-90', 'i-539', 'i-765']

/** After which status which ways are open, in the order they are shown; `forms`: only there. */
const after = [
  { status: 'denied', ways: ['motion'] },
  { status: 'denied', forms: ['i-130'], ways: ['appeal-board'] },
  { status: 'denied', forms: ['n-400'], ways: ['hearing'] },
  { status: 'denied', forms: ['i-131', 'i-140', 'i-129', 'n-600', 'n-565'], ways: ['appeal-office'] },
  { status: 'denied', forms: withoutAppeal, ways: ['no-appeal'] },
  { status: 'denied', ways: ['file-again', 'legal-help'] },
  { status: 'motion-dismissed', ways: ['motion', 'file-again', 'legal-help'] },
  { status: 'motion-received', ways: ['wait', 'legal-help'] },
  { status: 'appeal-received', ways: ['wait', 'legal-help'] },
  { status: 'appeal-dismissed', ways: ['motion', 'file-again', 'legal-help'] },
  { status: 'appeal-terminated', ways: ['file-again', 'legal-help'] },
  { status: 'approved', forms: ['i-90', 'i-765', 'i-485', 'i-751'], ways: ['check-card'] },
  { status: 'approved', forms: ['i-130'], ways: ['visa-center'] },
  { status: 'approved', ways: ['tell-move'] },
  { status: 'reopened', ways: ['wait'] },
  { status: 'withdrawn', ways: ['file-again'] },
  { status: 'closed', ways: ['motion', 'file-again', 'ask'] },
  { status: 'closed-other-means', ways: ['ask'] },
  { status: 'card-destroyed', ways: ['ask'] },
] as const

/** Decisions: which grounds, which checks, and what is open to a person afterwards. Statuses: those of the table that each kind makes. */
export const decisions = {
  denialGrounds,
  reopeningGrounds,
  motionGrounds,
  statuses: { approval: 'approved', denial: 'denied', reopening: 'reopened', 'motion-refusal': 'motion-dismissed' },
  checks,
  ways,
  after,
} as const
