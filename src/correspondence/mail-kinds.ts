import type { MailKind } from '../platform/mail/index.ts'
import { soonMail } from './appointments/remind.ts'
import { requestMailKinds } from './evidence-requests/mails.ts'
import { messageMailKinds } from './messages/mails.ts'
import { noticesWaitingMail } from './notices/tell-joined.ts'

/** Every mail of this room. */
export const mailKinds: readonly MailKind[] = [...messageMailKinds, ...requestMailKinds, soonMail, noticesWaitingMail]
