import { z } from 'zod'
import { heldPart } from '../platform/archive/index.ts'
import { anyJson, day, id, instant, iso, text } from '../platform/archive/shapes.ts'
import { openAddress } from './address/addresses.ts'
import { listAddressesOf, listPersons } from './held-store.ts'
import { listKnown } from './person/known-store.ts'
import { personOf } from './person/person.ts'

const profileSchema = z
  .strictObject({
    persons: z
      .array(
        z.strictObject({
          names: anyJson('Names as you stated them: given, family, in which order, in your own letters, what to say, other names'),
          dateOfBirth: day('Your date of birth').nullable(),
          aNumber: text('Your A-Number').nullable(),
          phones: z.strictObject({ day: text('By day'), mobile: text('Mobile') }).describe('In E.164; empty: none'),
          notices: z.enum(['electronic', 'paper']).describe('How notices come'),
          changedAt: instant('Last changed'),
        }),
      )
      .describe('One for each of your accounts that were merged'),
    addresses: z.array(
      z.strictObject({
        use: z.enum(['physical', 'mailing', 'safe']),
        address: anyJson('The address, in the shape of its country'),
        changedAt: instant('Last changed'),
      }),
    ),
    provenByCases: z
      .array(z.strictObject({ fact: z.enum(['a-number', 'date-of-birth']), case: id('Which case'), at: instant('Since when') }))
      .describe('What an officer found proven on a case of yours; it is kept as a hash that nobody can read back'),
  })
  .describe('Your profile, as you stated it')

export const heldProfile = heldPart({
  name: 'profile',
  schema: profileSchema,
  from: ['profile.person', 'profile.address', 'profile.known'],
  leavesOut: {
    'profile.likeness': 'hashes of what is told above, that nobody can read back',
  },
  async read({ tx, accounts, services: { keys } }) {
    const persons = (await listPersons(tx, accounts)).map((row) => {
      const { names, dateOfBirth, aNumber, phones, notices } = personOf(keys, row)
      const born = dateOfBirth?.toString() ?? null
      return { names: names as never, dateOfBirth: born, aNumber, phones, notices, changedAt: iso(row.changed_at) }
    })
    const addresses = (await listAddressesOf(tx, accounts)).map((row) => ({
      use: row.use as 'physical',
      address: openAddress(keys, row),
      changedAt: iso(row.changed_at),
    }))
    const provenByCases = (await listKnown(tx, accounts)).map(({ fact, case: caseId, known_at }) => ({
      fact: fact as 'a-number',
      case: caseId,
      at: iso(known_at),
    }))
    return { data: { persons, addresses, provenByCases }, files: [] }
  },
})
