import type { OperationContext } from '../../platform/operation.ts'
import type { WrittenName } from '../../profile/index.ts'
import { definitionOf } from '../catalogue/forms.ts'
import type { Answers } from '../definition/definition.ts'
import { factsIn } from '../prefill/facts.ts'
import type { Replay } from '../journey/replay.ts'
import { openSigned } from '../signature/signature.ts'
import { nameInForm } from '../signature/name-fits.ts'
import { findFilingOf } from './signers-store.ts'

/** Who the form of a case says its person is. */
export interface PersonOfFiling extends WrittenName {
  readonly dateOfBirth: Temporal.PlainDate
}

/**
 * The person of a case that who acts filed here themselves, as they signed the form; null: another filed it, it came otherwise,
 * or it was signed for somebody else and says of who signed no date of birth.
 */
export async function personOfFiling({ tx, services }: Pick<OperationContext, 'tx' | 'services'>, caseId: string): Promise<PersonOfFiling | null> {
  const row = await findFilingOf(tx, caseId)
  if (!row) return null
  const { form, edition, ...signature } = row
  const definition = definitionOf(services.agency, form, `${edition}`)
  const { document } = JSON.parse(openSigned(services.keys, signature).document) as { document: { answers: Answers } }
  const facts = new Map(factsIn(definition, document.answers, { from: 'filing', form, on: '' }))
  const born = facts.get('date-of-birth')?.answer
  if (typeof born !== 'string') return null
  return { ...nameInForm({ definition, submitted: document.answers as Replay['submitted'] }), dateOfBirth: Temporal.PlainDate.from(born) }
}
