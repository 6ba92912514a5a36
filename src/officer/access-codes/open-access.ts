import { findCaseNamed } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import type { openingReasons } from '../case-file/opening-reasons.ts'
import { findOpening, insertOpening } from '../case-file/opening-store.ts'
import { mayDo, whoMay } from '../may.ts'

/** Why somebody looks at who has access to a case: of the reasons to open a file, those that lead here. */
export const accessReasons = ['answer-inquiry', 'correct-record', 'work-on-case'] as const satisfies readonly (typeof openingReasons)[number][]
type AccessReason = (typeof accessReasons)[number]

export const mayMailCodes = (actor: OperationContext['actor']): boolean => whoMay('mail-codes')(actor) && actor.sessionId !== null

export interface NamedAccess {
  readonly receiptNumber: string
}

/** A case from paper; of a protected one nothing, to who may not see it: as of a number that no case has. */
async function paperCaseNamed({ tx, actor }: Pick<OperationContext, 'tx' | 'actor'>, receiptNumber: string) {
  const found = await findCaseNamed(tx, receiptNumber)
  return found?.channel === 'paper' && (!found.protected || mayDo(actor, 'see-protected')) ? found : null
}

/** The case, for who gave a reason for looking in this session. */
export async function openedAccess(context: Pick<OperationContext, 'tx' | 'actor'>, { receiptNumber }: NamedAccess): Promise<{ id: string; form: string } | 'unknown-case' | 'not-opened'> {
  const found = await paperCaseNamed(context, receiptNumber)
  if (!found) return 'unknown-case'
  return (await findOpening(context.tx, context.actor.sessionId as string, found.id)) ? found : 'not-opened'
}

/** **Reason for opening**: recorded, and told to the people of the case, before anything of its access is shown. */
export const openAccess = operation({
  name: 'officer.open-access',
  allow: (actor, _input: NamedAccess & { reason: AccessReason }) => mayMailCodes(actor),
  refusals: ['unknown-case'],
  async run({ tx, actor, now, refuse, audit }, { receiptNumber, reason }) {
    const found = await paperCaseNamed({ tx, actor }, receiptNumber)
    if (!found) return refuse('unknown-case')
    audit({ subject: found.id, detail: { reason } })
    const by = { staff: actor.id as string, session: actor.sessionId as string, role: String(actor.roles[0]) }
    await insertOpening(tx, { id: newId(), ...by, case: found.id, office: null, reason, note_sealed: null, at: now })
    return { receiptNumber }
  },
})
