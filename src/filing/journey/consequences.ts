import type { Answers, Day, EvidenceRule, FormDefinition } from '../definition/definition.ts'
import { holds } from '../definition/holds.ts'
import type { Replay } from './replay.ts'

/** What counts, and what was worked out from it: what the conditions of documents and fees look at. */
export const consequenceKnown = ({ submitted, derived, today }: Replay) => ({ answers: { ...submitted, ...derived }, today })

/** The documents that the answers ask for. Texts: `evidence.<id>.document` and `evidence.<id>.why`. */
export const evidenceAsked = (replay: Replay): readonly EvidenceRule[] =>
  replay.definition.evidence.filter(({ when }) => holds(when, consequenceKnown(replay)))

/** The codes of the fee schedule's lines that are due. None: there is nothing to pay. */
export const feeCodes = (replay: Replay): readonly string[] =>
  replay.definition.fees.filter(({ when }) => holds(when, consequenceKnown(replay))).map(({ code }) => code)

export type EligibilityStep =
  | { readonly ask: string; readonly options: readonly string[] }
  | { readonly outcome: 'yes' | 'maybe' | 'no-but'; readonly id: string; readonly leads?: 'change-of-address' }

/** The next question of the eligibility check, or its outcome. `answers` holds those given so far. */
export function eligibilityStep({ eligibility }: FormDefinition, answers: Answers, today: Day): EligibilityStep {
  const known = { answers, today }
  const open = eligibility.questions.find(({ id, options, when }) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined
    return holds(when, known) && !(typeof answer === 'string' && options.includes(answer))
  })
  if (open) return { ask: open.id, options: open.options }
  const found = eligibility.outcomes.find(({ when }) => holds(when, known))
  if (!found) throw new Error('The eligibility check has no last outcome without a condition')
  const { outcome, id, leads } = found
  return leads ? { outcome, id, leads } : { outcome, id }
}
