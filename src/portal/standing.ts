import type { AgencyPack } from '../agency/index.ts'
import { statusEntry } from '../cases/index.ts'

/** Whose turn it is, in one word: the kind of the tag that says so. */
export type Standing = 'act' | 'wait' | 'good' | 'plain'

/** `addressSaid`: what the status asks for is done. */
export function standingOf(agency: AgencyPack, { status, addressSaid }: { status: string; addressSaid: boolean }): Standing {
  const { asks, final, group } = statusEntry(agency, status)
  if (asks && !addressSaid) return 'act'
  if (final) return 'plain'
  return group === 'decision' || group === 'card' ? 'good' : 'wait'
}

export const standingWords = {
  act: 'portal.case.tag.act',
  wait: 'portal.case.tag.wait',
  good: 'portal.case.tag.good',
  plain: 'portal.case.tag.ended',
} as const
