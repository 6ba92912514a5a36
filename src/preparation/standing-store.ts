import { sql } from 'kysely'
import type { Tx } from '../platform/db/transaction.ts'

/** A signature under a document of a package, or the refusal of one. */
export interface Answered {
  readonly of: 'form' | 'appearance'
  readonly side: 'representative' | 'client'
  readonly accepted: boolean
  readonly at: Temporal.Instant
}

/** The last package that was laid, whether or not it still stands. */
export interface LastPackage {
  readonly id: string
  readonly ordinal: number
  readonly laidAt: Temporal.Instant
  readonly copy: string | null
  readonly voidedAt: Temporal.Instant | null
  readonly voidedWhy: string | null
  readonly answers: readonly Answered[]
}

/** The last passcode that was issued. */
export interface LastPasscode {
  readonly issuedAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly given: 'shown' | 'mailed' | 'posted'
  readonly endedAs: 'used' | 'replaced' | 'withdrawn' | null
  /** How many were issued in all. */
  readonly issued: number
}

export interface Standing {
  readonly last: LastPackage | null
  readonly passcode: LastPasscode | null
}

const at = (text: string) => Temporal.Instant.from(text)
const atOrNull = (text: string | null) => (text === null ? null : at(text))

interface Row {
  readonly preparation: string
  readonly last: (Pick<LastPackage, 'id' | 'ordinal' | 'copy'> & { voided_why: string | null; laid_at: string; voided_at: string | null; answers: (Omit<Answered, 'at'> & { at: string })[] | null }) | null
  readonly passcode: { issued_at: string; expires_at: string; given: LastPasscode['given']; ended_as: LastPasscode['endedAs']; issued: number } | null
}

function standingOf({ last, passcode }: Row): Standing {
  return {
    last: last && {
      ...{ id: last.id, ordinal: last.ordinal, copy: last.copy, voidedWhy: last.voided_why },
      ...{ laidAt: at(last.laid_at), voidedAt: atOrNull(last.voided_at) },
      answers: (last.answers ?? []).map((each) => ({ ...each, at: at(each.at) })),
    },
    passcode: passcode && {
      ...{ given: passcode.given, endedAs: passcode.ended_as, issued: passcode.issued },
      ...{ issuedAt: at(passcode.issued_at), expiresAt: at(passcode.expires_at) },
    },
  }
}

/** How these preparations stand: the last package with its signatures, and the last passcode, of each in one look. */
export async function standingOfEach(tx: Tx, preparations: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  if (preparations.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select its.id as preparation,
      (select json_build_object('id', p.id, 'ordinal', p.ordinal, 'laid_at', p.laid_at, 'copy', p.copy, 'voided_at', p.voided_at, 'voided_why', p.voided_why,
          'answers', (select json_agg(json_build_object('of', a.of, 'side', a.side, 'accepted', a.accepted, 'at', a.at)) from preparation.answer a where a.package = p.id))
        from preparation.package p where p.preparation = its.id order by p.ordinal desc limit 1) as last,
      (select json_build_object('issued_at', c.issued_at, 'expires_at', c.expires_at, 'given', c.given, 'ended_as', c.ended_as,
          'issued', (select count(*) from preparation.passcode every where every.preparation = its.id))
        from preparation.passcode c where c.preparation = its.id order by c.issued_at desc, c.ended_at desc nulls first limit 1) as passcode
    from preparation.preparation its where its.id = any (${[...preparations]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.preparation, standingOf(row)]))
}

/** How one stands. */
export const standingOfOne = async (tx: Tx, preparation: string): Promise<Standing> =>
  (await standingOfEach(tx, [preparation])).get(preparation) ?? { last: null, passcode: null }
