import type { StatusCode } from './statuses.ts'

type Step = { readonly on: string; readonly status: StatusCode }

/** The last step is the status of today, the ones before it are the history. */
type StagingReceipt = { readonly receiptNumber: string; readonly form: string; readonly steps: readonly Step[] }

const opened = (on: string, status: StatusCode = 'received'): readonly Step[] => [{ on, status }]

const approved: readonly Step[] = [
  { on: '2023-02-14', status: 'received' },
  { on: '2023-06-20', status: 'actively-reviewed' },
  { on: '2023-09-05', status: 'approved' },
]
const cardDelivered: readonly Step[] = [
  { on: '2023-01-09', status: 'received' },
  { on: '2023-02-02', status: 'biometrics-scheduled' },
  { on: '2023-02-24', status: 'biometrics-taken' },
  { on: '2023-07-11', status: 'approved' },
  { on: '2023-07-13', status: 'card-in-production' },
  { on: '2023-07-17', status: 'card-produced' },
  { on: '2023-07-18', status: 'card-mailed' },
  { on: '2023-07-22', status: 'card-delivered' },
]
const cardReturned: readonly Step[] = [
  ...cardDelivered.slice(0, 7),
  { on: '2023-08-03', status: 'card-returned' },
]
const evidenceAsked: readonly Step[] = [
  { on: '2023-03-06', status: 'received' },
  { on: '2023-05-16', status: 'actively-reviewed' },
  { on: '2023-08-29', status: 'evidence-requested' },
]
const evidenceAnswered: readonly Step[] = [...evidenceAsked, { on: '2023-10-03', status: 'evidence-received' }]
const withdrawnLate: readonly Step[] = [
  ...evidenceAsked,
  { on: '2023-11-30', status: 'intent-to-deny' },
  { on: '2024-01-09', status: 'withdrawn' },
]
const interviewed: readonly Step[] = [
  { on: '2023-04-18', status: 'received' },
  { on: '2023-05-22', status: 'biometrics-taken' },
  { on: '2023-09-12', status: 'interview-scheduled' },
  { on: '2023-10-24', status: 'interview-completed' },
]
const transferred: readonly Step[] = [
  { on: '2023-05-02', status: 'received' },
  { on: '2023-08-15', status: 'transferred' },
]
const fingerprinted: readonly Step[] = [
  { on: '2023-08-01', status: 'received' },
  { on: '2023-08-21', status: 'biometrics-scheduled' },
  { on: '2023-09-08', status: 'biometrics-taken' },
]
const withdrawn: readonly Step[] = [
  { on: '2023-03-27', status: 'received' },
  { on: '2023-06-05', status: 'withdrawn' },
]

/**
 * Receipt numbers that existing clients of the agency's sandbox know (its developer page as copied in February 2025:
 * 25 with a history, 25 without). Only EAC9999103403 is published with its form and status; the others are our own
 * choice of forms and courses.
 */
export const stagingReceipts: readonly StagingReceipt[] = [
  { receiptNumber: 'EAC9999103403', form: 'i-130', steps: approved },
  { receiptNumber: 'EAC9999103404', form: 'i-130', steps: evidenceAsked },
  { receiptNumber: 'EAC9999103405', form: 'i-130', steps: transferred },
  { receiptNumber: 'EAC9999103410', form: 'i-765', steps: cardDelivered },
  { receiptNumber: 'EAC9999103411', form: 'i-129', steps: evidenceAnswered },
  { receiptNumber: 'EAC9999103416', form: 'i-539', steps: withdrawnLate },
  { receiptNumber: 'EAC9999103419', form: 'i-90', steps: cardDelivered },
  { receiptNumber: 'LIN9999106498', form: 'i-485', steps: interviewed },
  { receiptNumber: 'LIN9999106499', form: 'i-485', steps: fingerprinted },
  { receiptNumber: 'LIN9999106504', form: 'i-140', steps: approved },
  { receiptNumber: 'LIN9999106505', form: 'i-765', steps: cardReturned },
  { receiptNumber: 'LIN9999106506', form: 'i-751', steps: transferred },
  { receiptNumber: 'SRC9999102777', form: 'i-130', steps: approved },
  { receiptNumber: 'SRC9999102778', form: 'i-131', steps: evidenceAsked },
  { receiptNumber: 'SRC9999102779', form: 'i-485', steps: interviewed },
  { receiptNumber: 'SRC9999102780', form: 'i-765', steps: cardDelivered },
  { receiptNumber: 'SRC9999102781', form: 'i-821d', steps: fingerprinted },
  { receiptNumber: 'SRC9999102782', form: 'i-90', steps: fingerprinted },
  { receiptNumber: 'SRC9999102783', form: 'i-129', steps: evidenceAnswered },
  { receiptNumber: 'SRC9999102784', form: 'i-539', steps: withdrawn },
  { receiptNumber: 'SRC9999102785', form: 'i-130', steps: withdrawnLate },
  { receiptNumber: 'SRC9999102786', form: 'i-90', steps: cardReturned },
  { receiptNumber: 'SRC9999102787', form: 'n-400', steps: interviewed },
  { receiptNumber: 'SRC9999132710', form: 'i-751', steps: transferred },
  { receiptNumber: 'SRC9999132719', form: 'i-140', steps: approved },
  { receiptNumber: 'EAC9999103400', form: 'i-130', steps: opened('2023-09-05') },
  { receiptNumber: 'EAC9999103402', form: 'i-130', steps: opened('2023-09-05', 'receipt-notice-sent') },
  { receiptNumber: 'EAC9999103406', form: 'i-129', steps: opened('2023-09-06') },
  { receiptNumber: 'EAC9999103407', form: 'i-129', steps: opened('2023-09-06', 'rejected-fee') },
  { receiptNumber: 'EAC9999103408', form: 'i-539', steps: opened('2023-09-06', 'receipt-notice-emailed') },
  { receiptNumber: 'EAC9999103409', form: 'i-539', steps: opened('2023-09-07', 'rejected-unsigned') },
  { receiptNumber: 'EAC9999103412', form: 'i-765', steps: opened('2023-09-07') },
  { receiptNumber: 'EAC9999103413', form: 'i-765', steps: opened('2023-09-08', 'receipt-notice-sent') },
  { receiptNumber: 'EAC9999103414', form: 'i-131', steps: opened('2023-09-08') },
  { receiptNumber: 'EAC9999103415', form: 'i-131', steps: opened('2023-09-11', 'rejected-old-edition') },
  { receiptNumber: 'EAC9999103420', form: 'i-90', steps: opened('2023-09-11') },
  { receiptNumber: 'EAC9999103421', form: 'i-90', steps: opened('2023-09-12', 'receipt-notice-emailed') },
  { receiptNumber: 'EAC9999103424', form: 'i-485', steps: opened('2023-09-12', 'accepted-at-lockbox') },
  { receiptNumber: 'EAC9999103425', form: 'i-485', steps: opened('2023-09-13') },
  { receiptNumber: 'EAC9999103426', form: 'i-751', steps: opened('2023-09-13', 'receipt-notice-sent') },
  { receiptNumber: 'EAC9999103428', form: 'i-751', steps: opened('2023-09-14') },
  { receiptNumber: 'EAC9999103429', form: 'i-140', steps: opened('2023-09-14', 'rejected-payment-failed') },
  { receiptNumber: 'EAC9999103431', form: 'i-140', steps: opened('2023-09-15') },
  { receiptNumber: 'EAC9999103432', form: 'i-821', steps: opened('2023-09-15', 'receipt-notice-sent') },
  { receiptNumber: 'LIN9999106501', form: 'i-485', steps: opened('2023-09-18') },
  { receiptNumber: 'LIN9999106507', form: 'i-130', steps: opened('2023-09-18', 'accepted-at-lockbox') },
  { receiptNumber: 'SRC9999132694', form: 'i-765', steps: opened('2023-09-19') },
  { receiptNumber: 'SRC9999132695', form: 'i-131', steps: opened('2023-09-19', 'receipt-notice-sent') },
  { receiptNumber: 'SRC9999132706', form: 'n-400', steps: opened('2023-09-20') },
  { receiptNumber: 'SRC9999132707', form: 'i-130', steps: opened('2023-09-20', 'rejected-improperly-filed') },
]
