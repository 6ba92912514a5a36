import { agencyText } from '../../agency/index.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import { textOf } from '../../platform/i18n/text.ts'
import type { Draft } from '../draft/draft.ts'
import { feesOf } from '../fees/fees-of.ts'
import type { Replay } from '../journey/replay.ts'
import { waivedFor } from '../waiver/waiver.ts'
import type { Price } from './begin-submission.ts'

type Reading = { readonly tx: Tx; readonly services: Pick<Services, 'agency' | 'keys'> }

/** What a draft costs today when filed online, less what the office waived, with the words of each line in the payer's language. */
export async function priceOf(context: Reading, draft: Draft, replay: Replay, language: string): Promise<Price> {
  const { agency } = context.services
  const t = textOf(language, agency.timeZone)
  const waived = await waivedFor(context, draft, replay)
  const { lines, sumCents } = feesOf(agency, replay, waived)
  const priced = lines.map(({ code, amountCents, notCharged, entry }) => ({
    code,
    label: agencyText(agency, t, 'agency', `fee.${code}`),
    amountCents,
    ...(notCharged ? { notCharged, scheduledCents: entry.amountCents } : {}),
  }))
  const waivedLines = lines.filter(({ notCharged }) => notCharged === 'waived')
  return { lines: priced, sumCents, waivedCents: waivedLines.reduce((sum, { entry }) => sum + entry.amountCents, 0), waived }
}
