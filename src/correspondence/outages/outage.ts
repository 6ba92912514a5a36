/** What people use here that can be away. */
export const outageParts = ['everything', 'sign-in', 'answers', 'files', 'messages', 'payments', 'case-pages'] as const
export type OutagePart = (typeof outageParts)[number]

const stopping: readonly OutagePart[] = ['everything', 'sign-in', 'answers', 'files']

/** Whether people could not answer a request: then its deadline moves. */
export const stopsClock = (parts: readonly OutagePart[]): boolean => parts.some((part) => stopping.includes(part))

export const outageWordsMost = 600

/** How far back an outage can be declared that nobody had noticed. */
export const declaredBackDays = 60

export interface DeclaredOutage {
  readonly id: string
  readonly parts: readonly OutagePart[]
  readonly startsAt: Temporal.Instant
  /** Null: it goes on. */
  readonly endsAt: Temporal.Instant | null
  /** By language; English is always there. */
  readonly words: Readonly<Record<string, string>>
  readonly stopsClock: boolean
  readonly declaredAt: Temporal.Instant
  readonly withdrawnAt: Temporal.Instant | null
  /** When every deadline that it reaches had moved; null: not yet, or none does. */
  readonly appliedAt: Temporal.Instant | null
  readonly moved: number
}
