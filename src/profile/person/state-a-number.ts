import { accountsOf } from '../../platform/actor.ts'
import { operation } from '../../platform/operation.ts'
import { provenOf } from './known.ts'
import { listKnown } from './known-store.ts'
import { personOf, sealPart } from './person.ts'
import { lockPerson, recordPerson } from './person-store.ts'

/** The A-Number as the person states it; it is known once a case of theirs has the same, and then it stays. */
export const stateANumber = operation({
  name: 'profile.state-a-number',
  allow: (actor, _input: { aNumber: string }) => actor.kind === 'account' && actor.id !== null,
  // Few: whoever guesses at what a case knows learns nothing by trying.
  limits: [{ name: 'profile.state-a-number', most: 5, withinSeconds: 86_400, of: ({ actor }) => actor.id }],
  refusals: ['proven'],
  async run({ tx, actor, now, services, refuse, audit }, { aNumber }) {
    const account = actor.id as string
    audit({ account })
    const person = personOf(services.keys, await lockPerson(tx, account, now))
    if (provenOf(services.keys, person, await listKnown(tx, accountsOf(actor))).aNumber) return refuse('proven')
    const a_number_sealed = sealPart(services.keys, account, 'a_number_sealed', aNumber)
    await recordPerson(tx, account, { a_number_sealed, changed_at: now })
  },
})
