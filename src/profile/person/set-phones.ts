import { hasRecentProof } from '../../accounts/index.ts'
import { operation } from '../../platform/operation.ts'
import { type PersonPhones, sealPart } from './person.ts'
import { lockPerson, recordPerson } from './person-store.ts'

/** By which numbers the agency may call. No code and no news goes there: the phone for codes is proven under Security. */
export const setPhones = operation({
  name: 'profile.set-phones',
  allow: (actor, _phones: PersonPhones) => actor.kind === 'account' && actor.id !== null,
  refusals: ['no-recent-proof'],
  async run(context, { day, mobile }) {
    const { tx, actor, now, services, refuse, audit } = context
    const account = actor.id as string
    audit({ account })
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    await lockPerson(tx, account, now)
    const phones_sealed = sealPart(services.keys, account, 'phones_sealed', JSON.stringify({ day, mobile }))
    await recordPerson(tx, account, { phones_sealed, changed_at: now })
  },
})
