import type { FileKind } from '../../src/platform/preview/index.ts'
import { samplePdf } from '../../src/platform/preview/sample-files.ts'
import { endingFor, type HostileFile } from './hostile-file.ts'
import { soundFile } from './sound-files.ts'

const kinds: readonly FileKind[] = ['pdf', 'jpeg', 'png', 'tiff']

/** Fewer first bytes than these do not tell what the file is. */
const tellingBytes: Record<FileKind, number> = { pdf: 4, jpeg: 3, png: 10, tiff: 3 }

const fractions = [0.03, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97]

/** What a dropped connection, a full memory card or a broken copy leaves of a file. */
export const truncatedFiles = (seed: number): HostileFile[] =>
  kinds.flatMap((kind) => [
    ...[1, 2, 3, 5, 9, 40].map((bytes) => cut(kind, seed, `its first ${bytes} bytes`, () => bytes)),
    ...fractions.map((share) => cut(kind, seed, `${Math.round(share * 100)} % of it`, (whole) => Math.floor(whole * share))),
    cut(kind, seed, 'all but its last 20 bytes', (whole) => whole - 20),
    ...(kind === 'pdf' ? fractions.map(cutSmall) : []),
  ])

/** So small that all of it lies where a PDF's end is looked for. */
const cutSmall = (share: number): HostileFile => ({
  what: `PDF of half a kilobyte cut to ${Math.round(share * 100)} %`,
  fileName: 'cut.pdf',
  bytes: () => samplePdf().subarray(0, Math.floor(samplePdf().length * share)),
  ends: 'broken',
})

function cut(kind: FileKind, seed: number, how: string, length: (whole: number) => number): HostileFile {
  const short = /^its first (\d+)/.exec(how)?.[1]
  const isTold = short === undefined || Number(short) >= tellingBytes[kind]
  return {
    what: `${kind} cut to ${how}`,
    fileName: `cut.${endingFor[kind]}`,
    bytes: async () => {
      const whole = await soundFile(kind, seed)
      return whole.subarray(0, length(whole.length))
    },
    ends: isTold ? 'broken' : 'name-and-content-differ',
  }
}
