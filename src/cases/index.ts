export {
  addressPress,
  type AddressPress,
  type CaseNamed,
  casesToAddress,
  changeAddressOfCases,
} from './address/change-addresses.ts'
export type { CaseAddresses } from './address/case-address.ts'
export { addDocument, type Paper } from './add-document.ts'
export {
  agencyDay,
  type Case,
  type Channel,
  mayFollow,
  nextStatuses,
  type PartyRole,
  type StatusChange,
  statusEntry,
} from './case.ts'
export { type CaseDocument, documentPlace, openPaper, type StoredDocument } from './case-document.ts'
export { changeStatus, enterDecision, enterStatusWhere, type StatusToSet } from './change-status.ts'
export { casesOfAccounts, casesThatWait } from './cases-of-accounts.ts'
export { heldCases } from './held-cases.ts'
export { endParties } from './held-store.ts'
export { mailKinds } from './mails.ts'
export { namedPapers, paperKeys } from './named-papers-store.ts'
export {
  caseForOffice,
  countCasesWaiting,
  listCasesWaiting,
  type OfficeCase,
  type OfficeChange,
  type Waiting,
} from './office-cases.ts'
export { openCase, type Opening, ReceiptNumberTaken } from './open-case.ts'
export { followCase, stopFollowers, unfollowCase } from './following/follow-case.ts'
export { askNewCode, type AskedCode } from './paper-link/ask-new-code.ts'
export { newCodeJob } from './paper-link/new-code.ts'
export { claimCase, tryClaim, type TypedClaim } from './paper-link/claim-case.ts'
export { openPaperCases, type PaperToOpen } from './paper-link/open-paper-cases.ts'
export { listTakenReceipts } from './paper-link/paper-store.ts'
export { caseFor, documentFor, listCasesOf, type FollowedCase, type OwnCase, ownCasesMost } from './own-cases.ts'
export { type PublicStatus, publicStatus } from './public-status.ts'
export { countUsualTimes, countUsualTimesChore, type UsualTime, usualTimes } from './usual-time.ts'
export {
  issueReceiptNumber,
  knownReceiptPrefixes,
  parseReceiptNumber,
  type ReceiptNumberError,
  receiptNumberEnding,
  showReceiptNumber,
} from './receipt-number.ts'
export { tellParties as tellOfCase } from './tell-parties.ts'
export { formShortTitle, formTitle, officeName, type StatusWords, statusTitle, statusWords } from './status-words.ts'
