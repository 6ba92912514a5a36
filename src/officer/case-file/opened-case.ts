import { caseBehind, caseForOffice, type OfficeCase } from '../../cases/index.ts'
import { query } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { findOpening } from './opening-store.ts'

/** Why nothing of a case is told: no case has the number, or nobody gave a reason for opening its file in this session. */
export const notOpened = ['unknown-case', 'file-not-opened'] as const
export type NotOpened = (typeof notOpened)[number]

/** The case, for who gave a reason for opening its file in this session; nothing of the file is read before it is known that they did. */
export async function openedCase(
  context: Parameters<typeof caseForOffice.run>[0],
  receiptNumber: string,
): Promise<OfficeCase | NotOpened> {
  const behind = await caseBehind.run(context, { receiptNumber })
  if (!behind) return 'unknown-case'
  const opening = await findOpening(context.tx, context.actor.sessionId as string, behind.id)
  if (!opening) return 'file-not-opened'
  return (await caseForOffice.run(context, { receiptNumber })) ?? 'unknown-case'
}

/** The same for an endpoint, which serves one thing out of the file. */
export const caseOpenedHere = query({
  name: 'officer.case-opened-here',
  allow: (actor, _input: { receiptNumber: string }) => whoMay('read-file')(actor) && actor.sessionId !== null,
  run: (context, { receiptNumber }) => openedCase(context, receiptNumber),
})
