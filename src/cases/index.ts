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
  channels,
  mayFollow,
  nextStatuses,
  type PartyRole,
  type StatusChange,
  statusEntry,
} from './case.ts'
export { type CaseToMove, enterForMany } from './bulk/enter-for-many.ts'
export { listByReceipts as casesByReceipts } from './bulk/many-store.ts'
export {
  type AskedKind,
  askedKinds,
  type AskedOfClient,
  askedOfClients,
  askedPlaceOf,
  casesOfClient,
  parseAskedPlace,
  type Represented,
  representedBy,
  type StandingOfClient,
  standingOfClients,
} from './clients/cases-of-clients.ts'
export { caseToWriteAbout } from './case-to-write-about.ts'
export { type CaseDocument, dayOfPaper, documentPlace, openPaper, paperExtension, type StoredDocument } from './case-document.ts'
export { changeStatus, enterApart, enterDecision, type Entering, enterStatusWhere, lockForAct, type StatusToSet } from './change-status.ts'
export { type CaseOfAccount, casesOfAccounts, casesThatWait } from './cases-of-accounts.ts'
export { heldCases } from './held-cases.ts'
export { endParties } from './held-store.ts'
export { mailKinds } from './mails.ts'
export { namedPapers, paperKeys } from './named-papers-store.ts'
export { type CaseBehind, caseBehind } from './case-behind.ts'
export { caseForOffice, type OfficeCase, type OfficeChange } from './office-cases.ts'
export { lockCasesByIds } from './bulk/many-store.ts'
export { casesForList, countCasesWaiting, countedMost, listCasesWaiting, type RequestNews, requestNews, type WaitingCase, type WaitingPlace } from './waiting/list-waiting.ts'
export { openCase, type Opening, ReceiptNumberTaken } from './open-case.ts'
export { followCase, stopFollowers, unfollowCase } from './following/follow-case.ts'
export { sendDocument, sentKind } from './send-document.ts'
export { askNewCode, type AskedCode } from './paper-link/ask-new-code.ts'
export { newCodeJob } from './paper-link/codes/renew-code.ts'
export type { Addressee } from './paper-link/codes/code-store.ts'
export { unmailable } from './paper-link/codes/mail-code.ts'
export { type CodeForOffice, mailCodeForOffice, noticesForOffice, type ShownNotice, withdrawCodeForOffice } from './paper-link/codes/office-codes.ts'
export { claimCase, tryClaim, type TypedClaim } from './paper-link/claim-case.ts'
export { type ComparedPaper, papersToCompare, type PapersToCompare } from './paper-link/compare-papers.ts'
export { findCaseNamed, listCaseNames } from './paper-link/compare-store.ts'
export { givePaperCase, paperPersonOf } from './paper-link/give-paper-case.ts'
export { nameOnPaper, type PaperPerson } from './paper-link/paper-filing.ts'
export { ownPaperPerson } from './paper-link/own-paper-person.ts'
export { paperPeople } from './paper-link/paper-people.ts'
export { paperOfCase } from './paper-link/paper-of-case.ts'
export { openPaperCases, type PaperToOpen } from './paper-link/open-paper-cases.ts'
export { type LetterTo, lettersOf } from './paper-link/paper-case.ts'
export { findApplicant, findReceiptNumber, listTakenReceipts } from './paper-link/paper-store.ts'
export { confirmBatch, fetchBatch } from './paper-link/printing/confirm-batch.ts'
export { printChores, printJobs } from './paper-link/printing/jobs.ts'
export { openBundle } from './paper-link/printing/print-batch.ts'
export { mailNotice } from './paper-link/printing/mail-notice.ts'
export { letterToPrint, printByHand } from './paper-link/printing/print-by-hand.ts'
export { caseForPaper, type CaseForPaper, type LaterPaper, laterPaper, lettersThatMayReturn, nearReceipts } from './later-paper/case-for-paper.ts'
export {
  type AddressOnPaper,
  type AddressUseOnPaper,
  isDecided,
  type LaterPaperKind,
  laterPaperKinds,
  type PaperOutcome,
  receivedOnFault,
  receivedOnFaults,
  type ReturnReason,
  returnReasons,
} from './later-paper/later-paper.ts'
export { confirmMailAddress, confirmMailByOffice } from './later-paper/mail-hold.ts'
export type { MailOfCase } from './later-paper/mail-of-case-store.ts'
export type { OfficePaper } from './later-paper/office-mail.ts'
export { settleAddress, takeAddressChange } from './later-paper/take-address.ts'
export { countToSettle as countPapersToSettle, listToSettle as listPapersToSettle, type PaperToSettle } from './later-paper/later-paper-store.ts'
export { type Received, seeLatePaper, takePaper, type TakenPaper } from './later-paper/take-paper.ts'
export { type ReturnedMail, takeReturnedMail } from './later-paper/take-returned.ts'
export {
  countHeld as countLettersHeld,
  countWaiting as countLettersWaiting,
  findBatch as findPrintBatch,
  type LetterApart,
  type LetterOfCase,
  listApart as listLettersApart,
  listBatches as listPrintBatches,
  listLettersOfCase,
  listLetterStates,
  type PrintBatch,
  namedBundles,
  printKeys,
  type WaitingLetters,
} from './paper-link/printing/print-store.ts'
export {
  correctRejection,
  dropRejection,
  keepRejection,
  rejectFiling,
  rejectionToShow,
  type ShownRejection,
} from './paper-link/rejecting/reject-filing.ts'
export { openSender, type Rejection } from './paper-link/rejecting/rejection.ts'
export { countRejectionsByReason, type ListedRejection, listRejections } from './paper-link/rejecting/rejection-store.ts'
export { placeOwnLetters } from './paper-link/printing/place-letters.ts'
export { renderLetter } from './paper-link/printing/set-letter.ts'
export { caseFor, documentFor, listCasesOf, type FollowedCase, type ListedCase, type OwnCase, ownCasesMost } from './own-cases.ts'
export { enterByPerson, lockPartyCase, standingOfOwnCase } from './own-standing.ts'
export { partyCase, type PartyCase } from './party-case.ts'
export {
  type CaseMark,
  caseMarkOf,
  dropLetter,
  lettersThatWait,
  protectCase,
  sendToRepresentative,
  type WaitingLetter,
} from './protection/protect-case.ts'
export { type CaseWithHeld, listCasesWithHeld, listSeen } from './protection/protection-store.ts'
export { writeToSafePlace } from './protection/write-to-safe-place.ts'
export { endRepresentative, endRepresentativeForOffice, leaveCase, leaveCasesOf, type RepresentativeToEnd } from './representatives/end-representation.ts'
export { type RepresentativeOnCase, representativesOnCases } from './representatives/on-cases.ts'
export { actsOf, actsOfPersonAlone, type CaseAct, caseActs, mayOnCase, sideOnCase } from './representatives/case-acts.ts'
export type { OwnRepresentative } from './representatives/own-representatives.ts'
export { isRepresentationOver, listRepresentatives, type StandingParty } from './representatives/representative-store.ts'
export { sealReason } from './reason.ts'
export { type PublicStatus, publicStatus } from './public-status.ts'
export { countFigures, countFiguresChore, figurePeriods } from './figures/count-figures.ts'
export { countUsualTimes, countUsualTimesChore, decidedLeast, type UsualTime, usualTimes } from './usual-time.ts'
export {
  issueReceiptNumber,
  knownReceiptPrefixes,
  parseReceiptNumber,
  type ReceiptNumberError,
  receiptNumberEnding,
  showReceiptNumber,
} from './receipt-number.ts'
export { listPartyAccounts as accountsOnCase } from './case-store.ts'
export { findLastDone, listTasksOf } from './tasks/task-store.ts'
export { closeTask, closeTasksOfCase, closeTasksOfKind, moveTask, openTask, type TaskToOpen } from './tasks/ask.ts'
export { remindOfDeadlinesChore } from './tasks/remind-of-deadlines.ts'
export type { PersonOnCase } from './people/people-store.ts'
export { personOfCase } from './people/person-of-case.ts'
export { type AskedTask, byNearest, type OpenTask, type TaskEnd, type TaskKind, taskMoment } from './tasks/task.ts'
export { tellParties as tellOfCase } from './tell-parties.ts'
export { formShortTitle, formTitle, officeName, type StatusWords, statusTitle, statusWords } from './status-words.ts'
