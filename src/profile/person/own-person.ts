import { accountsOf } from '../../platform/actor.ts'
import { query } from '../../platform/operation.ts'
import { type Proven, provenOf } from './known.ts'
import { listKnown } from './known-store.ts'
import { type Person, personOf } from './person.ts'
import { findPerson } from './person-store.ts'

export interface OwnPerson extends Person {
  readonly proven: Proven
}

/** What a person states of themselves, and what of it a case has proven. */
export const ownPerson = query({
  name: 'profile.own-person',
  allow: (actor, _input: Record<string, never>) => actor.kind === 'account',
  async run({ tx, actor, services }): Promise<OwnPerson> {
    const account = String(actor.id)
    const person = personOf(services.keys, await findPerson(tx, account))
    return { ...person, proven: provenOf(services.keys, person, await listKnown(tx, accountsOf(actor))) }
  },
})
