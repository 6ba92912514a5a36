import { isId } from '../../../platform/ids.ts'
import { query } from '../../../platform/operation.ts'
import { whoMay } from '../../may.ts'
import { colleaguesNamed } from '../../staff/colleagues.ts'
import { findTurn, listIntakes } from './room-store.ts'
import { countWaiting } from './sections.ts'
import { shownIntake } from './shown-intake.ts'

export const intakesOnPage = 20

/** What there is to do in the room, and what was brought there. `page` counts from 1. */
export const intakeRoom = query({
  name: 'officer.intake-room',
  allow: (actor, _input: { page: number }) => whoMay('take-in-paper')(actor),
  async run(context, { page }) {
    const { tx, services } = context
    const { intakes, total } = await listIntakes(tx, { skip: (page - 1) * intakesOnPage, most: intakesOnPage })
    const names = await colleaguesNamed(context, intakes.map(({ begun_by }) => begun_by).filter(isId))
    const turn = await findTurn(tx)
    return { intakes: intakes.map((each) => shownIntake(services.keys, each, { names, turn })), total, waiting: await countWaiting(tx) }
  },
})
