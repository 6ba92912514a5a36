import { readAccountContact } from '../../accounts/index.ts'
import { sealText } from '../../platform/crypto/field.ts'
import { isId, newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import type { OpeningReason } from '../case-file/opening-reasons.ts'
import { whoMay } from '../may.ts'
import { mayFind } from '../search/index-store.ts'
import { insertPersonOpening } from './person-opening-store.ts'

export interface PersonToOpen {
  readonly account: string
  readonly reason: OpeningReason
  /** The officer's own words; empty where the reason says it all. */
  readonly note: string
}

/** The account that stands for this one; null: there is none, or who asks may not be told so. */
export async function personBehind(context: Pick<OperationContext, 'tx' | 'services'>, account: string) {
  if (!isId(account) || !(await mayFind(context.tx, account))) return null
  return (await readAccountContact(context, account)) ?? null
}

/** Records who opens the page of a person, in which role and why. It holds until this sign-in ends; the person is told. */
export const openPerson = operation({
  name: 'officer.open-person',
  allow: (actor, _person: PersonToOpen) => whoMay('open-file')(actor) && actor.sessionId !== null,
  refusals: ['unknown-person'],
  async run(context, { account, reason, note }) {
    const { tx, actor, now, services, refuse, audit } = context
    const person = await personBehind(context, account)
    if (!person) return refuse('unknown-person')
    audit({ subject: person.account, account: person.account, detail: { reason } })
    const id = newId()
    const place = { person: person.account, table: 'officer.person_opening', row: id, column: 'note_sealed' }
    const note_sealed = note === '' ? null : sealText(services.keys, place, note)
    const by = { staff: actor.id as string, session: actor.sessionId as string, role: String(actor.roles[0]) }
    await insertPersonOpening(tx, { id, ...by, account: person.account, reason, note_sealed, at: now })
    return { opening: id }
  },
})
