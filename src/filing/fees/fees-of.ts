import type { AgencyPack } from '../../agency/index.ts'
import { feeCodes } from '../journey/consequences.ts'
import type { Replay } from '../journey/replay.ts'
import { type FeesDue, feeLinesDue } from './fee-lines.ts'

/**
 * What a draft costs when it is filed online on the day it was replayed for: the one place that says so, for what is
 * shown and for what is charged. `waived`: the codes that the agency agreed not to charge for this draft.
 */
export const feesOf = (agency: AgencyPack, replay: Replay, waived?: ReadonlySet<string>): FeesDue =>
  feeLinesDue(agency, feeCodes(replay), { channel: 'online', day: replay.today, ...(waived ? { waived } : {}) })
