import type { CheckRefusal } from '../../evidence/index.ts'
import { query } from '../../platform/operation.ts'
import { whoMay } from '../may.ts'
import { listScansOf } from './scan-store.ts'
import type { ScanKind, ScannedPaper, ScanState } from './scanned-paper.ts'

const scansMost = 50

/** What was scanned for a case and how far its check is, the newest first. */
export const scansOfCase = query({
  name: 'officer.scans-of-case',
  allow: (actor, _input: { caseId: string }) => whoMay('take-in-paper')(actor),
  async run({ tx }, { caseId }): Promise<ScannedPaper[]> {
    const rows = await listScansOf(tx, caseId, scansMost)
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind as ScanKind,
      receivedOn: row.received_on,
      sizeBytes: Number(row.size_bytes),
      scannedAt: row.scanned_at,
      state: row.state as ScanState,
      refusal: row.refusal as CheckRefusal | null,
      unscannedSince: row.state === 'received' ? row.unscanned_since : null,
    }))
  },
})
