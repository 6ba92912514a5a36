import type { S3Client } from '@aws-sdk/client-s3'
import { StorageFault, type StorageFaultKind } from './storage.ts'

export type RequestOptions = { abortSignal: AbortSignal }

/** One request with all its tries. Throws a StorageFault, which holds a code of the server's and nothing else of it. */
export type Ask = <Answer>(request: (client: S3Client, options: RequestOptions) => Promise<Answer>) => Promise<Answer>

export const askingWithin =
  (client: S3Client, patienceMs: number): Ask =>
  async (request) => {
    // Ended with the answer's head: a long file may take longer to come in than its answer to begin.
    const giveUp = new AbortController()
    const timer = setTimeout(() => giveUp.abort(), patienceMs)
    try {
      return await request(client, { abortSignal: giveUp.signal })
    } catch (fault) {
      throw asStorageFault(fault)
    } finally {
      clearTimeout(timer)
    }
  }

/** Waits for one piece, so long and no longer. */
export async function nextInTime<Piece>(next: () => Promise<Piece>, patienceMs: number, giveUp: () => void): Promise<Piece> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new StorageFault('broken', 'TimeoutError')), patienceMs)
  try {
    return await Promise.race([next(), late.promise])
  } catch (fault) {
    giveUp()
    throw asStorageFault(fault)
  } finally {
    clearTimeout(timer)
  }
}

const kindsByCode: Record<string, StorageFaultKind> = {
  NoSuchKey: 'missing',
  NotFound: 'missing',
  QuotaExceeded: 'full',
  InsufficientStorage: 'full',
  XMinioStorageFull: 'full',
  XMinioAdminBucketQuotaExceeded: 'full',
}

function asStorageFault(fault: unknown): StorageFault {
  if (fault instanceof StorageFault) return fault
  const { name, code, $metadata } = fault as { name?: string; code?: unknown; $metadata?: { httpStatusCode?: number } }
  const named = typeof code === 'string' ? code : name && name !== 'Error' ? name : 'Unknown'
  const isFull = $metadata?.httpStatusCode === 507
  return new StorageFault(isFull ? 'full' : (kindsByCode[named] ?? 'broken'), named.slice(0, 60))
}
