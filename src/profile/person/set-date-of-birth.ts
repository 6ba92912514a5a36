import { accountsOf } from '../../platform/actor.ts'
import { hasRecentProof, keepDateOfBirth } from '../../accounts/index.ts'
import { normalDay } from '../../platform/crypto/normalise.ts'
import { operation } from '../../platform/operation.ts'
import { provenOf } from './known.ts'
import { listKnown } from './known-store.ts'
import { personOf, sealPart } from './person.ts'
import { lockPerson, recordPerson } from './person-store.ts'

/** Nobody alive is older. */
const yearsMost = 130

/**
 * The day of birth: with the Online Account Number it finds the person who forgot which address they used, so the
 * account keeps its keyed hash from here on. Once a case has proven it, only the agency can correct it.
 */
export const setDateOfBirth = operation({
  name: 'profile.set-date-of-birth',
  allow: (actor, _input: { day: Temporal.PlainDate }) => actor.kind === 'account' && actor.id !== null,
  limits: [{ name: 'profile.set-date-of-birth', most: 10, withinSeconds: 86_400, of: ({ actor }) => actor.id }],
  refusals: ['no-recent-proof', 'proven', 'impossible'],
  async run(context, { day }) {
    const { tx, actor, now, services, refuse, audit } = context
    const account = actor.id as string
    audit({ account })
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    const person = personOf(services.keys, await lockPerson(tx, account, now))
    if (provenOf(services.keys, person, await listKnown(tx, accountsOf(actor))).dateOfBirth) return refuse('proven')
    // It is already tomorrow somewhere: a child is born there today.
    const today = now.toZonedDateTimeISO('Pacific/Kiritimati').toPlainDate()
    const isPossible =
      Temporal.PlainDate.compare(day, today) <= 0 && Temporal.PlainDate.compare(day, today.subtract({ years: yearsMost })) > 0
    if (!isPossible) return refuse('impossible')
    const date_of_birth_sealed = sealPart(services.keys, account, 'date_of_birth_sealed', normalDay(day))
    await recordPerson(tx, account, { date_of_birth_sealed, changed_at: now })
    await keepDateOfBirth(context, account, day)
  },
})
