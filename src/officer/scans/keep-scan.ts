import type { OperationContext } from '../../platform/operation.ts'
import { insertScan, type ScanRow } from './scan-store.ts'
import type { CheckedKind } from './scanned-paper.ts'

/** A scan whose first job is lost, however that came about, is found after an hour. */
const lostAfter = { hours: 1 }

type Brought = Omit<ScanRow, 'scanned_at' | 'scanned_by' | 'again_at'> & { kind: CheckedKind }

/** Keeps what whoever acts brought in now, and queues its check. False: these bytes stand there already. */
export async function keepScan(context: Pick<OperationContext, 'tx' | 'actor' | 'now' | 'enqueue'>, scan: Brought): Promise<boolean> {
  const { tx, actor, now } = context
  const isNew = await insertScan(tx, { ...scan, scanned_at: now, scanned_by: String(actor.id), again_at: now.add(lostAfter) })
  if (isNew) await queueCheck(context, scan.id)
  return isNew
}

/** Once, however often it is queued before it runs. */
export const queueCheck = ({ enqueue }: Pick<OperationContext, 'enqueue'>, scan: string): Promise<void> =>
  enqueue('officer.check-scan', { scan }, { jobKey: `scan-paper:${scan}` })
