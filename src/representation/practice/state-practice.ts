import { lockAccount, type RepresentativeKind, setRepresentativeKind } from '../../accounts/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { operation } from '../../platform/operation.ts'
import { mayRepresent } from '../representative.ts'
import { type PracticeContact, sealPractice } from './practice.ts'
import { findPractice, upsertPractice } from './practice-store.ts'

export interface StatedPractice {
  readonly kind: RepresentativeKind
  readonly organization: string
  readonly contact: PracticeContact
}

/** What a representative states of their work. As another kind than before they certify anew. */
export const statePractice = operation({
  name: 'representation.state-practice',
  allow: (actor, _stated: StatedPractice) => mayRepresent(actor),
  refusals: ['organization-needed'],
  async run(context, { kind, organization, contact }) {
    const { tx, actor, now, services, refuse, audit } = context
    const own = actor.id as string
    audit({ account: own, detail: { kind } })
    if (kind === 'accredited' && organization === '') return refuse('organization-needed')
    await lockAccount(tx, own)
    await setRepresentativeKind(context, own, kind)
    // Of one person there is one practice: that of an account which was merged into this one goes on.
    const account = (await findPractice(tx, accountsOf(actor)))?.account ?? own
    await upsertPractice(tx, {
      account,
      kind,
      organization_sealed: sealPractice(services.keys, account, 'organization_sealed', organization),
      contact_sealed: sealPractice(services.keys, account, 'contact_sealed', JSON.stringify(contact)),
      changed_at: now,
    })
  },
})
