type FeeEntry = {
  readonly code: string
  readonly form: string
  readonly amountCents: number
  readonly channel: 'online' | 'paper'
  /** The first day it is in force, `YYYY-MM-DD`. */
  readonly from: string
  /** The last day it is in force; null: until a new entry says otherwise. */
  readonly until: string | null
  readonly source: string
  /** What is uncertain, or whom the amount is for. */
  readonly note: string
  /** Not charged at present, although its dates are open: for example stayed by a court. */
  readonly suspended?: true
}

const rule = 'Fee schedule of Form G-1055 under the rule of 2024-04-01 (8 CFR 106.2), as tabulated in 2025 and 2026'
const since = { from: '2024-04-01', until: null, source: rule } as const

const online = (code: string, form: string, amountCents: number, note = '') =>
  ({ code, form, amountCents, channel: 'online', ...since, note }) as const
const paper = (code: string, form: string, amountCents: number, note = '') =>
  ({ code, form, amountCents, channel: 'paper', ...since, note }) as const

const noFee =
  'Not due for 2.b, 2.d, 3.b and 3.d, nor for 2.g.1 in time (8 CFR 106.2(a)(1)); “in time” is our reading'

const notWaived = 'For each relative; it cannot be waived (8 CFR 106.3), which is to be checked with the agency'

/** The day on which these amounts were last compared with their source. Pages show it with “check with the agency”. */
export const feesCheckedOn = '2026-11-23'

/** The fee schedule. The amount due is that of the entry in force, for the code and channel, on the day of filing. */
export const fees: readonly FeeEntry[] = [
  online('i-90-filing', 'i-90', 41_500, noFee),
  paper('i-90-filing', 'i-90', 46_500, noFee),
  online('n-400-filing', 'n-400', 71_000),
  paper('n-400-filing', 'n-400', 76_000),
  paper('n-400-filing-reduced', 'n-400', 38_000, 'Reduced fee for a lower household income, asked for on paper'),
  online('i-130-filing', 'i-130', 62_500, notWaived),
  paper('i-130-filing', 'i-130', 67_500, notWaived),
  online('i-765-filing', 'i-765', 47_000),
  paper('i-765-filing', 'i-765', 52_000),
  paper('i-765-filing-with-i-485', 'i-765', 26_000, 'With a pending Form I-485 filed on or after 2024-04-01'),
  online('i-131-filing', 'i-131', 58_000),
  paper('i-131-filing', 'i-131', 63_000),
  online('i-485-filing', 'i-485', 144_000, 'The same on paper and online'),
  paper('i-485-filing', 'i-485', 144_000, 'The same on paper and online'),
  online('immigrant-fee', 'immigrant-fee', 23_500, 'Paid by those who come with an immigrant visa'),
  paper('immigrant-fee', 'immigrant-fee', 23_500, 'Paid by those who come with an immigrant visa'),
]
