import { buffer } from 'node:stream/consumers'
import { addDocument, openPaper } from '../../cases/index.ts'
import { judgeBytes, type Verdict, waitAfter } from '../../evidence/index.ts'
import { asActor } from '../../platform/db/transaction.ts'
import type { Chore, Job } from '../../platform/jobs/job.ts'
import { insertJob } from '../../platform/jobs/queue-store.ts'
import { operation } from '../../platform/operation.ts'
import { findScan, isAnyScanDue, lockScan, markJudged, markNotJudged, takeScansDue } from './scan-store.ts'
import { type ScanKind, scanLimits, scanTitle } from './scanned-paper.ts'

/** Keeps what was found, once: a clean scan is a document of its case from then on, dated on the day it was received. */
const recordScanVerdict = operation({
  name: 'officer.record-scan-verdict',
  allow: ({ kind }, _input: { scan: string; verdict: Verdict }) => kind === 'system',
  refusals: ['already-judged'],
  async run(context, { scan, verdict }) {
    const { tx, now, refuse, audit } = context
    const row = await lockScan(tx, scan)
    if (row?.state !== 'received') return refuse('already-judged')
    const refusal = 'refusal' in verdict ? verdict.refusal : null
    audit({ subject: row.case, detail: { scan, refusal } })
    await markJudged(tx, scan, { refusal, at: now })
    if ('refusal' in verdict) return null
    const kind = row.kind as ScanKind
    const its = { caseId: row.case, kind: `scanned-${kind}`, source: scan, titleKey: scanTitle(kind), receivedOn: row.received_on }
    await addDocument(context, { ...its, storageKey: row.storage_key, sha256: row.sha256, sizeBytes: Number(row.size_bytes), pages: verdict.pages })
    return null
  },
})

/** Keeps that the scanner gave no verdict, and when it is asked again. The first time stands in the record. */
const recordNoScanVerdict = operation({
  name: 'officer.record-no-scan-verdict',
  allow: ({ kind }, _input: { scan: string }) => kind === 'system',
  refusals: ['already-judged'],
  async run({ tx, now, refuse, audit, recordedBefore }, { scan }) {
    const row = await lockScan(tx, scan)
    if (row?.state !== 'received') return refuse('already-judged')
    const failures = row.failures + 1
    await markNotJudged(tx, scan, { failures, since: row.unscanned_since ?? now, againAt: now.add({ seconds: waitAfter(failures) }) })
    audit({ subject: row.case, detail: { scan } })
    if (failures > 1) recordedBefore()
    return null
  },
})

/** Judges one scan as any file from a stranger: whoever mailed it is one, and a scanner is a computer on a network. */
export const checkScanJob: Job = {
  task: 'officer.check-scan',
  async run({ pool, actor, services, perform }, payload) {
    const scan = String(payload.scan)
    const row = await asActor(pool, actor, { readOnly: true }, (tx) => findScan(tx, scan))
    if (!row) return
    if (row.state === 'received') {
      const bytes = await buffer(await openPaper(services, { caseId: row.case, storageKey: row.storage_key }))
      const verdict = await judgeBytes(services, bytes, { fileName: 'scan.pdf', limits: scanLimits })
      if (!verdict) return void (await perform(recordNoScanVerdict, { scan }))
      await perform(recordScanVerdict, { scan, verdict })
      if (!('refusal' in verdict)) return
    }
    // Deleted after the commit, and again by a job that runs twice.
    if ((await asActor(pool, actor, { readOnly: true }, (tx) => findScan(tx, scan)))?.state === 'refused') await services.storage.delete(row.storage_key)
  },
}

const atOnceMost = 50
const lostAfter = { hours: 1 }

/** Queues the check of every scan that still waits for its verdict, once the scanner answers. */
export const checkScansAgain: Chore = {
  name: 'officer.check-scans-again',
  everySeconds: 15,
  async run({ pool, actor, services }) {
    const now = services.clock.now()
    if (!(await asActor(pool, actor, { readOnly: true }, (tx) => isAnyScanDue(tx, now)))) return
    if (!(await services.scanner.isThere())) return
    await asActor(pool, actor, {}, async (tx) => {
      const due = await takeScansDue(tx, { now, againAt: now.add(lostAfter), most: atOnceMost })
      for (const scan of due) await insertJob(tx, { task: 'officer.check-scan', payload: { scan }, jobKey: `scan-paper:${scan}`, runAt: null })
    })
  },
}
