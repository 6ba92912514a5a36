import { appointments } from './appointments.ts'
import { caseActs } from './case-acts.ts'
import { asks } from './asks.ts'
import { consularPosts } from './consular-posts.ts'
import { decisions } from './decisions.ts'
import { daysOff, evidenceRequests } from './evidence-requests.ts'
import { fees, feesCheckedOn } from './fees.ts'
import { forms } from './forms.ts'
import { notices } from './notices.ts'
import { offices } from './offices.ts'
import { paperRejections } from './paper-rejections.ts'
import { representatives } from './representatives.ts'
import { resetQuestions } from './reset-questions.ts'
import { stagingReceipts } from './staging-receipts.ts'
import { statuses, statusGroups } from './statuses.ts'

/** The agency pack `us`. Demonstration only: it cannot run in production, whatever the settings. */
export const agency = {
  id: 'us',
  shortName: 'USCIS',
  demonstrationOnly: true,
  country: 'US',
  currency: 'USD',
  statementSuffix: 'FILING FEE',
  languages: ['en'],
  /** What is signed binds in this one; all its texts are there. */
  languageOfRecord: 'en',
  /** Used where a person has not chosen one. */
  timeZone: 'America/New_York',
  /** Those a person may choose instead. Texts: `zone.<zone>`. */
  timeZones: [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Phoenix',
    'America/Los_Angeles',
    'America/Anchorage',
    'Pacific/Honolulu',
    'America/Puerto_Rico',
    'Pacific/Guam',
    'Pacific/Pago_Pago',
    'UTC',
  ],
  /** A deadline is the end of its day here: American Samoa, the latest zone in which the agency serves people. */
  deadlineTimeZone: 'Pacific/Pago_Pago',
  receipts: {
    /** Issued here; the only ones that get Online Access Codes. */
    onlinePrefix: 'IOE',
    prefixes: ['IOE', 'EAC', 'VSC', 'WAC', 'CSC', 'LIN', 'NSC', 'SRC', 'TSC', 'MSC', 'NBC', 'YSC', 'MGL'],
  },
  password: {
    lengthLeast: 8,
    lengthMost: 128,
    needs: ['uppercase', 'lowercase', 'special'],
    /** No password is one of these with a year or a mark hung on. */
    words: ['uscis', 'myuscis', 'elis', 'homeland', 'lockbox'],
  },
  drafts: { days: 30, warnOnDays: [21, 28] },
  uploads: {
    sizeBytesMax: 12 * 1024 * 1024,
    types: ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff'],
    extensions: ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff'],
  },
  /** What people can say of a file. Texts: `document-kind.<kind>`. */
  documents: {
    kinds: [
      'passport',
      'permanent-resident-card',
      'work-permit',
      'arrival-record',
      'travel-document',
      'national-id',
      'driver-license',
      'birth-certificate',
      'marriage-certificate',
      'divorce-decree',
      'death-certificate',
      'name-change',
      'adoption-decree',
      'school-record',
      'military-record',
      'court-record',
      'police-certificate',
      'medical-record',
      'bank-statement',
      'tax-return',
      'pay-record',
      'proof-of-address',
      'agency-notice',
      'letter',
      'photograph',
      'other',
    ],
    languages: [
      'en', 'es', 'zh', 'tl', 'vi', 'ar', 'fr', 'ko', 'ru', 'pt', 'ht', 'hi', 'ur', 'bn', 'pa', 'gu', 'te', 'ta', 'ne', 'fa',
      'ps', 'de', 'it', 'pl', 'uk', 'ro', 'el', 'he', 'hy', 'tr', 'ja', 'th', 'km', 'lo', 'my', 'id', 'am', 'so', 'sw', 'yo',
    ],
    /** What ends within so many days of today may be over when an officer reads it. */
    expiresSoonDays: 90,
    /** A full translation, certified as complete and accurate by a translator who certifies that they are competent. */
    translation: { into: ['en'], certifies: ['complete-and-accurate', 'competent'], cite: '8 CFR 103.2(b)(3)' },
  },
  codes: { onlineAccessDays: 90, representativePasscodeDays: 30 },
  daysOff,
  /** Texts: `requests.json`. */
  evidenceRequests: { ...evidenceRequests, asks },
  appointments,
  /**
   * Texts: `terms.json`. A new version is put to everybody at the next sign-in; before it, the old file is kept as
   * `terms-<version>.json` and its version named under `earlier`, for those who agreed to it.
   */
  terms: { version: '2026-11', from: '2026-11-01', earlier: [] },
  /** Offered after sign-up. Texts: `service.<id>.name` and `service.<id>.about`. `here`: leads on in this product. */
  services: [
    { id: 'my-agency', here: true },
    { id: 'records-request', here: false, url: 'https://www.uscis.gov/records' },
    { id: 'work-eligibility-check', here: false, url: 'https://www.e-verify.gov/mye-verify' },
    { id: 'benefit-status-check', here: false, url: 'https://www.uscis.gov/save/save-casecheck' },
  ],
  /** Addresses outside, always through the leaving page. Texts: `link.<id>.name` and `link.<id>.about`. */
  consulates: { id: 'consulates', url: 'https://www.usembassy.gov/', posts: consularPosts },
  legalHelp: [
    { id: 'accredited-representatives', url: 'https://www.justice.gov/eoir/recognition-accreditation-roster-reports' },
    { id: 'free-legal-help', url: 'https://www.justice.gov/eoir/list-pro-bono-legal-service-providers' },
    { id: 'avoid-scams', url: 'https://www.uscis.gov/avoid-scams' },
  ],
  community: [{ id: 'citizenship-resources', url: 'https://www.uscis.gov/citizenship-resource-center' }],
  officialSite: { id: 'official-site', url: 'https://www.uscis.gov/' },
  /** Form I-912 (8 CFR 106.3). The agency takes it on paper only: what is different here is in the decision on fee waivers. */
  feeWaiver: {
    form: 'i-912',
    question: 'ownForms',
    keptDays: 365,
    granted: 'fee-request-granted',
    refused: 'fee-request-refused',
    reasons: ['benefit-not-shown', 'income-above-limit', 'income-not-shown', 'hardship-not-shown', 'not-for-this-person', 'form-not-named'],
  },
  paperRejections,
  /** Texts: `messages.json`: `topic.<code>`, `reply.<code>.title` and `.text`, `hours`, `expected`. */
  messages: {
    topics: ['status', 'documents', 'appointment', 'card', 'personal-details', 'something-else'],
    answerDays: 5,
    replies: ['in-order', 'received', 'see-notice', 'mistake', 'not-by-message'],
  },
  /** Texts: `templates.json`: `<act>.<code>.title` and `.text`. */
  templates: {
    denial: ['evidence-missing', 'no-answer', 'not-eligible'],
    'motion-refusal': ['no-new-facts', 'too-late'],
    reopening: ['our-mistake'],
    hold: ['record-check', 'other-case'],
    transfer: ['moved', 'workload'],
    request: ['usual', 'after-interview'],
  },
  notices,
  /** Texts: `messages.json`: `inquiry.<reason>`, `.needs`, `inquiry.outcome.<outcome>`, `inquiry.reply.<reply>.title` and `.text`. */
  inquiries: {
    reasons: [
      { id: 'past-usual-time', answerDays: 30, usualTime: true, pending: true },
      { id: 'no-card', answerDays: 15, statuses: ['card-mailed', 'card-in-production', 'approved'], afterDays: 30 },
      { id: 'no-notice', answerDays: 15, afterDays: 30 },
      { id: 'typo', answerDays: 15 },
      { id: 'expedite', answerDays: 10, pending: true },
      { id: 'missed-appointment', answerDays: 5, pending: true },
      { id: 'accommodation', answerDays: 5, pending: true },
    ],
    outcomes: ['answered', 'corrected', 'sent-again', 'granted', 'not-granted'],
    replies: ['in-turn', 'sent-again', 'corrected', 'expedite-no', 'new-appointment', 'accommodation-yes'],
  },
  /** Texts: `representatives.json`. */
  representatives,
  /** Fees are not given back, whatever is decided (8 CFR 103.2(a)(1)); what remains is what should never have been taken. */
  refundReasons: ['agency-error', 'paid-twice', 'not-due'],
  /** Texts: `decisions.json`. */
  decisions,
  caseActs,
  feesCheckedOn,
  fees,
  forms,
  offices,
  statuses,
  statusGroups,
  stagingReceipts,
  resetQuestions,
} as const
