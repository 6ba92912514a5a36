import type { AgencyPack } from '../../agency/index.ts'
import { type Channel, channels, type RequestNews, requestNews } from '../../cases/index.ts'
import { officePaths } from '../../platform/paths.ts'

export const takenWays = ['nobody', 'you', 'colleague'] as const
export type Taken = (typeof takenWays)[number]
/** Offered as “waiting for so many days or longer”. */
export const waitsDaysOffered = [7, 30, 90, 180, 365] as const

/** What of a queue is shown; null: all of it. */
export interface QueueFilters {
  readonly form: string | null
  readonly office: string | null
  readonly channel: Channel | null
  /** What waits of its requests for evidence: an answer to read, or one that lapsed. */
  readonly request: RequestNews | null
  readonly taken: Taken | null
  readonly waitsDays: number | null
}

export const noFilters: QueueFilters = { form: null, office: null, channel: null, request: null, taken: null, waitsDays: null }

/** Filters as an address or a form says them; what the agency does not have filters nothing. */
export function filtersFrom(agency: AgencyPack, said: (name: string) => string | undefined): QueueFilters {
  return {
    form: agency.forms.find(({ code }) => code === said('form'))?.code ?? null,
    office: agency.offices.find(({ id }) => id === said('office'))?.id ?? null,
    channel: channels.find((each) => each === said('channel')) ?? null,
    request: requestNews.find((each) => each === said('request')) ?? null,
    taken: takenWays.find((each) => each === said('taken')) ?? null,
    waitsDays: waitsDaysOffered.find((each) => String(each) === said('waits')) ?? null,
  }
}

/** The filters that are on, by the names of their controls. */
export function namesOf({ form, office, channel, request, taken, waitsDays }: QueueFilters): [name: string, value: string][] {
  const all = { form, office, channel, request, taken, waits: waitsDays === null ? null : String(waitsDays) }
  return Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value] as [string, string]]))
}

export const isFiltered = (filters: QueueFilters): boolean => namesOf(filters).length > 0

/** An address with these filters in its query, and what else is to be said there. */
export function withFilters(address: string, filters: QueueFilters, more: Readonly<Record<string, string>> = {}): string {
  const said = new URLSearchParams([...namesOf(filters), ...Object.entries(more)]).toString()
  return address + (said ? `?${said}` : '')
}

export const queueHref = (queue: string, filters: QueueFilters, more: Readonly<Record<string, string>> = {}): string =>
  withFilters(officePaths.queue({ queue }), filters, more)
