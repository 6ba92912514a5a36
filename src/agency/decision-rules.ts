/** Why a case is decided so. Text: `ground.<code>` in `decisions.json`; `cite`: the law it rests on. */
export interface Ground {
  readonly code: string
  readonly cite: string
  /** Only for these forms; left out: for all. */
  readonly forms?: readonly string[]
  /** The case counts as abandoned. */
  readonly abandoned?: true
}

/** A check without which no case of these forms is approved. Text: `check.<gate>`. */
export interface NeededCheck {
  readonly gate: string
  /** How long a result counts, from the day it was made. */
  readonly validMonths: number
  readonly forms: readonly string[]
  /** The kind of appointment that answers it when its person came, from that day on. */
  readonly attended?: string
}

/** What a person may still do. Texts: `way.<id>.title`, `.about`. */
export interface WayOn {
  readonly id: string
  /** The form to send, by its code in the catalogue. */
  readonly form?: string
  /** Within so many days of the decision, and so many more where it was mailed. Left out: at any time. */
  readonly days?: number
  readonly mailedExtraDays?: number
  readonly cite?: string
  readonly notWhenAbandoned?: true
}

export type DecisionKind = 'approval' | 'denial' | 'reopening' | 'motion-refusal'

/** How an agency decides cases, and what is open to a person afterwards. */
export interface DecisionRules {
  readonly denialGrounds: readonly Ground[]
  readonly reopeningGrounds: readonly Ground[]
  readonly motionGrounds: readonly Ground[]
  /** The status that each kind of decision makes. */
  readonly statuses: Readonly<Record<DecisionKind, string>>
  readonly checks: readonly NeededCheck[]
  readonly ways: readonly WayOn[]
  readonly after: readonly { readonly status: string; readonly forms?: readonly string[]; readonly ways: readonly string[] }[]
}
