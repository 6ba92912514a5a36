import { dateOfBirthHashes } from '../../accounts/index.ts'
import { operation } from '../../platform/operation.ts'
import { nameMark } from './name-mark.ts'
import { findPaperCase } from './paper-store.ts'

/** Who says that a code of theirs is lost: what stands on the form, and whose letter it was. */
export interface AskedCode {
  readonly receiptNumber: string
  readonly familyName: string
  readonly dateOfBirth: Temporal.PlainDate
  readonly addressee: 'applicant' | 'representative'
}

/**
 * Asks for a new code, signed in or not. What was typed is looked up and a job queued whatever comes of it: the page says the
 * same and does the same work. The letter goes to the address on the case and nowhere else.
 */
export const askNewCode = operation({
  name: 'cases.ask-new-code',
  gate: true,
  allow: (_actor, _asked: AskedCode) => true,
  limits: [{ name: 'new-code-network', most: 10, withinSeconds: 3600, of: ({ request }) => request.network }],
  refusals: [],
  async run({ tx, services, enqueue, audit }, { receiptNumber, familyName, dateOfBirth, addressee }) {
    const found = await findPaperCase(tx, { receiptNumber, birthHashes: dateOfBirthHashes(services.keys, dateOfBirth) })
    if (found) audit({ subject: found })
    await enqueue('cases.new-code', { case: found, addressee, said: nameMark(services.keys, familyName) })
    return null
  },
})
