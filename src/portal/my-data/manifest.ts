import { z } from 'zod'
import type { ZippedFile } from '../../platform/archive/index.ts'
import { instant, iso, sha256, text, whole } from '../../platform/archive/shapes.ts'

export const archiveFormat = 'portolan:archive/1'

export const manifestSchema = z
  .strictObject({
    format: z.literal(archiveFormat),
    madeAt: instant('When the archive was made: what is in it is as it was then'),
    files: z
      .array(
        z.strictObject({
          path: text('Where it lies in this archive'),
          sizeBytes: whole('Its size in bytes'),
          sha256: sha256('Of its bytes'),
        }),
      )
      .describe('Every file of this archive but this one'),
    missing: z.array(text('A file that is listed in the data and could not be read')),
  })
  .describe('What this archive holds, with sizes and hashes')

/** Named last, when the hash of every other file is known. */
export const manifestOf = (
  madeAt: Temporal.Instant,
  files: readonly ZippedFile[],
  missing: readonly string[],
): z.input<typeof manifestSchema> => ({
  format: archiveFormat,
  madeAt: iso(madeAt),
  files: files.map(({ path, sizeBytes, sha256: hash }) => ({ path, sizeBytes, sha256: hash })),
  missing: [...missing],
})
