import type { EndpointBody } from '../../../platform/http/page.ts'
import type { Services } from '../../../platform/services.ts'
import { idempotencyFieldName } from '../../../ui/index.ts'
import type { FileToBring } from './bring-file.ts'
import type { BringProblem } from './bring-notice.ts'
import { type StoredUpload, storeUpload } from './store-upload.ts'

/** The choice “Only check”. */
export const dryRunField = 'dryRun'

type Coming = { startKey: string; dryRun: boolean; stored: StoredUpload | null }

/** Reads the form part by part, and stores the first file with a name while it streams. */
export async function postedFile(services: Pick<Services, 'storage' | 'keys'>, parts: NonNullable<EndpointBody['parts']>): Promise<FileToBring | BringProblem> {
  const coming: Coming = { startKey: '', dryRun: false, stored: null }
  for await (const part of parts()) {
    if (part.kind === 'field') {
      if (part.name === idempotencyFieldName) coming.startKey = part.value
      if (part.name === dryRunField) coming.dryRun = part.value === 'yes'
    } else if (part.fileName && coming.stored === null) {
      // The key comes before the file: without one of ours nothing is stored. Leaving the loop lets the rest pass unread.
      if (!/^[\w-]{16,64}$/.test(coming.startKey)) return 'stale'
      const stored = await storeUpload(services, part)
      if (typeof stored === 'string') return stored
      coming.stored = stored
    } else part.stream.resume()
  }
  const { stored, ...about } = coming
  return stored ? { ...about, ...stored } : 'no-file'
}
