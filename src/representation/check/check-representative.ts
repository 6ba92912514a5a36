import { openText, sealText } from '../../platform/crypto/field.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { operation, query } from '../../platform/operation.ts'
import { type ShownPractice, shownPractice } from '../practice/shown-practice.ts'
import { todayOf } from '../representative.ts'
import { findChecked } from './check-store.ts'
import { familyMarks, licenceMarks } from './marks.ts'

/** The family name, and one of the two things that only who deals with them knows: a licence with its number, or the account's number. */
export interface TypedRepresentative {
  readonly family: string
  readonly authority: string
  readonly number: string
  readonly accountNumber: string | null
}

const place = { person: 'anyone', table: 'representation.practice', row: 'anyone', column: 'checked' }

/** What was typed, as it may stand in an address: nobody who sees the address reads a name in it, and nobody makes one up. */
const seal = (keys: Keys, typed: TypedRepresentative): string => sealText(keys, place, JSON.stringify(typed)).toString('base64url')

function open(keys: Keys, sealed: string): TypedRepresentative | null {
  try {
    return JSON.parse(openText(keys, place, Buffer.from(sealed, 'base64url'))) as TypedRepresentative
  } catch {
    return null
  }
}

/**
 * **Check**: counts the look-up for its network and seals what was typed for the page that answers. Two things are needed, so that
 * nobody learns who is here by trying names; only tries are counted.
 */
export const askToCheck = operation({
  name: 'representation.ask-to-check',
  allow: (_actor, _typed: TypedRepresentative) => true,
  limits: [{ name: 'representation.check', most: 20, withinSeconds: 3600, of: ({ request }) => request.network }],
  refusals: ['two-things-needed'],
  async run({ services, refuse, recordedBefore }, typed) {
    recordedBefore()
    if (typed.accountNumber === null && (typed.authority === '' || typed.number === '')) return refuse('two-things-needed')
    return { found: seal(services.keys, typed) }
  },
})

/** A representative as anyone who knows two things of them is told: what a client is. */
export type CheckedRepresentative = ShownPractice & { readonly certifiedAt: Temporal.Instant | null }

/** What is known of whoever fits; empty: nobody does, which is one answer for everything that does not. Null: nothing was asked. */
export const checkedRepresentatives = query({
  name: 'representation.checked',
  alone: true,
  allow: (_actor, _input: { found: string }) => true,
  async run({ tx, services, now }, { found }): Promise<readonly CheckedRepresentative[] | null> {
    const { keys, agency } = services
    const typed = open(keys, found)
    if (!typed) return null
    const numbers = typed.authority === '' || typed.number === '' ? [] : licenceMarks(keys, typed.authority, typed.number)
    const rows = await findChecked(tx, { families: familyMarks(keys, typed.family), numbers, accountNumber: typed.accountNumber })
    return rows.flatMap((row) => {
      const shown = shownPractice(keys, agency, row, todayOf(services, now))
      return shown ? { ...shown, certifiedAt: row.certifiedAt === null ? null : Temporal.Instant.from(row.certifiedAt) } : []
    })
  },
})
