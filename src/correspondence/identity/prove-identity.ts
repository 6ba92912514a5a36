import { closeTask, type PartyCase, partyCase } from '../../cases/index.ts'
import { type FilledTray, filesOfTrays, openTray, openTrayOf, type SentFile, submitTray } from '../../evidence/index.ts'
import { isId } from '../../platform/ids.ts'
import { operation, type OperationContext, query } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { isSomebody } from '../messages/own-threads.ts'
import { type IdentityCheck, identityDocuments } from './identity-check.ts'
import { findIdentityCheck, identityCheckOf, type IdentityRow, markIdentitySent } from './identity-store.ts'
import { knownPerson } from './known-person.ts'

export interface Place {
  readonly receiptNumber: string
  readonly check: string
}

/** A check of a case that whoever acts is on for themselves: nobody proves another's identity. */
export async function ownCheck(context: Pick<OperationContext, 'tx' | 'actor'>, { receiptNumber, check }: Place): Promise<{ found: PartyCase; row: IdentityRow } | null> {
  const found = isId(check) ? await partyCase(context, receiptNumber, 'prove-identity') : null
  const row = found ? await findIdentityCheck(context.tx, { id: check, caseId: found.id }) : undefined
  return found && row ? { found, row } : null
}

export const isOpen = ({ sent_at, decided_at }: IdentityRow) => sent_at === null && decided_at === null

/** **Add files**: opens the tray for both sides of the document. */
export const gatherIdentity = operation({
  name: 'identity.gather',
  allow: (actor, _place: Place) => isSomebody(actor),
  refusals: ['unknown-check', 'not-open'],
  async run(context, place) {
    const own = await ownCheck(context, place)
    if (!own) return context.refuse('unknown-check')
    context.audit({ subject: own.found.id, account: String(context.actor.id), detail: { check: place.check } })
    if (!isOpen(own.row)) return context.refuse('not-open')
    const page = paths.proveIdentity(place)
    await openTray(context, { caseId: own.found.id, purpose: 'identity', subject: place.check, page, documents: identityDocuments, filesMost: 2 })
    return null
  },
})

/** **Send**: the officer compares what was sent with the file. Sent late it is still taken, as long as nothing is decided. */
export const sendIdentity = operation({
  name: 'identity.send',
  allow: (actor, _input: Place & { tray: string }) => isSomebody(actor),
  refusals: ['unknown-check', 'not-open', 'no-such-tray', 'submitted-before', 'files-not-ready', 'no-files'],
  async run(context, { tray, ...place }) {
    const { tx, actor, now, refuse, audit } = context
    const own = await ownCheck(context, place)
    if (!own) return refuse('unknown-check')
    audit({ subject: own.found.id, account: String(actor.id), detail: { check: place.check } })
    if (!isOpen(own.row)) return refuse('not-open')
    const files = isId(tray) ? await submitTray(context, { tray, caseId: own.found.id }) : 'no-such-tray'
    if (typeof files === 'string') return refuse(files)
    if (!(await markIdentitySent(tx, { id: place.check, account: String(actor.id), tray, at: now }))) return refuse('not-open')
    await closeTask(context, { subject: place.check, how: 'done' })
    return null
  },
})

export interface OwnCheck {
  readonly case: PartyCase
  readonly check: IdentityCheck
  readonly filled: FilledTray | null
  readonly files: readonly SentFile[]
  /** Who could vouch for them; null: nobody, or there is nothing on the case to compare with. */
  readonly provider: string | null
}

/** What the office asks somebody to prove, and what they have gathered or sent; null where it is not theirs. */
export const ownIdentityCheck = query({
  name: 'identity.own',
  allow: (actor, _place: Place) => isSomebody(actor),
  async run(context, place): Promise<OwnCheck | null> {
    const own = await ownCheck(context, place)
    if (!own) return null
    const check = identityCheckOf(own.row)
    const filled = isOpen(own.row) ? await openTrayOf(context, { caseId: own.found.id, purpose: 'identity', subject: place.check }) : null
    const { identityProvider } = context.services
    const provider = identityProvider && isOpen(own.row) && (await knownPerson(context, own.found)) ? identityProvider.name : null
    const files = check.tray ? ((await filesOfTrays(context, [check.tray])).get(check.tray) ?? []) : []
    return { case: own.found, check, filled, files, provider }
  },
})
