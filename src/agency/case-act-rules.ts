/** The steps of a card, in their order. */
export type CardStep = 'ordered' | 'produced' | 'mailed' | 'picked-up' | 'delivered' | 'returned' | 'destroyed'

/** What the office does with a case by acts of their own: each enters a status that is set apart. */
export interface CaseActRules {
  readonly transfers: { readonly status: string; readonly reasons: readonly string[] }
  readonly holds: readonly { readonly kind: string; readonly status: string }[]
  readonly motions: { readonly status: string; readonly kinds: readonly string[] }
  readonly cards: {
    readonly kinds: readonly { readonly kind: string; readonly forms: readonly string[] }[]
    readonly steps: Readonly<Record<CardStep, string>>
    /** How long somebody has to say where mail reaches them when it came back. */
    readonly returnedDays: number
    /** The inquiry under which somebody asks for one that did not come. */
    readonly askUnder: string
    /** Who brings them, and where they say where a letter is. */
    readonly carriers: readonly { readonly id: string; readonly url: string }[]
  }
}
