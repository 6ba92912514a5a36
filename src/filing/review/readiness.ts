import type { EvidenceRule } from '../definition/definition.ts'
import { isTakenOn } from '../catalogue/forms.ts'
import { evidenceAsked } from '../journey/consequences.ts'
import type { Replay } from '../journey/replay.ts'

/** A document of a draft, as far as filing needs to know it. */
export type HeldDocument = { readonly id: string; readonly name: string; /** `received`: not checked yet. */ readonly state?: string }

/** The documents of a draft by the id of the evidence rule they answer. */
export type HeldEvidence = ReadonlyMap<string, readonly HeldDocument[]>

/** One document asked for, and what is there. */
export type EvidenceState = {
  readonly rule: EvidenceRule
  readonly held: readonly HeldDocument[]
  /** Required, and not there. */
  readonly missing: boolean
}

/** What the answers ask for, and whether it is there, in the order of the form. */
export const evidenceStates = (replay: Replay, held: HeldEvidence): readonly EvidenceState[] =>
  evidenceAsked(replay).map((rule) => {
    const documents = held.get(rule.id) ?? []
    return { rule, held: documents, missing: rule.required && documents.length === 0 }
  })

/** What keeps a draft from being signed. `pages`: those that are not done, in order. */
export type Readiness = {
  readonly pages: readonly string[]
  readonly evidence: readonly EvidenceRule[]
  /** The edition is no longer taken: the draft has to move to the newest first. */
  readonly isPast: boolean
  readonly ready: boolean
}

/** Whether a draft can be signed: no page undone, nothing that blocks, no document missing, an edition that is taken. */
export function readinessOf(replay: Replay, held: HeldEvidence): Readiness {
  const pages = replay.pages.filter(({ state }) => state === 'now' || state === 'later').map(({ id }) => id)
  const evidence = evidenceStates(replay, held).flatMap(({ rule, missing }) => (missing ? [rule] : []))
  const isPast = !isTakenOn(replay.definition, replay.today)
  return { pages, evidence, isPast, ready: replay.complete && evidence.length === 0 && !isPast }
}
