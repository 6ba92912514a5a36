import type { AgencyPack } from '../../agency/index.ts'
import { type FeesDue, feeLinesDue } from '../fees/fee-lines.ts'
import { feeCodes } from '../journey/consequences.ts'
import type { Replay } from '../journey/replay.ts'

/** What a draft costs when it is filed online on the day it was replayed for. */
export const feesOf = (agency: AgencyPack, replay: Replay): FeesDue =>
  feeLinesDue(agency, feeCodes(replay), 'online', replay.today)
