import type { RepresentativeKind } from '../../accounts/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { operation, type OperationContext } from '../../platform/operation.ts'
import { licenceMark } from '../check/marks.ts'
import { kindOf } from '../practice/kind-of.ts'
import { findPractice } from '../practice/practice-store.ts'
import { mayRepresent, todayOf } from '../representative.ts'
import { isSame, type LicenceFault, licenceFault, licenceOf, sealLicence, type StatedLicence } from './licence.ts'
import { findStanding, insertLicence, lockLicence, updateLicence } from './licence-store.ts'

const faults = ['unknown-authority', 'admitted-later', 'ends-before'] as const satisfies readonly LicenceFault[]

const sealedNumber = ({ services }: Pick<OperationContext, 'services'>, row: { account: string; id: string }, number: string) =>
  number === '' ? null : sealLicence(services.keys, row, 'number_sealed', number)

/** **Add licence**: a claim until the office looked at it. The same one again adds nothing; another of its authority is a change. */
export const addLicence = operation({
  name: 'representation.add-licence',
  allow: (actor, _stated: StatedLicence) => mayRepresent(actor),
  refusals: [...faults, 'listed-already'],
  async run(context, stated) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    const account = actor.id as string
    const kind = ((await findPractice(tx, accountsOf(actor)))?.kind as RepresentativeKind | undefined) ?? (await kindOf(context, account))
    const fault = licenceFault(stated, services.agency.representatives.authorities[kind], todayOf(services, now))
    if (fault) return refuse(fault)
    const id = newId()
    const { authority, admittedOn: admitted_on, expiresOn: expires_on } = stated
    const number_sealed = sealedNumber(context, { account, id }, stated.number)
    const listed = await findStanding(tx, accountsOf(actor), authority)
    const number_hash = licenceMark(services.keys, authority, stated.number)
    if (!listed && (await insertLicence(tx, { id, account, kind, authority, number_sealed, number_hash, admitted_on, expires_on, stated_at: now }))) {
      audit({ account, subject: id, detail: { kind, authority } })
      return { id }
    }
    const standing = listed ?? (await findStanding(tx, accountsOf(actor), authority))
    if (!standing || !isSame(licenceOf(services.keys, standing), stated)) return refuse('listed-already')
    recordedBefore()
    return { id: standing.id }
  },
})

/** States a licence otherwise. What the office found of it is then nothing: it is a claim again. */
export const changeLicence = operation({
  name: 'representation.change-licence',
  allow: (actor, _change: { id: string; stated: Omit<StatedLicence, 'authority'> }) => mayRepresent(actor),
  refusals: [...faults, 'no-such-licence'],
  async run(context, { id, stated }) {
    const { tx, actor, now, services, refuse, audit, recordedBefore } = context
    const account = actor.id as string
    const row = await lockLicence(tx, id)
    if (!row || !accountsOf(actor).includes(row.account) || row.removed_at) return refuse('no-such-licence')
    const kept = licenceOf(services.keys, row)
    const changed = { authority: kept.authority, ...stated }
    const fault = licenceFault(changed, [kept.authority], todayOf(services, now))
    if (fault) return refuse(fault)
    if (isSame(kept, changed)) {
      recordedBefore()
      return { id }
    }
    audit({ account, subject: id, detail: { was: kept.state } })
    const number_sealed = sealedNumber(context, row, changed.number)
    await updateLicence(tx, id, { number_sealed, number_hash: licenceMark(services.keys, kept.authority, changed.number), admitted_on: changed.admittedOn, expires_on: changed.expiresOn, stated_at: now })
    return { id }
  },
})
