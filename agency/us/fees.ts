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
  /** Who may ask not to pay it (8 CFR 106.3); left out: nobody. */
  readonly waivable?: 'everybody' | 'some'
}

const rule = 'Fee schedule of Form G-1055 under the rule of 2024-04-01 (8 CFR 106.2), as tabulated in 2025 and 2026'
const since = { from: '2024-04-01', until: null, source: rule } as const

const online = (code: string, form: string, amountCents: number, note = '') =>
  ({ code, form, amountCents, channel: 'online', ...since, note }) as const
const paper = (code: string, form: string, amountCents: number, note = '') =>
  ({ code, form, amountCents, channel: 'paper', ...since, note }) as const

/** The forms whose filing fee can be waived, as far as they are filed here: our reading of 8 CFR 106.3(a), to be confirmed. */
const waivable = (fee: FeeEntry, of: NonNullable<FeeEntry['waivable']>): FeeEntry => ({ ...fee, waivable: of })

const noFee =
  'Not due for 2.b, 2.d, 3.b and 3.d, nor for 2.g.1 in time (8 CFR 106.2(a)(1)); “in time” is our reading'

const notWaived = 'For each relative; it cannot be waived (8 CFR 106.3), which is to be checked with the agency'
const noFeeMilitary = 'Not due for those who apply through military service (INA 328(b)(4), 329(b)(4))'
const reducedOnPaper =
  'For a household income at or below 400% of the Federal Poverty Guidelines; asked for on paper only, in Part 10'

const workCardFree =
  'Not due for the first card of (a)(3) to (5), (7), (8), (10), (c)(1), (4), (7) and (8), for renewals of (a)(8), (10), ' +
  '(c)(1), (4) and (7), for victims ((a)(16), (19), (20), (c)(25), (31)), nor with a fee for Form I-485 paid before ' +
  '2024-04-01. The list is our reading of 8 CFR 106.2 and 106.3, to be confirmed; so is whether a first card under TPS ' +
  'is still free below 14 and above 65 (charged here)'

const stayFree =
  'For the whole application, with everybody on Form I-539A. Not due for A, G and NATO status nor for more time in T or U ' +
  'status: our reading of 8 CFR 106.2 and 106.3, to be confirmed. No fee for biometrics since 2023-10-01'

const withResidence =
  'With a pending Form I-485 filed on or after 2024-04-01 with its fee. One amount for both ways of filing: that online ' +
  'is not cheaper is our reading'

const statute = '8 U.S.C. 1803 (Pub. L. 119-21); notices 90 FR 34511 and 90 FR 52693'
const statuteNote =
  'On top of the filing fee, not waivable, indexed each fiscal year: no notice for fiscal year 2027 was known. Not due ' +
  'for a replacement, by our reading. Not known to be stayed: what a court stayed in October 2025 was another amount ' +
  'of that law, the yearly asylum fee'

/** An amount of the statute, the same on paper and online: the first one and, where it was indexed, that since 2026. */
const statutory = (code: string, first: number, indexed: number = first): readonly FeeEntry[] => {
  const since2025 = { from: '2025-07-22', until: first === indexed ? null : '2025-12-31', amountCents: first }
  const since2026 = { from: '2026-01-01', until: null, amountCents: indexed }
  return (first === indexed ? [since2025] : [since2025, since2026]).flatMap((amount) =>
    (['online', 'paper'] as const).map((channel) => {
      return { code, form: 'i-765', ...amount, channel, source: statute, note: statuteNote }
    }),
  )
}

const workCardExtras = [
  ...statutory('i-765-asylum-extra-first', 55_000, 56_000),
  ...statutory('i-765-asylum-extra-renewal', 27_500),
  ...statutory('i-765-parole-extra-first', 55_000, 56_000),
  ...statutory('i-765-parole-extra-renewal', 27_500, 28_000),
  ...statutory('i-765-tps-extra-first', 55_000, 56_000),
  ...statutory('i-765-tps-extra-renewal', 27_500, 28_000),
]

/** The day on which these amounts were last compared with their source. Pages show it with “check with the agency”. */
export const feesCheckedOn = '2026-11-23'

/** The fee schedule. The amount due is that of the entry in force, for the code and channel, on the day of filing. */
export const fees: readonly FeeEntry[] = [
  waivable(online('i-90-filing', 'i-90', 41_500, noFee), 'everybody'),
  paper('i-90-filing', 'i-90', 46_500, noFee),
  waivable(online('n-400-filing', 'n-400', 71_000, noFeeMilitary), 'everybody'),
  paper('n-400-filing', 'n-400', 76_000, noFeeMilitary),
  paper('n-400-filing-reduced', 'n-400', 38_000, reducedOnPaper),
  online('i-130-filing', 'i-130', 62_500, notWaived),
  paper('i-130-filing', 'i-130', 67_500, notWaived),
  waivable(online('i-539-filing', 'i-539', 42_000, stayFree), 'some'),
  paper('i-539-filing', 'i-539', 47_000, stayFree),
  waivable(online('i-765-filing', 'i-765', 47_000, workCardFree), 'everybody'),
  paper('i-765-filing', 'i-765', 52_000, workCardFree),
  waivable(online('i-765-filing-with-i-485', 'i-765', 26_000, withResidence), 'everybody'),
  paper('i-765-filing-with-i-485', 'i-765', 26_000, withResidence),
  ...workCardExtras,
  online('i-131-filing', 'i-131', 58_000),
  paper('i-131-filing', 'i-131', 63_000),
  online('i-485-filing', 'i-485', 144_000, 'The same on paper and online'),
  paper('i-485-filing', 'i-485', 144_000, 'The same on paper and online'),
  online('immigrant-fee', 'immigrant-fee', 23_500, 'Paid by those who come with an immigrant visa'),
  paper('immigrant-fee', 'immigrant-fee', 23_500, 'Paid by those who come with an immigrant visa'),
]
