import { hashCandidates, keyedHash } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { FormDefinition, Question } from '../definition/definition.ts'
import { questionsIn } from '../definition/holds.ts'
import { outlineOf } from '../journey/outline.ts'
import type { Replay } from '../journey/replay.ts'

const purpose = 'fee-waiver-about'
const ownFacts = new Set(['family-name', 'given-name', 'date-of-birth', 'a-number'])

/** Whose form it is, by the questions that say so of the filer themselves. */
const isAboutFiler = (question: Question): boolean =>
  'own' in question && question.own === true && 'fact' in question && ownFacts.has(String(question.fact))

/** The questions that the fees of a form hang on. */
const feeQuestions = ({ fees }: FormDefinition): readonly string[] => fees.flatMap(({ when }) => (when ? questionsIn(when) : []))

/** Whose form it is and what its fees hang on: what a request not to pay is decided by, beside its own papers. */
function aboutOf({ definition, submitted }: Replay): readonly string[] {
  const filer = [...outlineOf(definition).questionById.values()].filter(isAboutFiler).map(({ id }) => id)
  const ids = [...new Set([...filer, ...feeQuestions(definition)])].toSorted()
  return [definition.form, ...ids.map((id) => JSON.stringify([id, submitted[id] ?? null]))]
}

export const aboutHash = (keys: Keys, replay: Replay): string => keyedHash(keys, purpose, aboutOf(replay))

/** Any of which says that the form is still the one that was asked about, also while keys rotate. */
export const aboutCandidates = (keys: Keys, replay: Replay): readonly string[] => hashCandidates(keys, purpose, aboutOf(replay))
