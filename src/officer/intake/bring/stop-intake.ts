import { isId } from '../../../platform/ids.ts'
import { operation } from '../../../platform/operation.ts'
import { whoMay } from '../../may.ts'
import { recordEnd, takeIntakeLock } from '../intake-store.ts'
import { isBrought } from './brought-store.ts'

/**
 * **Stop after this batch**: it waits for the batch that is being taken in, and no other one follows. What is in stays in.
 */
export const stopIntake = operation({
  name: 'officer.stop-intake',
  allow: (actor, _input: { intake: string }) => whoMay('take-in-paper')(actor),
  refusals: ['no-intake', 'ended-already'],
  async run({ tx, now, audit, refuse, enqueue }, { intake }) {
    audit({ subject: intake.slice(0, 40) })
    if (!isId(intake) || !(await isBrought(tx, intake))) return refuse('no-intake')
    await takeIntakeLock(tx)
    const ended = await recordEnd(tx, intake, { at: now, fault: null, stopped: true })
    if (!ended) return refuse('ended-already')
    await enqueue('officer.forget-intake-file', { intake })
    return { intake }
  },
})
