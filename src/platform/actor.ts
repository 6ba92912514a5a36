/** Who acts. `id` is an account's, a staff member's or a system part's; a visitor has none. */
export interface Actor {
  readonly kind: 'visitor' | 'account' | 'staff' | 'system'
  readonly id: string | null
  readonly roles: readonly string[]
  readonly sessionId: string | null
  /** Accounts that were merged into this one: what they have is this person's. Left out: none. */
  readonly merged?: readonly string[]
}

/** The ids under which an actor's things may stand: their own, and those of accounts merged into it. Nobody: none. */
export const accountsOf = ({ kind, id, merged = [] }: Actor): readonly string[] =>
  kind === 'account' && id !== null ? [id, ...merged] : []

export const visitor: Actor = { kind: 'visitor', id: null, roles: [], sessionId: null }

export const systemActor = (name: string): Actor => ({ kind: 'system', id: name, roles: ['system'], sessionId: null })
