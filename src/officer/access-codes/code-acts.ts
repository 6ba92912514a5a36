import { type Addressee, endRepresentativeForOffice, mailCodeForOffice, unmailable, withdrawCodeForOffice } from '../../cases/index.ts'
import { operation } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { mayMailCodes, type NamedAccess, openedAccess } from './open-access.ts'

interface CodeAct extends NamedAccess {
  readonly addressee: Addressee
  readonly why: string
}

/** **Mail a new code**, to where letters of the case go; the old one is dead. */
export const mailNewCode = operation({
  name: 'officer.mail-new-code',
  allow: (actor, _input: CodeAct & { anyway: boolean }) => mayMailCodes(actor),
  refusals: ['unknown-case', 'not-opened', ...unmailable, 'letter-waits', 'mailed-lately'],
  async run(context, { addressee, why, anyway, ...named }) {
    const found = await openedAccess(context, named)
    if (typeof found === 'string') return context.refuse(found)
    context.audit({ subject: found.id, detail: { addressee, anyway } })
    const mailed = await mailCodeForOffice(context, { caseId: found.id, addressee, why, anyway })
    return typeof mailed === 'string' ? context.refuse(mailed) : named
  },
})

/** **Withdraw this code**: it is dead at once, and a letter that waits is not printed. */
export const withdrawCode = operation({
  name: 'officer.withdraw-code',
  allow: (actor, _input: CodeAct) => mayMailCodes(actor),
  refusals: ['unknown-case', 'not-opened', 'nothing-stands'],
  async run(context, { addressee, why, ...named }) {
    const found = await openedAccess(context, named)
    if (typeof found === 'string') return context.refuse(found)
    context.audit({ subject: found.id, detail: { addressee } })
    const withdrawn = await withdrawCodeForOffice(context, { caseId: found.id, addressee, why })
    return withdrawn === 'nothing-stands' ? context.refuse(withdrawn) : named
  },
})

/** **End their access**, for a person who has no account to do it in and asked for it. */
export const endAccess = operation({
  name: 'officer.end-representative',
  allow: (actor, _input: NamedAccess & { representative: string; why: string }) => whoMay('end-representation')(actor) && actor.sessionId !== null,
  refusals: ['unknown-case', 'not-opened', 'nobody-represents'],
  async run(context, { representative, why, ...named }) {
    const found = await openedAccess(context, named)
    if (typeof found === 'string') return context.refuse(found)
    context.audit({ subject: found.id, detail: { ended: representative.slice(0, 40) } })
    return (await endRepresentativeForOffice(context, { ...named, id: representative, why })) ? named : context.refuse('nobody-represents')
  },
})
