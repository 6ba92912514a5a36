import { type FileDescription, isOriginal, lacking } from '../../evidence/index.ts'
import type { EvidenceRule } from '../definition/definition.ts'
import { isTakenOn } from '../catalogue/forms.ts'
import { evidenceAsked } from '../journey/consequences.ts'
import type { Replay } from '../journey/replay.ts'

/** A document of a draft, as far as filing needs to know it. */
export type HeldDocument = {
  readonly id: string
  readonly name: string
  /** `received`: not checked yet. */
  readonly state?: string
  /** The file that it is the translation of. */
  readonly translates?: string | null
  readonly description?: FileDescription | null
}

/** The documents of a draft by the id of the evidence rule they answer. */
export type HeldEvidence = ReadonlyMap<string, readonly HeldDocument[]>

/** One document asked for, and what is there. */
export type EvidenceState = {
  readonly rule: EvidenceRule
  /** Each document, and behind it its translation. */
  readonly held: readonly HeldDocument[]
  /** Required, and not there. */
  readonly missing: boolean
  /** A file of it lacks something that has to be said of it. */
  readonly undescribed: boolean
}

/** What the answers ask for, and whether it is there, in the order of the form. */
export const evidenceStates = (replay: Replay, held: HeldEvidence): readonly EvidenceState[] =>
  evidenceAsked(replay).map((rule) => {
    const documents = held.get(rule.id) ?? []
    const undescribed = documents.filter(isOriginal).some(({ description = null }) => lacking(description, rule.describe ?? []).length > 0)
    return { rule, held: documents, missing: rule.required && !documents.some(isOriginal), undescribed }
  })

/** What keeps a draft from being signed. `pages`: those that are not done, in order. */
export type Readiness = {
  readonly pages: readonly string[]
  readonly evidence: readonly EvidenceRule[]
  /** Documents with a file of which not all is said that has to be. */
  readonly undescribed: readonly EvidenceRule[]
  /** The edition is no longer taken: the draft has to move to the newest first. */
  readonly isPast: boolean
  readonly ready: boolean
}

/** Whether a draft can be signed: no page undone, nothing that blocks, no document missing or lacking words, an edition that is taken. */
export function readinessOf(replay: Replay, held: HeldEvidence): Readiness {
  const pages = replay.pages.filter(({ state }) => state === 'now' || state === 'later').map(({ id }) => id)
  const states = evidenceStates(replay, held)
  const evidence = states.flatMap(({ rule, missing }) => (missing ? [rule] : []))
  const undescribed = states.flatMap((state) => (state.undescribed ? [state.rule] : []))
  const isPast = !isTakenOn(replay.definition, replay.today)
  const lacksNothing = evidence.length === 0 && undescribed.length === 0
  return { pages, evidence, undescribed, isPast, ready: replay.complete && lacksNothing && !isPast }
}
