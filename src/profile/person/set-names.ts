import { operation } from '../../platform/operation.ts'
import type { PersonNames } from './names.ts'
import { sealPart } from './person.ts'
import { lockPerson, recordPerson } from './person-store.ts'

/** The names a person goes by. What a case says of them stays what the case says. */
export const setNames = operation({
  name: 'profile.set-names',
  allow: (actor, _names: PersonNames) => actor.kind === 'account' && actor.id !== null,
  refusals: [],
  async run({ tx, actor, now, services, audit }, names) {
    const account = actor.id as string
    audit({ account })
    await lockPerson(tx, account, now)
    const names_sealed = sealPart(services.keys, account, 'names_sealed', JSON.stringify(names))
    await recordPerson(tx, account, { names_sealed, changed_at: now })
  },
})
