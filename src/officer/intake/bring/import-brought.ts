import type { Readable } from 'node:stream'
import { agencyDay } from '../../../cases/index.ts'
import { SealBroken } from '../../../platform/crypto/field.ts'
import type { Job, JobContext } from '../../../platform/jobs/job.ts'
import { operation, query } from '../../../platform/operation.ts'
import { openSealed, StorageFault } from '../../../platform/storage/index.ts'
import { readIntakeFile } from '../file/read-intake-file.ts'
import type { IntakeFault } from '../intake-store.ts'
import { batchesOf, inTurn } from '../read-batches.ts'
import { checkBatch, endIntake, takeBatch } from '../take-batch.ts'
import { type BroughtFile, broughtPlace } from './brought-file.ts'
import { findToImport } from './brought-store.ts'

const waitSeconds = 3

const fileToImport = query({
  name: 'officer.file-to-import',
  allow: ({ kind }, _input: { intake: string }) => kind === 'system',
  async run({ tx }, { intake }): Promise<BroughtFile | null> {
    const found = await findToImport(tx, intake)
    return found ? { intake, bytes: { storageKey: found.storage_key }, dryRun: found.dry_run, lines: found.lines, isBehind: found.is_behind } : null
  },
})

/** A file that was brought before this one is not through: this one's job comes back. */
const waitForTurn = operation({
  name: 'officer.wait-for-intake',
  allow: ({ kind }, _input: { intake: string }) => kind === 'system',
  refusals: [],
  async run({ now, enqueue, recordedBefore }, { intake }) {
    recordedBefore()
    await enqueue('officer.import-file', { intake }, { jobKey: `import-file:${intake}`, runAt: now.add({ seconds: waitSeconds }) })
  },
})

/** A file's bytes, and how many of them were asked for so far. */
function counted(bytes: Readable): { bytes: AsyncIterable<Buffer>; soFar(): number } {
  let count = 0
  const counting = async function* () {
    for await (const piece of bytes) {
      count += (piece as Buffer).length
      yield piece as Buffer
    }
  }
  return { bytes: counting(), soFar: () => count }
}

/** Reads the file and has its batches taken from where it is. Null: its last row is in. 'ended': somebody has stopped it, or another run is ahead. */
async function readThrough({ perform, services }: JobContext, { intake, bytes, dryRun, lines }: BroughtFile): Promise<IntakeFault | 'ended' | null> {
  const { agency, keys, clock } = services
  const file = counted(await openSealed(services, bytes, broughtPlace))
  const opened = await readIntakeFile(file.bytes, { agency, today: agencyDay(agency, clock.now()) })
  if (!opened.ok) return opened.fault
  const goesOn = await inTurn(batchesOf(keys, opened.rows, lines), async (batch) => {
    const reading = { readBytes: file.soFar(), delimiter: opened.delimiter }
    const taken = await perform(dryRun ? checkBatch : takeBatch, { intake, ...batch, reading })
    if (taken.ok || taken.refusal === 'not-there-any-more') return taken.ok
    throw new Error(`An intake was refused: ${taken.refusal}`)
  })
  return goesOn ? null : 'ended'
}

/** What is gone or damaged stays so; a storage that does not answer may do so another time. */
const isLost = (fault: unknown): boolean => fault instanceof SealBroken || (fault instanceof StorageFault && fault.kind === 'missing')

/**
 * Takes a file in that somebody brought, from the line behind the last one that is in: killed in the middle, the next run
 * goes on there, under the same intake.
 */
export async function importBrought(context: JobContext, intake: string): Promise<void> {
  const file = await context.read(fileToImport, { intake })
  if (!file) return
  if (file.isBehind) return void (await context.perform(waitForTurn, { intake }))
  const ended = await readThrough(context, file).catch((fault) => {
    if (isLost(fault)) return { code: 'lost', column: '' } as const
    throw fault
  })
  if (ended !== 'ended') await context.perform(endIntake, { intake, fault: ended })
}

export const importBroughtJob: Job = { task: 'officer.import-file', run: (context, payload) => importBrought(context, String(payload.intake)) }
