import { pipeline } from 'node:stream'
import { type HeldFile, measuringStream, openZip, type Zip, type ZippedFile } from '../../platform/archive/index.ts'
import { jsonSchemaOf } from '../../platform/archive/shapes.ts'
import { sealedFile } from '../../platform/crypto/sealed-file.ts'
import type { Services } from '../../platform/services.ts'
import { StorageFault } from '../../platform/storage/index.ts'
import { archivePlace } from './archive.ts'
import type { Gathered } from './gather.ts'
import { manifestOf, manifestSchema } from './manifest.ts'

export interface ToWrite {
  readonly account: string
  readonly storageKey: string
  readonly madeAt: Temporal.Instant
  readonly gathered: readonly Gathered[]
  /** The words of README.txt, once it is known which files could not be read. */
  readonly readMe: (missing: readonly string[]) => string
}

export interface Written {
  readonly sizeBytes: number
  readonly sha256: string
  readonly files: number
}

/**
 * Writes the archive straight into the storage, sealed for the person: one file is open at a time, and nothing large is
 * ever in memory. Nothing is left in the storage unless all of it was written.
 */
export async function writeArchive({ storage, keys }: Pick<Services, 'storage' | 'keys'>, toWrite: ToWrite): Promise<Written> {
  const zip = openZip(toWrite.madeAt)
  const { stream: meter, measured } = measuringStream()
  const { account, storageKey } = toWrite
  // Whatever goes wrong on the way ends the last stream too, and so the storage hears of it.
  const metered = pipeline(zip.output, meter, () => undefined)
  const putting = storage.put(storageKey, sealedFile(keys, archivePlace(account, storageKey), metered))
  putting.catch((fault: Error) => zip.abort(fault))
  const filling = fill(zip, toWrite).catch((fault: Error) => {
    zip.abort(fault)
    throw fault
  })
  const [files] = await Promise.all([filling, putting])
  return { ...measured(), files }
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

async function fill(zip: Zip, { madeAt, gathered, readMe }: ToWrite): Promise<number> {
  const added: ZippedFile[] = []
  const add = async (path: string, bytes: Buffer) => void added.push(await zip.add(path, bytes))
  for (const { part, data } of gathered) await add(`${part.name}.json`, json(data))
  for (const { part } of gathered) await add(`schema/${part.name}.schema.json`, json(jsonSchemaOf(part)))
  await add('schema/manifest.schema.json', json(jsonSchemaOf({ name: 'manifest', schema: manifestSchema })))
  const missing: string[] = []
  for (const file of gathered.flatMap(({ files }) => files)) {
    const bytes = await opened(file)
    if (bytes) added.push(await zip.add(file.path, bytes))
    else missing.push(file.path)
  }
  await add('README.txt', Buffer.from(readMe(missing)))
  await zip.add('manifest.json', json(manifestOf(madeAt, added, missing)))
  zip.end()
  return added.length + 1
}

/** Null: its bytes are not in the storage, because they went while this was written, or were lost. It is named as such. */
async function opened(file: HeldFile) {
  try {
    return await file.open()
  } catch (fault) {
    if (fault instanceof StorageFault && fault.kind === 'missing') return null
    throw fault
  }
}
