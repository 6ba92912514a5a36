import { hashCandidates } from '../../platform/crypto/keyed-hash.ts'
import { query } from '../../platform/operation.ts'
import { isSomebody } from '../messages/own-threads.ts'
import { findAttempt } from './attempt-store.ts'
import { type KnownPerson, knownPerson } from './known-person.ts'
import { statePurpose } from './prove-online.ts'

/** Whom the demonstration’s stand-in is asked about: the person of the case that sent the browser there. Null outside a demonstration. */
export const standInAsked = query({
  name: 'identity.stand-in-asked',
  allow: (actor, _input: { state: string }) => isSomebody(actor) && actor.sessionId !== null,
  async run(context, { state }): Promise<KnownPerson | null> {
    const { tx, actor, services } = context
    if (!services.identityProvider?.standIn || state === '') return null
    const row = await findAttempt(tx, { hashes: hashCandidates(services.keys, statePurpose, state), session: String(actor.sessionId) })
    return row ? knownPerson(context, { id: row.case }) : null
  },
})
