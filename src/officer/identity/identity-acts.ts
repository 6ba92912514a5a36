import { askIdentity, decideIdentity } from '../../correspondence/index.ts'
import { isId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { notOpened } from '../case-file/opened-case.ts'
import { whoMay } from '../may.ts'
import { openedBehind } from '../messages/opened-thread.ts'

/** **Ask for proof**, in the opened file. */
export const askForIdentity = operation({
  name: 'officer.ask-identity',
  allow: (actor, _input: { receiptNumber: string; reason: string; press: string }) => whoMay('check-identity')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'unknown-reason', 'case-is-over', 'asked-already'],
  async run(context, { receiptNumber, reason, press }) {
    const { refuse, audit, recordedBefore } = context
    const file = await openedBehind(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { check: press, reason: reason.slice(0, 60) } })
    const asked = await askIdentity(context, { caseId: file.id, receiptNumber, reason, press })
    if (asked === 'asked-before') recordedBefore()
    else if (asked) return refuse(asked)
    return null
  },
})

/** **Record what you found**, or **Ask no longer**: of two officers the first one's stands. */
export const recordIdentityFound = operation({
  name: 'officer.decide-identity',
  allow: (actor, _input: { receiptNumber: string; check: string; outcome: string; inPerson: boolean; note: string }) => whoMay('check-identity')(actor) && actor.sessionId !== null,
  refusals: [...notOpened, 'unknown-check', 'unknown-outcome', 'nothing-sent', 'decided-before'],
  async run(context, { receiptNumber, check, outcome, inPerson, note }) {
    const { refuse, audit } = context
    const file = await openedBehind(context, receiptNumber)
    if (typeof file === 'string') return refuse(file)
    audit({ subject: file.id, detail: { check: check.slice(0, 40), outcome: outcome.slice(0, 60), inPerson } })
    const refused = isId(check) ? await decideIdentity(context, { id: check, caseId: file.id, outcome, inPerson, note }) : 'unknown-check'
    return refused ? refuse(refused) : null
  },
})
