import { buffer } from 'node:stream/consumers'
import { addDocument, openPaper } from '../../cases/index.ts'
import { contentLimits, judgeBytes, type Verdict, waitAfter } from '../../evidence/index.ts'
import { asActor } from '../../platform/db/transaction.ts'
import type { Chore, Job, JobContext } from '../../platform/jobs/job.ts'
import { insertJob } from '../../platform/jobs/queue-store.ts'
import { operation } from '../../platform/operation.ts'
import { type AnswerFileRow, findAnswerFile } from '../answer-files/answer-file-store.ts'
import { type Drawn, drawAnew } from '../answer-files/draw-anew.ts'
import { findScan, isAnyScanDue, lockScan, markJudged, markNotJudged, takeScansDue } from './scan-store.ts'
import { type ScanKind, scanLimits, scanTitle } from './scanned-paper.ts'

/**
 * Keeps what was found, once: a clean scan is a document of its case from then on, dated on the day it was received. A file that
 * goes with a message is one when that is sent.
 */
const recordScanVerdict = operation({
  name: 'officer.record-scan-verdict',
  allow: ({ kind }, _input: { scan: string; verdict: Verdict; drawn: Drawn | null }) => kind === 'system',
  refusals: ['already-judged'],
  async run(context, { scan, verdict, drawn }) {
    const { tx, now, refuse, audit } = context
    const row = await lockScan(tx, scan)
    if (row?.state !== 'received') return refuse('already-judged')
    const refusal = 'refusal' in verdict ? verdict.refusal : null
    audit({ subject: row.case, detail: { scan, refusal } })
    await markJudged(tx, scan, { refusal, pages: 'refusal' in verdict ? null : verdict.pages, drawn, at: now })
    if ('refusal' in verdict || row.kind === 'message') return null
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

type Judging = Pick<JobContext, 'services' | 'perform'>
type Row = NonNullable<Awaited<ReturnType<typeof findScan>>>

/** Judges the bytes of a scan, or of a file that goes with a message: that may be a picture, which is then given out without where and with what it was taken. */
async function judge({ services, perform }: Judging, row: Row, answerFile: AnswerFileRow | undefined): Promise<void> {
  const { id: scan, case: caseId, storage_key: storageKey } = row
  const bytes = await buffer(await openPaper(services, { caseId, storageKey }))
  const type = answerFile?.type ?? 'pdf'
  const verdict = await judgeBytes(services, bytes, { fileName: `scan.${type}`, limits: answerFile ? contentLimits : scanLimits })
  if (!verdict) return void (await perform(recordNoScanVerdict, { scan }))
  if ('refusal' in verdict || type === 'pdf') return void (await perform(recordScanVerdict, { scan, verdict, drawn: null }))
  const drawn = await drawAnew(services, { caseId, storageKey, type, bytes })
  await perform(recordScanVerdict, { scan, verdict: drawn ? verdict : { refusal: 'broken' }, drawn })
}

/** Judges one scan as any file from a stranger: whoever mailed it is one, and a scanner is a computer on a network. */
export const checkScanJob: Job = {
  task: 'officer.check-scan',
  async run(context, payload) {
    const { pool, actor, services } = context
    const scan = String(payload.scan)
    const look = () => asActor(pool, actor, { readOnly: true }, async (tx) => ({ row: await findScan(tx, scan), answerFile: await findAnswerFile(tx, scan) }))
    const { row, answerFile } = await look()
    if (!row) return
    if (row.state === 'received' && !answerFile?.ended) await judge(context, row, answerFile)
    // Deleted after the commit, and again by a job that runs twice.
    const after = await look()
    if (after.row?.state === 'refused' || after.answerFile?.ended === 'removed') await services.storage.delete(row.storage_key)
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
