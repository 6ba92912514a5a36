import { Readable } from 'node:stream'
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { type Ask, askingWithin, nextInTime } from './s3-asking.ts'
import { type ObjectPlace, putObject } from './s3-put.ts'
import type { S3Credentials, S3Place } from './s3-settings.ts'
import { assertStorageKey, isStorageKey, StorageFault, type StoragePort, type StoredKey } from './storage.ts'

export interface S3Settings extends S3Place {
  credentials: S3Credentials
  /** How long one request may take with all its tries, and how long a file's next bytes are waited for. */
  patienceMs?: number
}

const usualPatienceMs = 60_000
const connectMs = 5_000

/** Files as objects of one bucket. A server that does not answer in time is a fault like any other. */
export function createS3Storage(settings: S3Settings): StoragePort {
  const patienceMs = settings.patienceMs ?? usualPatienceMs
  const ask = askingWithin(clientFor(settings), patienceMs)
  const placeOf = (key: string): ObjectPlace => {
    assertStorageKey(key)
    return { Bucket: settings.bucket, Key: settings.prefix + key }
  }
  return {
    async put(key, bytes) {
      const place = placeOf(key)
      // A sender that goes away before the first read must fail this put, not the process.
      bytes.on('error', () => {})
      try {
        return await putObject(ask, place, bytes)
      } catch (fault) {
        bytes.destroy()
        throw fault
      }
    },
    async get(key) {
      const place = placeOf(key)
      const { Body: body } = await ask((client, options) => client.send(new GetObjectCommand(place), options))
      if (!(body instanceof Readable)) throw new StorageFault('broken', 'NoBody')
      return arrivingInTime(body, patienceMs)
    },
    async delete(key) {
      const place = placeOf(key)
      await ask((client, options) => client.send(new DeleteObjectCommand(place), options))
    },
    exists: async (key) => exists(ask, placeOf(key)),
    list: () => objectsIn(ask, settings),
    // The bucket's own rule ends them: another who shares it may be sending one.
    forgetUnfinished: async () => 0,
  }
}

/** A page of names at a time. Deeper names are those of others who share the bucket. */
async function* objectsIn(ask: Ask, { bucket, prefix }: S3Place): AsyncGenerator<StoredKey> {
  let after: string | undefined
  do {
    const page = { Bucket: bucket, Prefix: prefix, ...(after ? { ContinuationToken: after } : {}) }
    const found = await ask((client, options) => client.send(new ListObjectsV2Command(page), options))
    for (const { Key: name = '', LastModified: at } of found.Contents ?? []) {
      const key = name.slice(prefix.length)
      if (at && isStorageKey(key)) yield { key, keptAt: Temporal.Instant.fromEpochMilliseconds(at.getTime()) }
    }
    after = found.IsTruncated ? found.NextContinuationToken : undefined
  } while (after)
}

/** Nothing is taken from the machine's own files: what the settings say is all there is. */
function clientFor({ region, endpoint, credentials }: S3Settings): S3Client {
  return new S3Client({
    region,
    credentials,
    // A server of one's own seldom has a name for every bucket.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    maxAttempts: 3,
    // Every request's body is signed with its SHA-256, which all servers check; newer checksums only some know.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: connectMs },
  })
}

/** A question without a body is answered without one: only a real request tells a missing file from a missing bucket. */
async function exists(ask: Ask, place: ObjectPlace): Promise<boolean> {
  try {
    await ask((client, options) => client.send(new HeadObjectCommand(place), options))
    return true
  } catch (fault) {
    if (!isMissing(fault)) throw fault
  }
  try {
    const { Body: body } = await ask((client, options) => client.send(new GetObjectCommand(place), options))
    if (body instanceof Readable) body.on('error', () => {}).destroy()
    return true
  } catch (fault) {
    if (isMissing(fault)) return false
    throw fault
  }
}

const isMissing = (fault: unknown) => fault instanceof StorageFault && fault.kind === 'missing'

/** The body as it comes in; only the server's slowness counts, never the reader's. */
function arrivingInTime(body: Readable, patienceMs: number): Readable {
  body.on('error', () => {})
  const pieces = (async function* () {
    const incoming = body[Symbol.asyncIterator]()
    for (;;) {
      const next = await nextInTime(() => incoming.next(), patienceMs, () => body.destroy())
      if (next.done) return
      yield next.value as Buffer
    }
  })()
  const stream = Readable.from(pieces, { objectMode: false })
  // A reader that leaves before the first byte never starts the loop above.
  stream.once('close', () => body.destroy())
  return stream
}
