import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { csvLine } from '../../../../platform/csv.ts'

/** What the mail house is told of one letter. `lines` are those of the envelope, `country` a code (ISO 3166-1). */
export interface BundledLetter {
  readonly sequence: number
  readonly id: string
  readonly lines: readonly string[]
  readonly country: string
  readonly pages: number
  /** Of its PDF, in hexadecimal digits. */
  readonly sha256: string
}

/** The name, and the most that the address of any country has. */
export const addressLinesMost = 8

export const manifestPath = 'manifest.csv'
export const countPath = 'count.json'

/** The place of a letter's PDF in the bundle, from 1 on. */
export const letterPath = (sequence: number): string => `${String(sequence).padStart(6, '0')}.pdf`

const lineNumbers = Array.from({ length: addressLinesMost }, (_, index) => index + 1)
const columns = ['sequence', 'id', ...lineNumbers.map((number) => `line_${number}`), 'country', 'pages', 'sha256']

export const manifestHead = (): string => csvLine(columns)

/** A line break inside a cell would be one line more to the machine that prints from this. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

export function manifestLine({ sequence, id, lines, country, pages, sha256 }: BundledLetter): string {
  if (lines.length > addressLinesMost) throw new RangeError(`an address of more than ${addressLinesMost} lines`)
  const cells = lineNumbers.map((number) => oneLine(lines[number - 1] ?? ''))
  return csvLine([sequence, id, ...cells, country, pages, sha256])
}

const row = z.object({
  sequence: z.coerce.number().int().positive(),
  id: z.string().min(1),
  pages: z.coerce.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

export type ManifestRow = z.infer<typeof row>

/** The rows of a manifest, or null: it is none. */
export function readManifest(csv: string): ManifestRow[] | null {
  if (!csv.startsWith(manifestHead())) return null
  try {
    return z.array(row).parse(parse(csv, { columns: true }))
  } catch {
    return null
  }
}

const counted = z.object({
  letters: z.int().nonnegative(),
  pages: z.int().nonnegative(),
  manifestSha256: z.string(),
})

/** What a bundle says of itself, to be counted again by whoever gets it. */
export type BundleCount = z.infer<typeof counted>

export const countJson = (count: BundleCount): string => `${JSON.stringify(count, null, 2)}\n`

export function readCount(json: string): BundleCount | null {
  try {
    return counted.parse(JSON.parse(json))
  } catch {
    return null
  }
}
