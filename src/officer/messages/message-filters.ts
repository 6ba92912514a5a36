import type { AgencyPack } from '../../agency/index.ts'
import { parseReceiptNumber } from '../../cases/index.ts'
import { officePaths } from '../../platform/paths.ts'

export const statesSought = ['waits', 'answered', 'closed', 'any'] as const

/** Which conversations are shown; without any, those that wait. */
export interface MessageFilters {
  readonly receiptNumber: string | null
  readonly topic: string | null
  readonly state: (typeof statesSought)[number]
}

/** What an address asks for; `unread` is a receipt number that is none, as it was typed. Other words filter nothing. */
export function messageFiltersFrom(agency: AgencyPack, query: Readonly<Record<string, string>>): { filters: MessageFilters; unread: string | null } {
  const typed = (query.receipt ?? '').trim().slice(0, 40)
  const parsed = typed === '' ? null : parseReceiptNumber(typed, agency.receipts.prefixes)
  const filters = {
    receiptNumber: parsed?.ok ? parsed.number : null,
    topic: agency.messages.topics.find((each) => each === query.topic) ?? null,
    state: statesSought.find((each) => each === query.state) ?? 'waits',
  }
  return { filters, unread: parsed && !parsed.ok ? typed : null }
}

export const isSearch = ({ receiptNumber, topic, state }: MessageFilters): boolean => receiptNumber !== null || topic !== null || state !== 'waits'

/** The address of what is looked for, and of a place in it. */
export function messagesHref({ receiptNumber, topic, state }: MessageFilters, after?: string): string {
  const said = { receipt: receiptNumber, topic, state: state === 'waits' ? null : state, after: after ?? null }
  const query = new URLSearchParams(Object.entries(said).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))).toString()
  return officePaths.messages() + (query ? `?${query}` : '')
}
