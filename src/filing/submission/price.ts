import { agencyText } from '../../agency/index.ts'
import type { Services } from '../../platform/services.ts'
import { textOf } from '../../platform/i18n/text.ts'
import { feeLinesDue } from '../fees/fee-lines.ts'
import { feeCodes } from '../journey/consequences.ts'
import type { Replay } from '../journey/replay.ts'
import type { Price } from './begin-submission.ts'

/** What these answers cost today when filed online, with the words of each line in the payer's language. */
export function priceOf({ agency }: Pick<Services, 'agency'>, replay: Replay, language: string): Price {
  const t = textOf(language, agency.timeZone)
  const { lines, sumCents } = feeLinesDue(agency, feeCodes(replay), 'online', replay.today)
  const priced = lines.map(({ code, amountCents }) => ({
    code,
    label: agencyText(agency, t, 'agency', `fee.${code}`),
    amountCents,
  }))
  return { lines: priced, sumCents }
}
