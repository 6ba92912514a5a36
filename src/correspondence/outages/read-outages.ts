import { isId } from '../../platform/ids.ts'
import { query, type OperationContext } from '../../platform/operation.ts'
import type { DeclaredOutage } from './outage.ts'
import { findOutage, listOutages } from './outage-store.ts'

export const outagesAPage = 20

export interface OutagesShown {
  readonly outages: readonly DeclaredOutage[]
  readonly hasMore: boolean
}

async function pageOf({ tx }: Pick<OperationContext, 'tx'>, page: number): Promise<OutagesShown> {
  const found = await listOutages(tx, { from: (page - 1) * outagesAPage, most: outagesAPage + 1 })
  return { outages: found.slice(0, outagesAPage), hasMore: found.length > outagesAPage }
}

/** What was declared, the newest first, for anybody. */
export const publicOutages = query({
  name: 'outages.public',
  allow: (_actor, _input: { page: number }) => true,
  run: (context, { page }): Promise<OutagesShown> => pageOf(context, page),
})

/** The same for the office, which asks for a right before. */
export const outagesForOffice = pageOf

export const outageForOffice = async ({ tx }: Pick<OperationContext, 'tx'>, id: string): Promise<DeclaredOutage | null> => (isId(id) ? ((await findOutage(tx, id)) ?? null) : null)
