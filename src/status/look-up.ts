import { type PublicStatus, parseReceiptNumber, publicStatus, type ReceiptNumberError } from '../cases/index.ts'
import type { Context } from '../platform/http/page.ts'
import type { LookUpWindow } from './look-up-window.ts'

export type LookUpError = ReceiptNumberError | 'empty'

/** What a look-up ends in. `none` is one answer for a number nobody has and for a protected case. */
export type LookedUp =
  | { readonly is: 'not-asked' }
  | { readonly is: 'wrong'; readonly error: LookUpError }
  | { readonly is: 'too-many'; readonly waitSeconds: number }
  | { readonly is: 'none' }
  | { readonly is: 'found'; readonly status: PublicStatus }

/** Reads what was typed, counts the look-up for its network, and asks the one public question. */
export async function lookUp(
  context: Pick<Context, 'query' | 'request' | 'services' | 'read'>,
  window: LookUpWindow,
): Promise<LookedUp> {
  const typed = context.query.receiptNumber
  if (typed === undefined) return { is: 'not-asked' }
  if (typed.trim() === '') return { is: 'wrong', error: 'empty' }
  const { services, request } = context
  const parsed = parseReceiptNumber(typed, services.agency.receipts.prefixes)
  if (!parsed.ok) return { is: 'wrong', error: parsed.error }
  const waitSeconds = window.count(request.network, services.clock.now())
  if (waitSeconds !== null) return { is: 'too-many', waitSeconds }
  const status = await context.read(publicStatus, { receiptNumber: parsed.number })
  return status ? { is: 'found', status } : { is: 'none' }
}
