import type { Actor } from '../platform/actor.ts'

export const staffRoles = ['officer', 'supervisor', 'intake', 'support', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]

/** Beside the role: a person who may see who is protected. The operator says who (`portolan staff clear`). */
export const cleared = 'cleared'

/** What each role may do in the office: the one place that says so. A role that is not named may not. */
export const rights = {
  'see-queues': ['officer', 'supervisor'],
  'take-case': ['officer', 'supervisor'],
  'put-case-back': ['officer', 'supervisor'],
  // Whose work a case is, and how much everybody holds.
  'assign-work': ['supervisor'],
  'find-case': ['officer', 'supervisor'],
  // By name or number; what is told of who is found is no more than tells them apart.
  'search-people': ['officer', 'supervisor'],
  'open-file': ['officer', 'supervisor'],
  'read-file': ['officer', 'supervisor'],
  // For colleagues alone, in an opened file.
  'write-notes': ['officer', 'supervisor'],
  'change-status': ['officer', 'supervisor'],
  // Approve, propose a denial or a reopening, record checks and interviews, declare a conflict of interest.
  'decide-case': ['officer', 'supervisor'],
  // Whoever proposed, another one agrees: the operation and the database see to that besides.
  'review-decision': ['supervisor'],
  'lift-conflict': ['supervisor'],
  // One status for many cases at once; never a decision.
  'change-many': ['supervisor'],
  'decide-fee-waiver': ['officer', 'supervisor'],
  'ask-refund': ['officer', 'supervisor'],
  // Whoever asks, another one agrees: the operation and the database see to that besides.
  'decide-refund': ['supervisor'],
  'see-money': ['supervisor'],
  'see-numbers': ['supervisor', 'admin'],
  // The record of everything that was done, and whether it is whole.
  'see-audit': ['supervisor', 'admin'],
  // Forms on paper, and what comes of them.
  'take-in-paper': ['intake', 'supervisor'],
  'print-letters': ['intake', 'supervisor'],
  // Whose form came back; besides, whoever sent it back sees it.
  'see-whose-was-rejected': ['supervisor'],
  // Who has access to a case from paper, and by which codes.
  'mail-codes': ['officer', 'supervisor', 'intake', 'support'],
  // For a person who has no account to do it in.
  'end-representation': ['support', 'supervisor'],
  'decide-whose-case': ['intake', 'supervisor'],
  // Who holds a paper against a roll; not who decides the cases of the clients.
  'check-licences': ['intake', 'supervisor'],
  // Which telephones open the accounts of many; each account is opened with a reason.
  'see-shared-contacts': ['supervisor'],
  // A form that may be of somebody whom the law protects.
  'decide-protected-case': ['supervisor'],
  // What a paper asks of a case: an address of a protected person, mail that comes back.
  'settle-paper': ['officer', 'supervisor'],
  // What people write about a case, in its opened file.
  'read-messages': ['officer', 'supervisor'],
  'answer-messages': ['officer', 'supervisor'],
  // Whether the person of a case is who they say.
  'check-identity': ['officer', 'supervisor'],
  // Who comes when; whose it is stands in the files.
  'see-appointments': ['officer', 'supervisor'],
  'keep-appointments': ['officer', 'supervisor'],
  // Which days an office sees people: closing one moves everybody who is booked, also of protected cases.
  'keep-appointment-times': ['supervisor'],
  // What the agency told the people of a case, in its opened file; and to mail it once more.
  'read-notices': ['officer', 'supervisor'],
  'mail-notices': ['officer', 'supervisor'],
  // A request for evidence or an intent to deny: composed, sent, taken back.
  'ask-for-evidence': ['officer', 'supervisor'],
  // When people could not use the portal: deadlines move for it.
  'declare-outage': ['supervisor', 'admin'],
  'see-support': ['support', 'supervisor'],
  'open-support': ['support', 'supervisor'],
  'work-support': ['support'],
  // In another role than who records it: no one person lets anybody in.
  'confirm-identity': ['supervisor'],
  // Never delayed: one person is enough.
  'protect': ['officer', 'supervisor', 'support'],
  // For nothing but their work on it: the mark, where a protected person is safe, and that their cases exist. The database
  // keeps the cases from everybody else (`officer.sees_protected`).
  'see-protected': ['supervisor', cleared],
  // Whoever asks, another one agrees.
  'decide-unprotect': ['supervisor'],
} as const satisfies Record<string, readonly (StaffRole | typeof cleared)[]>

export type Right = keyof typeof rights

/** Whether this actor is staff, wholly signed in, in a role that may. */
export const mayDo = (actor: Actor, right: Right): boolean =>
  actor.kind === 'staff' && actor.id !== null && rights[right].some((role) => actor.roles.includes(role))

/** For an operation's or query's `allow`. */
export const whoMay =
  (right: Right) =>
  (actor: Actor): boolean =>
    mayDo(actor, right)

export const asStaffRole = (text: string): StaffRole | undefined => staffRoles.find((role) => role === text)
