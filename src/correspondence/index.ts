export { heldCorrespondence } from './messages/held-correspondence.ts'
export { mailKinds } from './messages/mails.ts'
export { type Message, messageCharactersMost, type Thread } from './messages/message.ts'
export {
  answerThread,
  closeThread,
  countThreadsWaiting,
  markReadByAgency,
  type OfficeThread,
  threadForOffice,
  threadsOfCase,
  threadsWaiting,
} from './messages/office-threads.ts'
export { unreadMessages, type UnreadMessages } from './messages/own-threads.ts'
export { messageRoutes as correspondenceRoutes } from './messages/pages/routes.ts'
