import type { AgencyPack } from '../../agency/index.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Services } from '../../platform/services.ts'
import type { Draft } from '../draft/draft.ts'
import { feesOf } from '../fees/fees-of.ts'
import { nothingWaived } from '../fees/fee-lines.ts'
import type { Replay } from '../journey/replay.ts'
import { aboutCandidates } from './about.ts'
import { listGrantedCodes } from './waiver-store.ts'

/** What of a request's row and of its decision says how it stands. */
export type Standing = { readonly granted: boolean | null; readonly asked_at: unknown; readonly filed_at: unknown }

/**
 * How a request stands. `begun`: being filled in. `asked`: with the office. `filed`: the form was filed without waiting for
 * a decision, which then never comes. `outdated`: granted for the form as it was, which has another filer now or other
 * answers that its fee hangs on.
 */
export type WaiverState = 'begun' | 'asked' | 'granted' | 'refused' | 'filed' | 'outdated'

export function waiverState({ asked_at, granted, filed_at }: Standing): WaiverState {
  if (granted !== null) return granted ? 'granted' : 'refused'
  if (filed_at) return 'filed'
  return asked_at ? 'asked' : 'begun'
}

/** Whether a form has a fee that somebody may ask not to pay. */
export const hasWaivableFee = (agency: AgencyPack, form: string): boolean =>
  agency.feeWaiver !== undefined && agency.fees.some((fee) => fee.form === form && fee.waivable !== undefined)

/** The codes that the agency agreed not to charge for a draft: one look, and none where its form has no such fee. */
export const waivedFor = async (
  { tx, services: { agency, keys } }: Reading,
  { id, form }: Pick<Draft, 'id' | 'form'>,
  replay: Replay,
): Promise<ReadonlySet<string>> => (hasWaivableFee(agency, form) ? listGrantedCodes(tx, id, aboutCandidates(keys, replay)) : nothingWaived)

type Reading = { readonly tx: Tx; readonly services: Pick<Services, 'agency' | 'keys'> }

/** The fees of a draft that are due and that its person may ask not to pay. */
export const waivableCodes = (agency: AgencyPack, replay: Replay, waived?: ReadonlySet<string>): readonly string[] =>
  feesOf(agency, replay, waived).lines.flatMap(({ code, notCharged, entry }) => (!notCharged && entry.waivable ? [code] : []))
