import { parseReceiptNumber } from '../../../cases/index.ts'
import { type Answer, notFound } from '../../../platform/http/answer.ts'
import type { Context } from '../../../platform/http/page.ts'
import { type OwnRequest, ownRequest } from '../own-requests.ts'

/** The request of an address, for who is on its case now; anybody else's is answered like one that does not exist. */
export async function loadRequest(context: Context<{ receiptNumber: string; request: string }>): Promise<OwnRequest | Answer> {
  const { params, services } = context
  const parsed = parseReceiptNumber(params.receiptNumber, services.agency.receipts.prefixes)
  if (!parsed.ok) return notFound
  return (await context.read(ownRequest, { receiptNumber: parsed.number, request: params.request })) ?? notFound
}
