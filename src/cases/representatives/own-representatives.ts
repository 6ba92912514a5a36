import type { Keys } from '../../platform/crypto/keys.ts'
import { openPaperPerson } from '../paper-link/paper-filing.ts'
import type { RepresentativesJson } from './representative-store.ts'

/** Who represents a person on their case, or may join it with a code that was mailed to them. */
export interface OwnRepresentative {
  readonly id: string
  /** As the form names them; null: it came otherwise than on paper. */
  readonly name: string | null
  readonly since: Temporal.Instant
  /** Until when they may still join; null: they have. */
  readonly joinsUntil: Temporal.Instant | null
  /** What they state of their practice, for `representation` to read; null: nothing, or they have not joined. */
  readonly practice: unknown
}

export const representativesOf = (keys: Keys, caseId: string, rows: RepresentativesJson | null): OwnRepresentative[] =>
  (rows ?? []).map(({ id, since, joinsUntil, sealed, practice }) => ({
    practice,
    ...{ id, since: Temporal.Instant.from(since), joinsUntil: joinsUntil === null ? null : Temporal.Instant.from(joinsUntil) },
    name: sealed ? (openPaperPerson(keys, caseId, Buffer.from(sealed, 'base64')).representative?.name ?? null) : null,
  }))
