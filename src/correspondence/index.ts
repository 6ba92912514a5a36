export { CardCourse } from './case-acts/pages/own-acts.tsx'
export { actsForOffice, type OfficeActs } from './case-acts/acts-of-case.ts'
export { cardKindOf, cardSteps, nextCardSteps, recordCardStep, type StepToRecord } from './case-acts/cards.ts'
export { holdCase, type MotionToRecord, recordMotion, releaseCase, transferCase } from './case-acts/move-case.ts'
export { approve, type NotDecided, proposeDecision, type Reviewed, reviewDecision, takeDecisionBack, type ToPropose } from './decisions/decide.ts'
export { decisionNoteMost, decisionWordsMost, type OfficeDecision } from './decisions/decision.ts'
export { citeOf, groundsFor } from './decisions/grounds.ts'
export { decisionsOfCase, decisionsWaiting, type WaitingDecision } from './decisions/office-decisions.ts'
export { type OpenWay, waysOn } from './decisions/ways-on.ts'
export { DecisionCard } from './decisions/pages/decision-card.tsx'
export { Grounds, WaysOn, WordsToPerson } from './decisions/pages/decision-words.tsx'
export {
  type Appointment,
  appointmentForOffice,
  appointmentsOfCase,
  atOffice,
  bookAppointment,
  bookRefusals,
  cancelAppointment,
  closeDay,
  closeRefusals,
  closeTime,
  dayAt,
  dayIn,
  type DayOfOffice,
  dayThere,
  freeTimesForOffice,
  heldAppointments,
  kindOf,
  kindWords,
  moveForOffice,
  moveRefusals,
  noteArrival,
  type OfficeAppointment,
  type OfficeStep,
  officeOf,
  officesFor,
  openDaysMost,
  openTimes,
  type Outcome,
  outcomes,
  outcomesOf,
  recordOutcome,
  remindOfAppointmentsChore,
  reopenDay,
  suggestedOffice,
  tellOfAppointmentJob,
  timesOfWeek,
  whenThere,
} from './appointments/index.ts'
export { countMessageFigures, countMessagesChore } from './messages/count-messages.ts'
export { heldCorrespondence } from './messages/held-correspondence.ts'
export { type Message, messageCharactersMost, type Thread } from './messages/message.ts'
export type { FileToSend } from './messages/attached-file.ts'
export { attachedName } from './messages/attached-name.ts'
export { AttachedFiles } from './messages/pages/attached-files.tsx'
export { endWithCase, holdAppointments } from './ending/end-with-case.ts'
export { deadlineOf } from './evidence-requests/deadline.ts'
export { draftOfRequest, type KeptDraft, type RequestDraft, saveDraft } from './evidence-requests/draft.ts'
export { answeredOnPaper, noteSeen, tellOfRequest, withdrawRequest } from './evidence-requests/end-request.ts'
export { countRequestsUnanswered, type OfficeRequest, requestForOffice, requestsOfCase, requestsUnanswered } from './evidence-requests/for-office.ts'
export { AskWhole, RequestPreview } from './evidence-requests/pages/request-preview.tsx'
export { DueText, leftWords } from './evidence-requests/pages/request-words.tsx'
export {
  asksFor,
  asksMost,
  askTitleMost,
  askWordsMost,
  type DraftAsk,
  type EvidenceRequest,
  isAnswered,
  requestKind,
  requestWordsMost,
  withdrawalWordsMost,
} from './evidence-requests/request.ts'
export { askShown, kindShort } from './evidence-requests/request-words.ts'
export { draftFault, sendingFaults, sendRequest } from './evidence-requests/send-request.ts'
export { declareOutage, endOutage, outageFaults, type OutageToDeclare, withdrawOutage } from './outages/declare-outage.ts'
export { type DeclaredOutage, outageParts, outageWordsMost } from './outages/outage.ts'
export { OutageCard } from './outages/pages/outage-card.tsx'
export { outageForOffice, outagesForOffice, type OutagesShown } from './outages/read-outages.ts'
export { requestChores, requestJobs } from './request-jobs.ts'
export { heldRequests } from './evidence-requests/held-requests.ts'
export { deleteTypedOf } from './evidence-requests/typed-store.ts'
export {
  answerThread,
  beginThreadByAgency,
  closeThread,
  countThreadsWaiting,
  lockConversation,
  longestWait,
  markReadByAgency,
  type OfficeThread,
  threadForOffice,
  threadsOfCase,
  threadsSought,
} from './messages/office-threads.ts'
export { beginThread } from './messages/write-message.ts'
export { askInquiry } from './inquiries/ask-inquiry.ts'
export { unreadMessages, type UnreadMessages } from './messages/own-threads.ts'
export { endNotice, type FileVerdict, issueNotice, keysFromText, mailNoticeAgain, namedNotices, type NoticeForOffice, noticeForOffice, noticeKeys, type NoticeOfCase, noticesForOffice, NoticeText, type NoticeToIssue, type NoticeValue, type NoticeValues, verifyNoticeFile, type Words } from './notices/index.ts'
export { countAsked, countAskedChore } from './figures/count-asked.ts'
export { correspondenceJobs } from './jobs.ts'
export { correspondenceRoutes } from './routes.ts'
export { mailKinds } from './mail-kinds.ts'
export { identityNoteCharactersMost, identityOutcomes, identityReasons } from './identity/identity-check.ts'
export { askIdentity, type CheckForOffice, decideIdentity, identityChecksOfCase } from './identity/office-identity.ts'
export { canWithdraw } from './withdrawal/withdraw.ts'
export { namesForOffice, paperWithdrawalOf, type PaperWithdrawal, paperWithdrawalRefusals, type TakenPaper, withdrawOnPaper } from './withdrawal/withdraw-on-paper.ts'
export { signedNameCharactersMost } from './withdrawal/withdrawal.ts'
export { additionalOfCase, additionalUnseen, seeAdditional } from './additional/office-additional.ts'
export { inquiryCharactersMost, type Inquiry } from './inquiries/inquiry.ts'
export type { WaitingInquiry } from './inquiries/inquiry-store.ts'
export { answerInquiry, inquiriesOfCase, inquiriesWaiting, inquiryForOffice } from './inquiries/office-inquiries.ts'
export { type Found, openTerm, sealTerm, searchMessages, termCharactersMost } from './messages/search.ts'
export { SearchForm, SearchResults } from './messages/pages/search-parts.tsx'
