import { standingOf } from '../../../accounts/index.ts'
import { accountsOf } from '../../../platform/actor.ts'
import { isId } from '../../../platform/ids.ts'
import type { Job } from '../../../platform/jobs/job.ts'
import { operation, type OperationContext } from '../../../platform/operation.ts'
import { type PostalAddress, readSafeAddress } from '../../../profile/index.ts'
import { listOwnCases } from '../../address/case-address-store.ts'
import { findApplicant } from '../paper-store.ts'
import { listLatelyHeld, listUnplaced, lockUnprinted, markHeld, markPlaced } from './place-store.ts'
import { openLetter, type SealedLetter, sealLetter } from './sealed-letter.ts'

type Placing = Pick<OperationContext, 'tx' | 'now' | 'services'>

/** Where post to the applicant is safe; null: nobody said. */
async function safePlaceOf(context: Placing, caseId: string): Promise<PostalAddress | null> {
  const applicant = await findApplicant(context.tx, caseId)
  const person = applicant && (await standingOf(context, applicant))
  return person ? readSafeAddress(context, person) : null
}

/** A representative's own letters are for an officer, who knows whether the person wants them there. */
export const isToRepresentative = (facts: object): boolean => 'role' in facts && facts.role === 'representative'

/** The same letter to another address, word for word: nothing on it tells why. */
async function place({ tx, now, services }: Placing, sealed: SealedLetter, address: PostalAddress): Promise<void> {
  const { facts } = openLetter(services.keys, sealed)
  const moved = { ...facts, addressee: { ...facts.addressee, address } }
  await markPlaced(tx, sealed.id, { sealed: sealLetter(services.keys, sealed.case, sealed.id, moved), at: now })
}

/**
 * The one place that says where letters of a protected case go: to the safe address of its person, as it is now, or nowhere yet.
 * Run again, whatever changed, it comes to the same; what is in a batch or printed is past it.
 */
export const placeLetters = operation({
  name: 'cases.place-letters',
  allow: ({ kind }, _input: { caseId: string }) => kind === 'system',
  refusals: [],
  async run(context, { caseId }) {
    const { tx, now, services, enqueue, audit, recordedBefore } = context
    audit({ subject: caseId })
    const letters = (await lockUnprinted(tx, caseId)).filter((letter) => !isToRepresentative(openLetter(services.keys, letter).facts))
    const safe = letters.length > 0 ? await safePlaceOf(context, caseId) : null
    const ids = letters.map(({ id }) => id)
    if (safe) for (const letter of letters) await place(context, letter, safe)
    else await markHeld(tx, ids, now)
    audit({ detail: { placed: safe ? letters.length : 0 } })
    if (!safe || letters.length === 0) return recordedBefore()
    if (services.mode === 'demo') await enqueue('cases.post-letters', { letters: ids })
  },
})

/** Letters of the cases of who acts, after they said where post is safe, or took it back. */
export async function placeOwnLetters({ tx, actor, enqueue }: Pick<OperationContext, 'tx' | 'actor' | 'enqueue'>): Promise<void> {
  for (const its of await listOwnCases(tx, accountsOf(actor))) if (its.protected) await enqueue('cases.place-letters', { case: its.id })
}

export const placeLettersJob: Job = {
  task: 'cases.place-letters',
  async run({ perform }, payload) {
    const caseId = String(payload.case)
    if (isId(caseId)) await perform(placeLetters, { caseId })
  },
}

/** Longer than the chore that does this may ever stand still. */
const lookedBackHours = 24

/**
 * Letters that were written in the moment in which their case was marked are printed nowhere, and are set apart here; those that a
 * mark set apart go where post is safe, if that is known.
 */
export const tendHeldLetters = operation({
  name: 'cases.tend-held-letters',
  allow: ({ kind }, _input: { most: number }) => kind === 'system',
  refusals: [],
  async run({ tx, now, enqueue, audit, recordedBefore }, { most }) {
    const letters = await listUnplaced(tx, most)
    if (letters.length === 0) recordedBefore()
    audit({ detail: { letters: letters.length } })
    await markHeld(tx, letters.map(({ id }) => id), now)
    const held = await listLatelyHeld(tx, now.subtract({ hours: lookedBackHours }))
    for (const caseId of held) await enqueue('cases.place-letters', { case: caseId }, { jobKey: `place:${caseId}` })
  },
})
