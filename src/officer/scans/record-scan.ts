import { newId } from '../../platform/ids.ts'
import { operation } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { keepScan } from './keep-scan.ts'
import type { ScanKind } from './scanned-paper.ts'

/** What staff scanned, and the case that it belongs to. */
export interface ScanTarget {
  readonly caseId: string
  readonly kind: ScanKind
  readonly receivedOn: Temporal.PlainDate
}

export interface StoredScan extends ScanTarget {
  readonly storageKey: string
  readonly sha256: string
  readonly sizeBytes: number
}

/**
 * Makes stored bytes a scan of a case and queues its check. The same bytes for the same case and kind are kept once: then the
 * ones that came belong to nobody.
 */
export const recordScan = operation({
  name: 'officer.record-scan',
  allow: (actor, _scan: StoredScan) => whoMay('take-in-paper')(actor),
  refusals: ['scanned-before'],
  async run(context, { caseId, kind, receivedOn, storageKey, sha256, sizeBytes }) {
    const { audit, refuse } = context
    const id = newId()
    audit({ subject: caseId, detail: { scan: id, kind, receivedOn: receivedOn.toString(), sha256 } })
    const scan = { id, case: caseId, kind, received_on: receivedOn, storage_key: storageKey, sha256, size_bytes: sizeBytes }
    if (!(await keepScan(context, scan))) return refuse('scanned-before')
    return { scan: id }
  },
})
