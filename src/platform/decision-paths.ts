import { path } from './path-builder.ts'

/** The office's addresses about deciding a case; `office-paths.ts` has them among its own. */
export const officeDecisionPaths = {
  approvals: path('/approvals'),
  decisions: path('/cases/:receiptNumber/decisions'),
  approve: path('/cases/:receiptNumber/approve'),
  deny: path('/cases/:receiptNumber/deny'),
  reopen: path('/cases/:receiptNumber/reopen'),
  refuseMotion: path('/cases/:receiptNumber/refuse-motion'),
  transferCase: path('/cases/:receiptNumber/transfer'),
  holdCase: path('/cases/:receiptNumber/hold'),
  releaseCase: path('/cases/:receiptNumber/release'),
  motion: path('/cases/:receiptNumber/motion'),
  withdrawCase: path('/cases/:receiptNumber/withdraw-on-paper'),
  card: path('/cases/:receiptNumber/card'),
  decision: path('/cases/:receiptNumber/decisions/:decision'),
  agreeDecision: path('/cases/:receiptNumber/decisions/:decision/agree'),
  returnDecision: path('/cases/:receiptNumber/decisions/:decision/return'),
  takeDecisionBack: path('/cases/:receiptNumber/decisions/:decision/take-back'),
  checks: path('/cases/:receiptNumber/checks'),
  interviewNotes: path('/cases/:receiptNumber/interview-notes'),
  conflict: path('/cases/:receiptNumber/conflict'),
  conflicts: path('/conflicts'),
  liftConflict: path('/conflicts/:conflict/lift'),
} as const

/** The portal's addresses about what was decided; `case-paths.ts` has them among its own. */
export const caseDecisionPaths = {
  decision: path('/cases/:receiptNumber/decision'),
} as const
