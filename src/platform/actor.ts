/** Who acts. `id` is an account's, a staff member's or a system part's; a visitor has none. */
export interface Actor {
  readonly kind: 'visitor' | 'account' | 'staff' | 'system'
  readonly id: string | null
  readonly roles: readonly string[]
  readonly sessionId: string | null
}

export const visitor: Actor = { kind: 'visitor', id: null, roles: [], sessionId: null }

export const systemActor = (name: string): Actor => ({ kind: 'system', id: name, roles: ['system'], sessionId: null })
