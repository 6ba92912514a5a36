import type { AgencyPack, WayOn } from '../../agency/index.ts'
import { agencyDay } from '../../cases/index.ts'
import { businessDayFrom } from '../evidence-requests/business-day.ts'
import { endOfDay } from '../evidence-requests/deadline.ts'

export interface OpenWay extends WayOn {
  /** The last moment for it; null: there is none. */
  readonly dueAt: Temporal.Instant | null
}

interface Decided {
  readonly status: string
  readonly form: string
  readonly grounds: readonly string[]
  /** When it was decided; null: not known, and no deadline is told. */
  readonly at: Temporal.Instant | null
  /** The decision goes by mail: some days more. */
  readonly isMailed: boolean
}

/**
 * The last moment of a time of so many days after a decision, as every deadline of the agency ends: on a business day, where a day
 * ends last (8 CFR 1.2).
 */
const lastMoment = (agency: AgencyPack, at: Temporal.Instant, days: number): Temporal.Instant =>
  endOfDay(agency, businessDayFrom(agency.daysOff, agencyDay(agency, at).add({ days })))

const dueAt = (agency: AgencyPack, { days, mailedExtraDays = 0 }: WayOn, { at, isMailed }: Pick<Decided, 'at' | 'isMailed'>): Temporal.Instant | null =>
  days === undefined || at === null ? null : lastMoment(agency, at, days + (isMailed ? mailedExtraDays : 0))

/** What is open to a person after a decision, in the order of the pack, each way once. */
export function waysOn(agency: AgencyPack, decided: Decided): OpenWay[] {
  const { after, ways, denialGrounds } = agency.decisions
  const isAbandoned = denialGrounds.some(({ code, abandoned }) => abandoned && decided.grounds.includes(code))
  const ids = after.filter(({ status, forms }) => status === decided.status && (forms === undefined || forms.includes(decided.form))).flatMap((each) => each.ways)
  return [...new Set(ids)].flatMap((id) => {
    const way = ways.find((each) => each.id === id)
    if (!way || (way.notWhenAbandoned && isAbandoned)) return []
    return [{ ...way, dueAt: dueAt(agency, way, decided) }]
  })
}

/** The last moment for a motion against a decision that makes this status; null: none is open. */
export const motionDue = (agency: AgencyPack, decided: Decided): Temporal.Instant | null =>
  waysOn(agency, decided).find(({ id }) => id === 'motion')?.dueAt ?? null
